using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Generators;

/// <summary>Touchpoints with one contact in a zone, and an instant to look at them from.</summary>
public sealed record TieHistory(Touchpoint[] Touchpoints, DateTimeZone Zone, Instant AsOf)
{
    public RelationshipScorer Scorer => new(FoldSettings.Default, ScoreSettings.Default, Zone);

    public IEnumerable<Touchpoint> Counted => Touchpoints.Where(touchpoint => touchpoint.IsContact && touchpoint.At <= AsOf);

    public RelationshipScore Score => Scorer.ScoreAt(Touchpoints, AsOf);

    public TieHistory With(Touchpoint[] touchpoints) => this with { Touchpoints = touchpoints };

    public override string ToString() => $"{Touchpoints.Length} touchpoints in {Zone.Id} as of {AsOf}: {string.Join("; ", Touchpoints.AsEnumerable())}";
}
