using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Cadences;

/// <summary>The score that a policy may ask for, by the settings of whoever asks the policy. Few do, so it is worked out when it is asked for.</summary>
/// <remarks>Safe to share between threads: what two work out at once is the same.</remarks>
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
    /// <returns>The instant, the same on every day until the next touch; null without a touch, or if the strength is no more at the last touch.</returns>
    public Instant? FallsTo(Strength level) => scorer.FallsToAfterLastTouch(level, State);
}
