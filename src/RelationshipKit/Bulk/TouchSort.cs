namespace RelationshipKit.Bulk;

/// <summary>Brings the touchpoints of a chunk into order: by tie, then by time.</summary>
/// <remarks>
/// Two passes of counting, the first by time cut into as many stretches as fit a small table, the second by tie; what then stands in one
/// stretch is put right by insertion, or by a sort where that is much. The cost grows with the number of touchpoints, in whatever order they come.
/// </remarks>
internal static class TouchSort
{
    // Below it, counting tables cost more than they save.
    private const int FewRows = 128;

    private const int TimeBits = 11;

    /// <summary>Sorts touchpoints.</summary>
    /// <param name="rows">The touchpoints.</param>
    /// <param name="spare">Room for as many.</param>
    /// <returns>Which of the two holds the sorted ones.</returns>
    public static Span<BatchRow> Sort(Span<BatchRow> rows, Span<BatchRow> spare)
    {
        if (rows.Length < FewRows)
        {
            rows.Sort(default(ByTieThenTime));
            return rows;
        }

        var (isSorted, min, max) = Range(rows);
        if (!isSorted)
        {
            var shift = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(max - min)) - TimeBits);
            CountByTime(rows, spare, min, shift);
            var swap = rows;
            rows = spare;
            spare = swap;
        }

        CountByTie(rows, spare);
        if (!isSorted)
        {
            PutRight(spare);
        }

        return spare;
    }

    private static (bool IsSorted, long Min, long Max) Range(ReadOnlySpan<BatchRow> rows)
    {
        var (isSorted, min, max, previous) = (true, long.MaxValue, long.MinValue, long.MinValue);
        foreach (ref readonly var row in rows)
        {
            isSorted &= row.Micros >= previous;
            previous = row.Micros;
            min = Math.Min(min, previous);
            max = Math.Max(max, previous);
        }

        return (isSorted, min, max);
    }

    private static void CountByTime(ReadOnlySpan<BatchRow> from, Span<BatchRow> to, long min, int shift)
    {
        Span<int> starts = stackalloc int[(1 << TimeBits) + 1];
        starts.Clear();
        foreach (ref readonly var row in from)
        {
            starts[(int)((ulong)(row.Micros - min) >> shift) + 1]++;
        }

        Accumulate(starts);
        foreach (ref readonly var row in from)
        {
            to[starts[(int)((ulong)(row.Micros - min) >> shift)]++] = row;
        }
    }

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
                own.Sort(default(ByTieThenTime));
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
            for (; hole > 0 && rows[hole - 1].Micros > row.Micros; hole--)
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

    private readonly struct ByTieThenTime : IComparer<BatchRow>
    {
        public int Compare(BatchRow x, BatchRow y) => x.Tie != y.Tie ? x.Tie.CompareTo(y.Tie) : x.Micros.CompareTo(y.Micros);
    }
}
