using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Groups a stream by tie, in order of time within each.</summary>
/// <remarks>
/// The stream is first parted by ranges of ties, so that all that follows stays in the nearer caches. Each part is then sorted by counting, first by stretches of
/// time, then by tie; what is left out of order lies within one stretch and is put right by insertion.
/// </remarks>
internal sealed class StreamSort(BulkOptions options)
{
    // Rows parted at once, unless a single part has more: what bounds the room that is needed.
    private const int MostAtOnce = 1 << 24;

    private const int TieBits = 11;
    private const int MostTies = 1 << TieBits;
    private const int StretchBits = 12;

    /// <summary>Writes the columns.</summary>
    public void Run(TouchColumns stream, Memory<int> offsets, long[] instants, byte[] kinds, byte[] directions)
    {
        var ties = offsets.Length - 1;
        var parts = (ties + MostTies - 1) / MostTies;
        var starts = new int[parts + 1];
        Count(stream.Ties, starts.AsSpan(1));
        for (var part = 0; part < parts; part++)
        {
            starts[part + 1] += starts[part];
        }

        offsets.Span[0] = 0;
        for (var first = 0; first < parts;)
        {
            var end = first + 1;
            while (end < parts && starts[end + 1] - starts[first] <= MostAtOnce)
            {
                end++;
            }

            var rows = ArrayPool<StreamRow>.Shared.Rent(starts[end] - starts[first]);
            try
            {
                Distribute(stream, first, starts.AsSpan(first..end).ToArray(), rows);
                var (from, own) = (first, new TieColumns(offsets, instants, kinds, directions));
                BlockRun.Each(end - first, 1, new BulkOptions { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism, CancellationToken = options.CancellationToken }, static () => new Scratch(), (scratch, i, _) =>
                {
                    var (begin, count) = (starts[from + i] - starts[from], starts[from + i + 1] - starts[from + i]);
                    SortPart(rows.AsSpan(begin, count), scratch, (from + i) * MostTies, starts[from + i], own);
                });
            }
            finally
            {
                ArrayPool<StreamRow>.Shared.Return(rows);
            }

            first = end;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void Count(ReadOnlySpan<int> ties, Span<int> counts)
    {
        foreach (var tie in ties)
        {
            counts[tie >> TieBits]++;
        }
    }

    // Turns where parts start, counted from the first of all, into where they end.
    [MethodImpl(Compile.AtOnce)]
    private static void Distribute(TouchColumns stream, int first, Span<int> starts, StreamRow[] rows)
    {
        var shift = starts[0];
        foreach (ref var start in starts)
        {
            start -= shift;
        }

        for (var i = 0; i < stream.Count; i++)
        {
            var tie = stream.Ties[i];
            var part = (uint)((tie >> TieBits) - first);
            if (part < (uint)starts.Length)
            {
                rows[starts[(int)part]++] = new StreamRow(stream.UnixMicros[i], tie & (MostTies - 1), stream.Kinds[i], stream.Directions[i]);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void SortPart(Span<StreamRow> rows, Scratch scratch, int firstTie, int firstRow, TieColumns to)
    {
        var ties = Math.Min(MostTies, to.Offsets.Length - 1 - firstTie);
        var spare = scratch.Rows(rows.Length);
        var (oldest, newest) = (long.MaxValue, long.MinValue);
        foreach (ref readonly var row in rows)
        {
            oldest = Math.Min(oldest, row.Micros);
            newest = Math.Max(newest, row.Micros);
        }

        ByStretch(rows, spare, scratch.Starts, oldest, rows.Length == 0 ? 0 : Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)(newest - oldest)) - StretchBits));
        ByTie(spare, rows, scratch.Starts);

        // Sorting has turned starts into ends.
        var offsets = to.Offsets.Span.Slice(firstTie + 1, ties);
        for (var tie = 0; tie < ties; tie++)
        {
            offsets[tie] = firstRow + scratch.Starts[tie];
        }

        var begin = 0;
        for (var tie = 0; tie < ties; tie++)
        {
            var end = scratch.Starts[tie];
            PutRight(rows[begin..end]);
            begin = end;
        }

        to.Write(rows, firstRow);
    }

    [MethodImpl(Compile.AtOnce)]
    private static void ByStretch(ReadOnlySpan<StreamRow> from, Span<StreamRow> to, Span<int> starts, long oldest, int shift)
    {
        starts = starts[..((1 << StretchBits) + 1)];
        starts.Clear();
        foreach (ref readonly var row in from)
        {
            starts[(int)((row.Micros - oldest) >> shift) + 1]++;
        }

        Accumulate(starts);
        foreach (ref readonly var row in from)
        {
            to[starts[(int)((row.Micros - oldest) >> shift)]++] = row;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void ByTie(ReadOnlySpan<StreamRow> from, Span<StreamRow> to, Span<int> starts)
    {
        starts = starts[..(MostTies + 1)];
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

    // By insertion, or by a sort where a tie has very many rows in one stretch.
    [MethodImpl(Compile.AtOnce)]
    private static void PutRight(Span<StreamRow> rows)
    {
        const int Patience = 16;
        var left = (long)Patience * rows.Length;
        for (var next = 1; next < rows.Length; next++)
        {
            if (!rows[next].IsBefore(rows[next - 1]))
            {
                continue;
            }

            var row = rows[next];
            var hole = next;
            for (; hole > 0 && row.IsBefore(rows[hole - 1]); hole--)
            {
                rows[hole] = rows[hole - 1];
            }

            rows[hole] = row;
            left -= next - hole;
            if (left < 0)
            {
                rows.Sort(static (x, y) => x.IsBefore(y) ? -1 : y.IsBefore(x) ? 1 : 0);
                return;
            }
        }
    }

    /// <summary>The columns to write.</summary>
    private sealed class TieColumns(Memory<int> offsets, long[] instants, byte[] kinds, byte[] directions)
    {
        public Memory<int> Offsets { get; } = offsets;

        [MethodImpl(Compile.AtOnce)]
        public void Write(ReadOnlySpan<StreamRow> rows, int first)
        {
            var at = instants.AsSpan(first, rows.Length);
            var kind = kinds.AsSpan(first, rows.Length);
            var direction = directions.AsSpan(first, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                ref readonly var row = ref rows[i];
                at[i] = row.Micros;
                kind[i] = row.Kind;
                direction[i] = row.Direction;
            }
        }
    }

    // What one thread sorts with; kept from part to part.
    private sealed class Scratch
    {
        private StreamRow[] rows = [];

        public int[] Starts { get; } = new int[(1 << StretchBits) + 1];

        public Span<StreamRow> Rows(int count)
        {
            if (rows.Length < count)
            {
                rows = new StreamRow[count + (count / 4)];
            }

            return rows.AsSpan(0, count);
        }
    }
}
