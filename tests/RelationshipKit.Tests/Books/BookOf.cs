using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Books;

/// <summary>Books of what a test has at hand.</summary>
internal static class BookOf
{
    public static RelationshipBook These(
        DateTimeZone zone, IEnumerable<Contact> contacts, IEnumerable<Touchpoint> touchpoints, ICadencePolicy cadence) =>
        RelationshipBookFactory.Default.Open(zone, contacts, touchpoints, new CadenceRules { Policy = cadence });

    public static RelationshipBook These(
        RelationshipScorer scorer, IEnumerable<Contact> contacts, IEnumerable<Touchpoint> touchpoints, CadenceRules cadences) =>
        new RelationshipBookFactory(scorer.Fold, scorer.Settings, cadences.Policies).Open(scorer.Zone, contacts, touchpoints, cadences);
}
