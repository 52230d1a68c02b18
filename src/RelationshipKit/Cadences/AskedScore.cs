using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Cadences;

/// <summary>The score that a policy may ask for, by the settings of the book. Few policies ask, so it is computed when one does.</summary>
/// <remarks>Safe to share between threads: two that compute it at once get the same.</remarks>
internal sealed class AskedScore
{
    private readonly RelationshipScorer scorer;
    private readonly ImmutableArray<Touchpoint> touchpoints;
    private readonly Instant asOf;
    private TieState? state;
    private RelationshipScore? score;

    public AskedScore(RelationshipScorer scorer, TieState state, Instant asOf)
        : this(scorer, ImmutableArray<Touchpoint>.Empty, asOf) => this.state = state;

    public AskedScore(RelationshipScorer scorer, ImmutableArray<Touchpoint> touchpoints, Instant asOf) =>
        (this.scorer, this.touchpoints, this.asOf) = (scorer, touchpoints, asOf);

    public RelationshipScore Score => score ??= scorer.ScoreAt(State, asOf);

    private TieState State => state ??= scorer.StateOf(touchpoints, asOf);

    /// <summary>Returns the first instant after the last touch at which the strength is at most the level.</summary>
    /// <returns>
    /// The instant, which is the same on every day until the next touch. Null without a touch, or if the strength is not above the level
    /// right after the last touch.
    /// </returns>
    public Instant? FallsTo(Strength level) => scorer.FallsToAfterLastTouch(level, State);
}
