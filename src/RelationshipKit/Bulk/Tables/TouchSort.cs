using System.Numerics;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// Brings the touchpoints of a chunk into order: by tie, then by date. In what order those of a date come does not matter to a fold.
/// </summary>
/// <remarks>
/// Two passes of counting, the first by date, the second by tie. Where dates lie too far apart for a small table, several share a place in
/// it, and what then stands in one is put right by insertion, or by a sort where that is much. The cost grows with the number of
/// touchpoints, in whatever order they come.
/// </remarks>
internal static class TouchSort
{
    // Below it, counting tables cost more than they save.
    private const int FewRows = 128;

    // Eleven years of dates.
    private const int DateBits = 12;

    /// <summary>Sorts touchpoints.</summary>
    /// <param name="rows">The touchpoints.</param>
    /// <param name="spare">Room for as many.</param>
    /// <returns>Which of the two holds the sorted ones.</returns>
    [SkipLocalsInit]
    public static Span<BatchRow> Sort(Span<BatchRow> rows, Span<BatchRow> spare)
    {
        if (rows.Length < FewRows)
        {
            rows.Sort(default(ByTieThenDate));
            return rows;
        }

        var (isSorted, min, max) = Range(rows);
        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)(max - min)) - DateBits);
        Span<int> starts = stackalloc int[Math.Max(1 << DateBits, TieChunk.MaxTies) + 1];
        if (!isSorted)
        {
            CountingSort.By(rows, spare, starts[..((1 << DateBits) + 1)], new DateNumber((int)min, shift));
            var swap = rows;
            rows = spare;
            spare = swap;
        }

        CountingSort.ByTie(rows, spare, starts[..(TieChunk.MaxTies + 1)]);
        if (!isSorted && shift > 0)
        {
            PutRight(spare);
        }

        return spare;
    }

    [MethodImpl(Compile.AtOnce)]
    private static (bool IsSorted, long Min, long Max) Range(ReadOnlySpan<BatchRow> rows)
    {
        var (isSorted, min, max, previous) = (true, int.MaxValue, int.MinValue, int.MinValue);
        foreach (ref readonly var row in rows)
        {
            isSorted &= row.Day >= previous;
            previous = row.Day;
            min = Math.Min(min, previous);
            max = Math.Max(max, previous);
        }

        return (isSorted, min, max);
    }

    private static void PutRight(Span<BatchRow> rows)
    {
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && rows[end].Tie == rows[first].Tie)
            {
                end++;
            }

            CountingSort.PutRight(rows[first..end]);
            first = end;
        }
    }

    private readonly struct DateNumber(int min, int shift) : IRowNumber<BatchRow>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(in BatchRow row) => (int)(((long)row.Day - min) >> shift);
    }

    private readonly struct ByTieThenDate : IComparer<BatchRow>
    {
        public int Compare(BatchRow x, BatchRow y) => x.Tie != y.Tie ? x.Tie.CompareTo(y.Tie) : x.Day.CompareTo(y.Day);
    }
}
