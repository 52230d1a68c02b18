using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>The strength of one tie as of one instant after another, folding each touchpoint once.</summary>
internal sealed class TieWalk
{
    private readonly RelationshipScorer scorer;
    private readonly ImmutableArray<Touchpoint> touchpoints;
    private readonly TieFold fold;
    private readonly List<Touchpoint> lasting = [];
    private readonly List<TieCell> kept;
    private int taken;

    public TieWalk(RelationshipScorer scorer, TieLayout layout, ImmutableArray<Touchpoint> touchpoints, IEnumerable<TieState> kept)
    {
        this.kept = [.. kept.SelectMany(state => state.Cells)];
        this.scorer = scorer;
        this.touchpoints = touchpoints;
        fold = new TieFold(layout);
    }

    /// <summary>Returns the expected contacts of the touchpoints up to an instant, not earlier than the one asked before.</summary>
    public ExpectedContacts At(Instant asOf, out int contactDays)
    {
        var micros = SupportedTime.ToMicros(asOf);

        // Only masses are read here, and they need no counts.
        foreach (var cell in kept.Where(cell => cell.LatestMicros <= micros))
        {
            fold.Add(cell);
        }

        kept.RemoveAll(cell => cell.LatestMicros <= micros);

        // What lasts is folded again with more of its length: cells of one day merge, and only they are read here.
        foreach (var touchpoint in lasting)
        {
            fold.Add(touchpoint, micros);
        }

        lasting.RemoveAll(touchpoint => touchpoint.EndMicros <= micros);
        for (; taken < touchpoints.Length && touchpoints[taken].AtMicros <= micros; taken++)
        {
            fold.Add(touchpoints[taken], micros);
            if (touchpoints[taken].EndMicros > micros)
            {
                lasting.Add(touchpoints[taken]);
            }
        }

        var masses = fold.Masses();
        contactDays = masses.ContactDays;
        return scorer.ExpectedAt(masses, micros);
    }
}
