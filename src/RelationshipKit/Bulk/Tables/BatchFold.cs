using System.Buffers;
using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>Folds a checked batch into the chunks of a table.</summary>
/// <remarks>
/// Touchpoints are first parted by chunk, so that everything after stays in the nearer caches; then each chunk is sorted and folded,
/// several at once if wanted. A batch too large to be parted at once is gone through several times, each time for other chunks: so a tie
/// has all it gets at once, and nothing is folded twice.
/// </remarks>
internal sealed class BatchFold
{
    // Touchpoints that are parted at once, unless a single chunk gets more: what bounds the room that a batch needs.
    public const int MostAtOnce = 1 << 24;

    // Few enough for their dates to stay in the nearest cache.
    private const int RowsPerStep = 2_048;

    private readonly TableFold fold;
    private readonly Func<int, TieChunk> writable;
    private readonly BulkOptions options;
    private readonly int mostAtOnce;
    private readonly bool[] isContact = new bool[TouchpointKinds.MaxRows];
    private readonly double[] dates = new double[RowsPerStep];

    /// <summary>Initializes a new instance of the <see cref="BatchFold"/> class.</summary>
    /// <param name="fold">The fold of the table.</param>
    /// <param name="writable">Returns a chunk of the table that may be written.</param>
    /// <param name="degree">How many threads to use.</param>
    /// <param name="mostAtOnce">How many touchpoints are parted at once.</param>
    public BatchFold(TableFold fold, Func<int, TieChunk> writable, int degree, int mostAtOnce)
    {
        this.fold = fold;
        this.writable = writable;
        this.mostAtOnce = mostAtOnce;
        options = new BulkOptions { MaxDegreeOfParallelism = degree };
        for (var kind = 0; kind < fold.Kinds.Count; kind++)
        {
            isContact[kind] = fold.Kinds.IsContact((byte)kind);
        }
    }

    /// <summary>Folds a batch, none of whose instants is older or newer than two that are given.</summary>
    /// <returns>How many touchpoints were contacts.</returns>
    public int Run(TouchColumns batch, long oldest, long newest, int chunkCount)
    {
        var counts = ArrayPool<int>.Shared.Rent(chunkCount);
        try
        {
            Count(batch, counts.AsSpan(0, chunkCount));
            var contacts = 0;
            for (var first = 0; first < chunkCount;)
            {
                var (end, rows) = (first + 1, counts[first]);
                while (end < chunkCount && rows + (long)counts[end] <= mostAtOnce)
                {
                    rows += counts[end++];
                }

                if (rows > 0)
                {
                    FoldChunks(batch, oldest, newest, first, counts.AsSpan(first, end - first), rows);
                }

                contacts += rows;
                first = end;
            }

            return contacts;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    // Attempts are left out from here on.
    [MethodImpl(Compile.AtOnce)]
    private void Count(TouchColumns batch, Span<int> counts)
    {
        counts.Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            counts[batch.Ties[i] >> TieChunk.TieBits] += isContact[batch.Kinds[i]] ? 1 : 0;
        }
    }

    private void FoldChunks(TouchColumns batch, long oldest, long newest, int first, ReadOnlySpan<int> counts, int count)
    {
        var chunkCount = counts.Length;
        var rows = ArrayPool<BatchRow>.Shared.Rent(count);
        var ends = ArrayPool<int>.Shared.Rent(chunkCount);
        try
        {
            // Where each chunk's rows begin, which distributing them turns into where they end.
            var start = 0;
            for (var i = 0; i < chunkCount; i++)
            {
                ends[i] = start;
                start += counts[i];
            }

            for (var from = 0; from < batch.Count; from += RowsPerStep)
            {
                var step = batch.Slice(from, Math.Min(RowsPerStep, batch.Count - from));
                fold.DaysOf(step.UnixMicros, oldest, newest, dates);
                Distribute(step, first, ends.AsSpan(0, chunkCount), rows);
            }

            BlockRun.Each(chunkCount, 1, options, () => new Spare(fold.Lanes), (spare, i, _) =>
            {
                var begin = i == 0 ? 0 : ends[i - 1];
                if (ends[i] > begin)
                {
                    FoldChunk(writable(first + i), rows.AsSpan(begin, ends[i] - begin), spare);
                }
            });
        }
        finally
        {
            ArrayPool<BatchRow>.Shared.Return(rows);
            ArrayPool<int>.Shared.Return(ends);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void Distribute(TouchColumns step, int firstChunk, Span<int> next, BatchRow[] rows)
    {
        for (var i = 0; i < step.Count; i++)
        {
            var (tie, kind) = (step.Ties[i], step.Kinds[i]);
            var chunk = (tie >> TieChunk.TieBits) - firstChunk;
            if (isContact[kind] && (uint)chunk < (uint)next.Length)
            {
                rows[next[chunk]++] = new BatchRow(
                    step.UnixMicros[i], (int)dates[i], tie & (TieChunk.MaxTies - 1), kind, step.Directions[i]);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void FoldChunk(TieChunk chunk, Span<BatchRow> rows, Spare spare)
    {
        var newest = long.MinValue;
        foreach (ref readonly var row in rows)
        {
            newest = Math.Max(newest, row.Micros);
        }

        chunk.MakeReadyFor(newest);
        var sorted = TouchSort.Sort(rows, spare.Rows(rows.Length));
        for (var first = 0; first < sorted.Length;)
        {
            var (tie, end) = (sorted[first].Tie, first + 1);
            while (end < sorted.Length && sorted[end].Tie == tie)
            {
                end++;
            }

            chunk.Fold(tie, sorted[first..end], spare.Pending);
            first = end;
        }

        chunk.TrimAfter(sorted.Length);
    }

    // What one thread sorts into; kept from chunk to chunk.
    private sealed class Spare(DecayLanes lanes)
    {
        private BatchRow[] rows = [];

        public PendingDates Pending { get; } = new(lanes);

        public Span<BatchRow> Rows(int count)
        {
            if (rows.Length < count)
            {
                rows = new BatchRow[count + (count / 4)];
            }

            return rows.AsSpan(0, count);
        }
    }
}
