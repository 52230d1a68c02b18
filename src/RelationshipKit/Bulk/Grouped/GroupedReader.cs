using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>
/// The first pass over grouped columns: checks the rows of ties, leaves out what does not count, finds days, and merges rows that share
/// one.
/// </summary>
/// <remarks>
/// Works on the rows of many ties at once, and in the common way never branches on what is random in a history: kinds, directions, and
/// which rows share a day. Safe to share between threads.
/// </remarks>
internal sealed class GroupedReader<T>
    where T : struct, ILanes<T>
{
    private const string InOrder = "for rows of a tie stand in order of time";

    private readonly GroupedTouchpoints touchpoints;
    private readonly KindColumns kinds;
    private readonly (KindRanks Few, KindRanks All) ranks;
    private readonly SearchValues<byte> attempts;
    private readonly DayLookup days;
    private readonly long asOf;

    public GroupedReader(TieLayout plan, GroupedTouchpoints touchpoints, long asOf)
    {
        this.touchpoints = touchpoints;
        this.asOf = asOf;
        kinds = plan.Kinds;
        ranks = KindRanks.Of(kinds);
        attempts = SearchValues.Create(
            [.. Enumerable.Range(0, kinds.Count).Select(kind => (byte)kind).Where(kind => !kinds.IsContact(kind))]);
        days = new DayLookup(plan.Zone);
    }

    /// <summary>Reads the ties from one up to, but not including, another into the arena's weights, bits, counts and dates.</summary>
    /// <param name="arena">Where to leave them.</param>
    /// <param name="first">The first tie.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="needsUsualGap">Whether usual gaps are needed too.</param>
    /// <param name="earliest">Receives the earliest instant.</param>
    /// <returns>The rows that count, to which the weights and bits belong; they may lie in the arena.</returns>
    [MethodImpl(Compile.AtOnce)]
    public RowBlock Read(TieArena arena, int first, int end, bool needsUsualGap, out long earliest)
    {
        var block = RowBlock.Of(touchpoints, first, end);
        var largestKind = CheckedLargestKind(block, first);
        arena.Reserve(block.Rows);
        (earliest, var latest) = Range(block);
        if (latest > asOf || block.Kinds.ContainsAny(attempts))
        {
            block = Counted(block, arena);
        }

        FillTouches(block, arena.Sums);
        var dates = arena.Dates.AsSpan(TieArena.DatesFrom, block.Rows);
        if (!days.DaysOf<T>(block.Instants, earliest, latest, dates) && !AreInOrder(block, dates))
        {
            block = ByDate(block, dates, arena);
        }

        arena.Merge.Merge<T>(block, largestKind, arena.Dates, KindRanks.AreFew(largestKind) ? ranks.Few : ranks.All, arena.Weights);
        FillContactDays(block, arena);
        if (needsUsualGap)
        {
            FillUsualGaps(block, arena);
        }

        return block;
    }

    [MethodImpl(Compile.AtOnce)]
    private static void FillTouches(in RowBlock block, TieSums sums)
    {
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            sums.Touchpoints[tie] = end - start;
            (sums.FirstTouch[tie], sums.LastTouch[tie]) = start == end ? (0, 0) : (block.Instants[start], block.Instants[end - 1]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void FillContactDays(in RowBlock block, TieArena arena)
    {
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            arena.Sums.ContactDays[tie] = end - start - arena.Merge.CountShared(start, end);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void FillUsualGaps(in RowBlock block, TieArena arena)
    {
        var dates = arena.Dates.AsSpan(TieArena.DatesFrom, block.Rows);
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            var gaps = GapProduct.One;
            for (var row = start + 1; row < end; row++)
            {
                // Within a date there is no gap, which counts as the shortest; whether there is, is random: no branch.
                gaps.AddToSome((block.Instants[row] - block.Instants[row - 1]) & -(dates[row] != dates[row - 1] ? 1L : 0L));
            }

            gaps.Lay(arena.Sums, tie);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static (long Earliest, long Latest) Range(in RowBlock block)
    {
        var (earliest, latest) = (SupportedTime.LastMicros, SupportedTime.FirstMicros);
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            if (start < end)
            {
                (earliest, latest) = (Math.Min(earliest, block.Instants[start]), Math.Max(latest, block.Instants[end - 1]));
            }
        }

        return (earliest, latest);
    }

    // Without attempts and without what is still to come.
    private RowBlock Counted(scoped in RowBlock block, TieArena arena)
    {
        var counted = arena.Counted;
        counted.Reserve(arena);
        var next = 0;
        for (var tie = 0; tie < block.Ties; tie++)
        {
            counted.Offsets[tie] = next;
            var (start, end) = block.RowsOf(tie);
            for (var row = start; row < end && block.Instants[row] <= asOf; row++)
            {
                counted.Instants[next] = block.Instants[row];
                counted.Kinds[next] = block.Kinds[row];
                counted.Directions[next] = block.Directions[row];
                next += kinds.IsContact(block.Kinds[row]) ? 1 : 0;
            }
        }

        counted.Offsets[block.Ties] = next;
        return counted.Block(block.Ties, next);
    }

    private static bool AreInOrder(in RowBlock block, ReadOnlySpan<double> dates)
    {
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            for (var row = start + 1; row < end; row++)
            {
                if (dates[row] < dates[row - 1])
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Where clocks were turned back over midnight: each tie's rows in order of date, then of time.
    private static RowBlock ByDate(scoped in RowBlock block, Span<double> dates, TieArena arena)
    {
        var order = Enumerable.Range(0, block.Rows).ToArray();
        var unsorted = dates.ToArray();
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            order.AsSpan(start..end).Sort((left, right) => (unsorted[left], left).CompareTo((unsorted[right], right)));
        }

        var (offsets, instants, kindColumn, directions) = (
            block.Offsets.ToArray(), block.Instants.ToArray(), block.Kinds.ToArray(), block.Directions.ToArray());
        var sorted = arena.Counted;
        sorted.Reserve(arena);
        offsets.CopyTo(sorted.Offsets, 0);
        for (var row = 0; row < order.Length; row++)
        {
            var from = order[row];
            (dates[row], sorted.Instants[row], sorted.Kinds[row], sorted.Directions[row]) = (
                unsorted[from], instants[from], kindColumn[from], directions[from]);
        }

        return sorted.Block(block.Ties, block.Rows);
    }

    // Returns the largest kind.
    private int CheckedLargestKind(in RowBlock block, int firstTie)
    {
        var (kind, direction) = (ColumnScan.Largest(block.Kinds), ColumnScan.Largest(block.Directions));
        if (kind >= kinds.Count || direction > 3 || !AreInstants(block))
        {
            ThrowIfUnsound(block, firstTie);
        }

        return kind;
    }

    private void ThrowIfUnsound(in RowBlock block, int firstTie)
    {
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            ThrowIfUnsound(touchpoints.Offsets.Span[firstTie], start, end, firstTie + tie, block);
        }
    }

    // Within supported time and in order. Instants fall from one tie to the next; they must fall nowhere else.
    [MethodImpl(Compile.AtOnce)]
    private static bool AreInstants(in RowBlock block)
    {
        var (falls, fallsAtTies, isWithin) = (ColumnScan.CountFalls(block.Instants), 0, true);
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, end) = block.RowsOf(tie);
            if (start < end)
            {
                fallsAtTies += start > 0 && block.Instants[start] < block.Instants[start - 1] ? 1 : 0;
                isWithin &= block.Instants[start] >= SupportedTime.FirstMicros & block.Instants[end - 1] <= SupportedTime.LastMicros;
            }
        }

        return isWithin && falls == fallsAtTies;
    }

    private void ThrowIfUnsound(int from, int start, int end, int tie, in RowBlock block)
    {
        var (first, previous) = (SupportedTime.FirstMicros, SupportedTime.FirstMicros);
        for (var row = start; row < end; row++)
        {
            var (at, kind, direction) = (block.Instants[row], block.Kinds[row], block.Directions[row]);
            if (kind >= kinds.Count)
            {
                Throw(
                    tie,
                    from + row,
                    $"the kind is {kind}; it must be from 0 to {kinds.Count - 1}, a row of FoldSettings.Kinds");
            }

            if (direction > 3)
            {
                Throw(tie, from + row, $"the direction is {direction}; it must be from 0 to 3");
            }

            if (at < first || at > SupportedTime.LastMicros)
            {
                Throw(
                    tie,
                    from + row,
                    $"the instant is {at}; it must be from {first} (0001-01-02) to {SupportedTime.LastMicros} (9999-12-30)");
            }

            if (at < previous)
            {
                Throw(
                    tie,
                    from + row,
                    $"the instant is {at}; it must be at least {previous}, that of the row before, {InOrder}");
            }

            previous = at;
        }
    }

    [DoesNotReturn]
    private static void Throw(int tie, int row, FormattableString problem, string paramName = nameof(touchpoints)) =>
        throw new ArgumentException(
            FormattableString.Invariant($"In row {row}, of tie {tie}, {FormattableString.Invariant(problem)}."), paramName);
}
