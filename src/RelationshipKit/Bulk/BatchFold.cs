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

    public static void Run(TouchColumns batch, TableFold fold, TieChunk?[] chunks, Func<int, TieChunk> writable, int degree, out long contacts)
    {
        contacts = 0;
        for (var start = 0; start < batch.Count; start += MostAtOnce)
        {
            contacts += RunPart(batch.Slice(start, Math.Min(MostAtOnce, batch.Count - start)), fold, chunks.Length, writable, degree);
        }
    }

    private static int RunPart(TouchColumns part, TableFold fold, int chunkCount, Func<int, TieChunk> writable, int degree)
    {
        var rows = ArrayPool<BatchRow>.Shared.Rent(part.Count);
        var ends = ArrayPool<int>.Shared.Rent(chunkCount + 1);
        try
        {
            var contacts = Part(part, fold, chunkCount, rows, ends);
            BlockRun.Each(chunkCount, 1, new BulkOptions { MaxDegreeOfParallelism = degree }, static () => new Spare(), (spare, chunk, _) =>
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
    private static int Part(TouchColumns part, TableFold fold, int chunkCount, BatchRow[] rows, int[] ends)
    {
        var next = ends.AsSpan(0, chunkCount + 1);
        next.Clear();
        Span<bool> isContact = stackalloc bool[Ties.TouchpointKinds.MaxRows];
        for (var kind = 0; kind < fold.Kinds.Count; kind++)
        {
            isContact[kind] = fold.Kinds.IsContact((byte)kind);
        }

        for (var i = 0; i < part.Count; i++)
        {
            next[(part.Ties[i] >> TieChunk.TieBits) + 1] += isContact[part.Kinds[i]] ? 1 : 0;
        }

        for (var chunk = 1; chunk < next.Length; chunk++)
        {
            next[chunk] += next[chunk - 1];
        }

        var contacts = next[chunkCount];
        for (var i = 0; i < part.Count; i++)
        {
            var (tie, kind) = (part.Ties[i], part.Kinds[i]);
            if (isContact[kind])
            {
                rows[next[tie >> TieChunk.TieBits]++] = new BatchRow(part.UnixMicros[i], tie & (TieChunk.MaxTies - 1), kind, part.Directions[i]);
            }
        }

        return contacts;
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

            chunk.Fold(tie, sorted[first..end]);
            first = end;
        }
    }

    // What one thread sorts into; kept from chunk to chunk.
    private sealed class Spare
    {
        private BatchRow[] rows = [];

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
