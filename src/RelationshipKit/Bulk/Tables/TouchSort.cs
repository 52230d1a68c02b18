using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Brings the touchpoints of a chunk into order: by tie, then by date. In what order those of a date come does not matter to a fold.</summary>
/// <remarks>
/// Two passes of counting, the first by date, the second by tie. Where dates lie too far apart for a small table, several share a place in it,
/// and what then stands in one is put right by insertion, or by a sort where that is much. The cost grows with the number of touchpoints, in
/// whatever order they come.
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
    public static Span<BatchRow> Sort(Span<BatchRow> rows, Span<BatchRow> spare)
    {
        if (rows.Length < FewRows)
        {
            rows.Sort(default(ByTieThenDate));
            return rows;
        }

        var (isSorted, min, max) = Range(rows);
        var shift = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(max - min)) - DateBits);
        if (!isSorted)
        {
            CountByDate(rows, spare, min, shift);
            var swap = rows;
            rows = spare;
            spare = swap;
        }

        CountByTie(rows, spare);
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

    [MethodImpl(Compile.AtOnce)]
    private static void CountByDate(ReadOnlySpan<BatchRow> from, Span<BatchRow> to, long min, int shift)
    {
        Span<int> starts = stackalloc int[(1 << DateBits) + 1];
        starts.Clear();
        foreach (ref readonly var row in from)
        {
            starts[(int)((row.Day - min) >> shift) + 1]++;
        }

        Accumulate(starts);
        foreach (ref readonly var row in from)
        {
            to[starts[(int)((row.Day - min) >> shift)]++] = row;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void CountByTie(ReadOnlySpan<BatchRow> from, Span<BatchRow> to)
    {
        Span<int> starts = stackalloc int[TieChunk.MaxTies + 1];
        starts.Clear();
        foreach (ref readonly var row in from)
        {
            starts[row.Tie + 1]++;
        }

        Accumulate(starts);
        foreach (ref readonly var row in from)
        {
            to[starts[row.Tie]++] = row;
        }
    }

    private static void Accumulate(Span<int> starts)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
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

            var own = rows[first..end];
            if (!TryInsert(own))
            {
                own.Sort(default(ByTieThenDate));
            }

            first = end;
        }
    }

    // Gives up, with all rows still there, where it would move too many.
    private static bool TryInsert(Span<BatchRow> rows)
    {
        const int Patience = 8;
        var left = (long)Patience * rows.Length;
        for (var next = 1; next < rows.Length; next++)
        {
            var row = rows[next];
            var hole = next;
            for (; hole > 0 && rows[hole - 1].Day > row.Day; hole--)
            {
                rows[hole] = rows[hole - 1];
            }

            rows[hole] = row;
            left -= next - hole;
            if (left < 0)
            {
                return false;
            }
        }

        return true;
    }

    private readonly struct ByTieThenDate : IComparer<BatchRow>
    {
        public int Compare(BatchRow x, BatchRow y) => x.Tie != y.Tie ? x.Tie.CompareTo(y.Tie) : x.Day.CompareTo(y.Day);
    }
}
