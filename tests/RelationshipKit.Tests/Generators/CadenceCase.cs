using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Generators;

/// <summary>A contact, touchpoints of anybody in any order, and an instant.</summary>
public sealed record CadenceCase(Contact Contact, ImmutableArray<Touchpoint> Touchpoints, Instant AsOf)
{
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, CadenceArbitraries.Zone);

    public ImmutableArray<Touchpoint> Own => [.. LogOf(Touchpoints).Of(Contact.Id)];

    public CadenceHistory History => HistoryAt(AsOf);

    public CadenceHistory HistoryAt(Instant asOf) =>
        new(Contact, Own, asOf, CadenceArbitraries.Zone) { Rhythm = Scorer.ScoreAt(Own.Where(touchpoint => touchpoint.At <= asOf), asOf).Rhythm };

    public override string ToString() => $"{Contact.Id.Value} at {AsOf}: {string.Join(", ", Own.Select(touchpoint => $"{touchpoint.At} {touchpoint.Channel} {touchpoint.Direction} {touchpoint.Outcome}"))}";

    private static TouchpointLog LogOf(IEnumerable<Touchpoint> touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return log;
    }
}
