using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Groups a stream by tie, in order of time within each.</summary>
/// <remarks>
/// The stream is first parted by ranges of ties, so that all that follows stays in the nearer caches. Each part is then sorted by counting,
/// first by stretches of time, then by tie; what is left out of order lies within one stretch and is put right by insertion.
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
        var threads = options with { Progress = null };
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
                BlockRun.Each(end - first, 1, threads, static () => new Scratch(), (scratch, i, _) =>
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
                rows[starts[(int)part]++] = new StreamRow(
                    stream.UnixMicros[i], tie & (MostTies - 1), stream.Kinds[i], stream.Directions[i]);
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

        var span = rows.Length == 0 ? 0 : newest - oldest;
        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)span) - StretchBits);
        CountingSort.By(rows, spare, scratch.Starts, new StretchNumber(oldest, shift));
        CountingSort.ByTie(spare, rows, scratch.Starts.AsSpan(0, MostTies + 1));

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
            CountingSort.PutRight(rows[begin..end]);
            begin = end;
        }

        to.Write(rows, firstRow);
    }

    private readonly struct StretchNumber(long oldest, int shift) : IRowNumber<StreamRow>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(in StreamRow row) => (int)((row.Micros - oldest) >> shift);
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
