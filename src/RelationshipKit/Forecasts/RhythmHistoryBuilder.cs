using System.Globalization;
using NodaTime;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <summary>Gathers the gaps of ties into a <see cref="RhythmHistory"/>.</summary>
/// <remarks>
/// The order in which ties are added does not matter. Not safe for several threads at once; each may have its own, and the histories add.
/// </remarks>
internal sealed class RhythmHistoryBuilder
{
    private readonly RhythmSums sums = new();

    /// <summary>Gets the number of gaps added so far.</summary>
    public long Gaps => sums.Gaps;

    /// <summary>Adds the gaps between the contact-days of one tie.</summary>
    /// <param name="firsts">The first contact of each contact-day, earliest day first.</param>
    /// <param name="lasts">The last contact of each of the same days; each not before the first one of its day.</param>
    /// <returns>What the tie has come to, from which its present silence is counted.</returns>
    /// <exception cref="ArgumentException">
    /// The spans differ in length, a day ends before it begins, or the days are not in order.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside 0001-01-02 to 9999-12-30.</exception>
    public RhythmState Add(ReadOnlySpan<Instant> firsts, ReadOnlySpan<Instant> lasts)
    {
        if (firsts.Length != lasts.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {firsts.Length} first and {lasts.Length} last contacts; there must be as many."),
                nameof(lasts));
        }

        // All are looked at before any is added, so that a refused tie leaves nothing behind.
        var previous = long.MinValue;
        for (var i = 0; i < firsts.Length; i++)
        {
            var first = SupportedTime.ToMicros(firsts[i], nameof(firsts));
            if (first < previous || SupportedTime.ToMicros(lasts[i], nameof(lasts)) < first)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Contact-day {i} is out of order; days must not begin before the last one began, nor end before they begin."),
                    nameof(firsts));
            }

            previous = first;
        }

        var state = RhythmState.None;
        for (var i = 0; i < firsts.Length; i++)
        {
            state = Add(state, SupportedTime.ToMicros(firsts[i]), SupportedTime.ToMicros(lasts[i]));
        }

        return state;
    }

    /// <summary>Adds the gaps between the contact-days of one tie.</summary>
    /// <param name="tie">The state of the tie; one without gaps adds nothing.</param>
    /// <returns>What the tie has come to, from which its present silence is counted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tie"/> is <see langword="null"/>.</exception>
    public RhythmState Add(TieState tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        var state = RhythmState.None;
        var cells = tie.Cells.AsSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            // A day is one cell, or a light and a rich one; the days of one stay touch each other and are one spell.
            var (earliest, latest) = (cells[i].EarliestMicros, cells[i].LatestMicros);
            while (i + 1 < cells.Length && (cells[i + 1].Day == cells[i].Day || StartOf(cells, i + 1) == latest))
            {
                i++;
                (earliest, latest) = (Math.Min(earliest, cells[i].EarliestMicros), Math.Max(latest, cells[i].LatestMicros));
            }

            state = Add(state, earliest, latest);
        }

        return state;
    }

    /// <summary>Returns the gaps added so far; more may be added afterwards without changing what was returned.</summary>
    /// <returns>The history.</returns>
    public RhythmHistory ToHistory() => new(new RhythmSums(sums));

    /// <summary>Returns the number of gaps in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gaps} gaps so far");

    private static long StartOf(ReadOnlySpan<TieCell> cells, int first) =>
        first + 1 < cells.Length && cells[first + 1].Day == cells[first].Day
            ? Math.Min(cells[first].EarliestMicros, cells[first + 1].EarliestMicros)
            : cells[first].EarliestMicros;

    private RhythmState Add(RhythmState state, long earliestMicros, long latestMicros)
    {
        if (state.ContactDays > 0)
        {
            sums.AddClosed(state, SupportedTime.DaysBetween(state.LastMicros, earliestMicros));
        }

        return state.Plus(earliestMicros, latestMicros);
    }
}
