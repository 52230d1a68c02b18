using System.Buffers;

namespace RelationshipKit.Bulk;

/// <summary>Folds a checked batch into the chunks of a table.</summary>
/// <remarks>
/// Touchpoints are first parted by chunk, so that everything after stays in the nearer caches; then each chunk is sorted and folded, several
/// at once if wanted.
/// </remarks>
internal static class BatchFold
{
    // Touchpoints that are parted at once: what bounds the room that a batch needs.
    private const int MostAtOnce = 1 << 24;

    // Few enough for their dates to stay in the nearest cache.
    private const int RowsPerStep = 2_048;

    public static void Run(TouchColumns batch, long oldest, long newest, TableFold fold, TieChunk?[] chunks, Func<int, TieChunk> writable, int degree, out long contacts)
    {
        contacts = 0;
        for (var start = 0; start < batch.Count; start += MostAtOnce)
        {
            contacts += RunPart(batch.Slice(start, Math.Min(MostAtOnce, batch.Count - start)), oldest, newest, fold, chunks.Length, writable, degree);
        }
    }

    private static int RunPart(TouchColumns part, long oldest, long newest, TableFold fold, int chunkCount, Func<int, TieChunk> writable, int degree)
    {
        var rows = ArrayPool<BatchRow>.Shared.Rent(part.Count);
        var ends = ArrayPool<int>.Shared.Rent(chunkCount + 1);
        try
        {
            var contacts = Part(part, oldest, newest, fold, chunkCount, rows, ends);
            BlockRun.Each(chunkCount, 1, new BulkOptions { MaxDegreeOfParallelism = degree }, () => new Spare(fold.Lanes), (spare, chunk, _) =>
            {
                // Each chunk's rows end where the next one's begin.
                var start = chunk == 0 ? 0 : ends[chunk - 1];
                if (ends[chunk] > start)
                {
                    FoldChunk(writable(chunk), rows.AsSpan(start, ends[chunk] - start), spare);
                }
            });
            return contacts;
        }
        finally
        {
            ArrayPool<BatchRow>.Shared.Return(rows);
            ArrayPool<int>.Shared.Return(ends);
        }
    }

    /// <summary>Parts contacts by chunk in the order they come; attempts are left out.</summary>
    private static int Part(TouchColumns part, long oldest, long newest, TableFold fold, int chunkCount, BatchRow[] rows, int[] ends)
    {
        var next = ends.AsSpan(0, chunkCount + 1);
        next.Clear();
        var isContact = new bool[Ties.TouchpointKinds.MaxRows];
        for (var kind = 0; kind < fold.Kinds.Count; kind++)
        {
            isContact[kind] = fold.Kinds.IsContact((byte)kind);
        }

        CountByChunk(part, isContact, next);
        var contacts = next[chunkCount];
        var dates = new double[RowsPerStep];
        for (var start = 0; start < part.Count; start += RowsPerStep)
        {
            var step = part.Slice(start, Math.Min(RowsPerStep, part.Count - start));
            fold.DaysOf(step.UnixMicros, oldest, newest, dates);
            Distribute(step, dates, isContact, next, rows);
        }

        return contacts;
    }

    // Where the rows of each chunk begin, and how many there are.
    private static void CountByChunk(TouchColumns part, bool[] isContact, Span<int> starts)
    {
        for (var i = 0; i < part.Count; i++)
        {
            starts[(part.Ties[i] >> TieChunk.TieBits) + 1] += isContact[part.Kinds[i]] ? 1 : 0;
        }

        for (var chunk = 1; chunk < starts.Length; chunk++)
        {
            starts[chunk] += starts[chunk - 1];
        }
    }

    private static void Distribute(TouchColumns step, double[] dates, bool[] isContact, Span<int> next, BatchRow[] rows)
    {
        for (var i = 0; i < step.Count; i++)
        {
            var (tie, kind) = (step.Ties[i], step.Kinds[i]);
            if (isContact[kind])
            {
                rows[next[tie >> TieChunk.TieBits]++] = new BatchRow(step.UnixMicros[i], (int)dates[i], tie & (TieChunk.MaxTies - 1), kind, step.Directions[i]);
            }
        }
    }

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
