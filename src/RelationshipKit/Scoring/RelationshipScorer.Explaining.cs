using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Scoring;

/// <content>Why a score is what it is, and what would become of it.</content>
public sealed partial class RelationshipScorer
{
    /// <summary>Scores touchpoints as if one more had happened.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="extra">The touchpoint to imagine, at or before <paramref name="asOf"/>.</param>
    /// <param name="asOf">The instant to score at.</param>
    /// <returns>The score with the touchpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fold settings do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30, or <paramref name="extra"/> is later than it.
    /// </exception>
    public RelationshipScore WhatIf(IEnumerable<Touchpoint> touchpoints, Touchpoint extra, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(extra);
        ThrowIfLater(extra, SupportedTime.ToMicros(asOf));
        return ScoreAt(touchpoints.Append(extra), asOf);
    }

    /// <summary>Explains the strength of touchpoints at an instant.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="asOf">The instant to explain; later touchpoints are left out.</param>
    /// <returns>The strength and its parts, which sum to it within 1e-12.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fold settings do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Explanation Explain(IEnumerable<Touchpoint> touchpoints, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        var known = touchpoints.ToArray();
        return Explain(StateOf(known, asOf), known, asOf);
    }

    /// <summary>Returns when the strength of touchpoints falls to a level, if none follow.</summary>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="asOf">The instant to look on from; later touchpoints are left out.</param>
    /// <param name="level">The level; more than 0.</param>
    /// <returns>As <see cref="FallsTo(TieState, Instant, Strength)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fold settings do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="level"/> is 0, or <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.
    /// </exception>
    public Instant? FallsTo(IEnumerable<Touchpoint> touchpoints, Instant asOf, Strength level) =>
        FallsTo(StateOf(touchpoints, asOf), asOf, level);

    /// <summary>Returns when the strength of a state falls to a level, if no touchpoints follow.</summary>
    /// <param name="state">A state of the same fold settings and zone.</param>
    /// <param name="asOf">The instant to look on from; not earlier than what the state is folded up to.</param>
    /// <param name="level">The level; more than 0.</param>
    /// <returns>
    /// The first microsecond after <paramref name="asOf"/> at which the strength is at most <paramref name="level"/>;
    /// <see langword="null"/> if it is already, and the last supported instant (9999-12-30) if it still is not by then.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="TieStateMismatchException">The state was folded under other settings; the exception names them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="level"/> is 0, or <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30 or is earlier than
    /// <see cref="TieState.UpTo"/>.
    /// </exception>
    public Instant? FallsTo(TieState state, Instant asOf, Strength level)
    {
        ThrowIfForeign(state);
        if (level <= Strength.None)
        {
            throw new ArgumentOutOfRangeException(
                nameof(level),
                string.Create(CultureInfo.InvariantCulture, $"The level is {level.Value}; it must be more than 0 and at most 1."));
        }

        var from = SupportedTime.ToMicros(asOf);
        state.ThrowIfBefore(from, nameof(asOf));
        return FallsTo(level, state.Masses(), from);
    }

    /// <summary>
    /// Returns when the strength falls to a level after the last touch. Null without a touch, or if the strength is not above the level
    /// right then.
    /// </summary>
    internal Instant? FallsToAfterLastTouch(Strength level, TieState state)
    {
        ThrowIfForeign(state);
        return state.LastTouch is { } last ? FallsTo(level, state.Masses(), SupportedTime.ToMicros(last)) : null;
    }

    private Instant? FallsTo(Strength level, TieMasses masses, long from)
    {
        if (HasFallen(from))
        {
            return null;
        }

        return correction?.ExpectedContacts < 0 ? SupportedTime.FromMicros(FirstFall(from, HasFallen))
            : HasFallen(SupportedTime.LastMicros)
            ? SupportedTime.FromMicros(MonotoneSearch.FirstWhere(from, SupportedTime.LastMicros, HasFallen))
            : SupportedTime.Last;

        bool HasFallen(long micros) => ExpectedAt(masses, micros).Strength <= level;
    }

    private ExplanationPart PartOf(TieCell cell, IEnumerable<Touchpoint> touchpoints, ExpectedContacts lambda, long asOfMicros)
    {
        var ageDays = SupportedTime.DaysBetween(cell.LatestMicros, asOfMicros);
        var cellLambda = ExpectedContacts.HorizonDays * cell.Weight * plan.Settings.Curve.DensityAt(ageDays);
        var share = cell.Class == ChannelClass.Rich ? 1 : lambda.LightShare;
        var contribution = lambda.Value > 0 ? lambda.Strength.Value * (share * cellLambda / lambda.Value) : 0;
        return new ExplanationPart(cell, ageDays, contribution, [.. touchpoints.Order(TouchpointIdentity.Comparer)]);
    }
}
