using System.Runtime.InteropServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// Folds a checked batch of few touchpoints into the chunks of a table, one after the other, and asks for the memory of those to come.
/// </summary>
internal sealed class FewFold(TableFold fold, TieChunk?[] chunks, Func<int, TieChunk> writable, PendingDates pending)
{
    // Most that are few for a chunk: parting and sorting more costs less than waiting for each.
    private const int MostPerChunk = 32;

    // So many are waited for at once.
    private const int Ahead = 8;

    /// <summary>Returns whether a batch is of so few.</summary>
    public static bool Serves(int touchpoints, int chunks) => touchpoints <= (long)MostPerChunk * chunks;

    /// <summary>Folds a batch.</summary>
    /// <returns>How many touchpoints were contacts.</returns>
    public int Run(TouchColumns batch)
    {
        var (contacts, late) = (0, new List<(int Tie, BatchRow Row)>());
        for (var i = 0; i < Math.Min(Ahead, batch.Count); i++)
        {
            Prefetch(batch.Ties[i]);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            if (i + Ahead < batch.Count)
            {
                Prefetch(batch.Ties[i + Ahead]);
            }

            var (tie, micros, kind) = (batch.Ties[i], batch.UnixMicros[i], batch.Kinds[i]);
            if (!fold.Kinds.IsContact(kind))
            {
                continue;
            }

            contacts++;
            var chunk = writable(tie >> TieChunk.TieBits);
            var row = new BatchRow(micros, fold.Days.DayOf(micros), tie & (TieChunk.MaxTies - 1), kind, batch.Directions[i]);
            chunk.MakeReadyFor(micros);
            if (chunk.IsLate(row.Tie, row.Day))
            {
                late.Add((tie, row));
            }
            else
            {
                chunk.Fold(row.Tie, new ReadOnlySpan<BatchRow>(in row), pending);
            }
        }

        FoldLate(late);
        return contacts;
    }

    // What is late has the sums of its tie made again: once a tie.
    private void FoldLate(List<(int Tie, BatchRow Row)> late)
    {
        late.Sort(static (left, right) => left.Tie != right.Tie ? left.Tie.CompareTo(right.Tie) : left.Row.Day.CompareTo(right.Row.Day));
        var rows = late.ConvertAll(static item => item.Row);
        for (var first = 0; first < late.Count;)
        {
            var (tie, end) = (late[first].Tie, first + 1);
            while (end < late.Count && late[end].Tie == tie)
            {
                end++;
            }

            writable(tie >> TieChunk.TieBits).Fold(tie & (TieChunk.MaxTies - 1), CollectionsMarshal.AsSpan(rows)[first..end], pending);
            first = end;
        }
    }

    private void Prefetch(int tie) => chunks[tie >> TieChunk.TieBits]?.Prefetch(tie & (TieChunk.MaxTies - 1));
}
