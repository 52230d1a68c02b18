using System.Runtime.InteropServices;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <content>Taking in touchpoints and other tables.</content>
public sealed partial class TieTable
{
    /// <summary>Folds touchpoints, in any order.</summary>
    /// <param name="ties">The tie of each.</param>
    /// <param name="unixMicros">The instant of each, in microseconds since 1970-01-01T00:00:00Z, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="kinds">The kind of each: a row of <see cref="FoldSettings.Kinds"/>.</param>
    /// <param name="directions">The <see cref="Direction"/> of each, as a byte.</param>
    /// <param name="options">
    /// Threads; <see langword="null"/> for <see cref="BulkOptions.Default"/>. Cancellation is looked at before the work, never in it, and
    /// progress is not reported.
    /// </param>
    /// <exception cref="ArgumentException">The columns are not all of one length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An element lies outside its range; the message names the first, and its index.
    /// </exception>
    /// <exception cref="OverflowException">A tie would have more than 2,147,483,647 touchpoints.</exception>
    /// <exception cref="OperationCanceledException">The work was called off before it began.</exception>
    public void Append(
        ReadOnlySpan<int> ties,
        ReadOnlySpan<long> unixMicros,
        ReadOnlySpan<byte> kinds,
        ReadOnlySpan<byte> directions,
        BulkOptions? options = null)
    {
        options ??= BulkOptions.Default;
        var batch = new TouchColumns(ties, unixMicros, kinds, directions);
        var (oldest, newest) = batch.Check(Count, fold.Kinds.Count);
        ThrowIfTooMany(batch);
        options.CancellationToken.ThrowIfCancellationRequested();

        Touchpoints += FewFold.Serves(batch.Count, chunks.Length) && MostAtOnce == BatchFold.MostAtOnce
            ? new FewFold(fold, chunks, WritableChunk, pending).Run(batch)
            : new BatchFold(fold, WritableChunk, options.MaxDegreeOfParallelism, MostAtOnce).Run(batch, oldest, newest, chunks.Length);
        upToMicros = Math.Max(upToMicros, newest);
    }

    /// <summary>Folds one touchpoint.</summary>
    /// <param name="tie">Its tie.</param>
    /// <param name="unixMicros">Its instant, in microseconds since 1970-01-01T00:00:00Z, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="kind">Its kind: a row of <see cref="FoldSettings.Kinds"/>.</param>
    /// <param name="direction">Its direction.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    /// <exception cref="OverflowException">The tie would have more than 2,147,483,647 touchpoints.</exception>
    public void Append(int tie, long unixMicros, byte kind, Direction direction)
    {
        if ((uint)tie < (uint)Count)
        {
            chunks[tie >> TieChunk.TieBits]?.Prefetch(tie & (TieChunk.MaxTies - 1));
        }

        var at = (byte)direction;
        var batch = new TouchColumns(
            new ReadOnlySpan<int>(in tie),
            new ReadOnlySpan<long>(in unixMicros),
            new ReadOnlySpan<byte>(in kind),
            new ReadOnlySpan<byte>(in at));
        batch.Check(Count, fold.Kinds.Count);
        ThrowIfTooMany(batch);
        if (fold.Kinds.IsContact(kind))
        {
            var chunk = WritableChunk(tie >> TieChunk.TieBits);
            var row = new BatchRow(unixMicros, fold.Days.DayOf(unixMicros), tie & (TieChunk.MaxTies - 1), kind, at);
            chunk.MakeReadyFor(unixMicros);
            chunk.Fold(row.Tie, new ReadOnlySpan<BatchRow>(in row), pending);
            Touchpoints++;
        }

        upToMicros = Math.Max(upToMicros, unixMicros);
    }

    /// <summary>Folds the touchpoints of another table, which has none of the same.</summary>
    /// <param name="other">A table of the same settings and zone; this one grows to as many ties. It is left as it is.</param>
    /// <remarks>Ties that only one of the tables has are copied as they are, at the speed of memory; those of both are folded.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="TieStateMismatchException">The other table is of other settings; the exception names them.</exception>
    /// <exception cref="OverflowException">A tie would have more than 2,147,483,647 touchpoints.</exception>
    public void Merge(TieTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.fold.Plan.Fingerprint.ThrowIfNot(fold.Plan.Fingerprint);
        ThrowIfTooMany(other);
        GrowTo(Math.Max(Count, other.Count));

        var touchpoints = other.Touchpoints;
        var canTakeOver = fold.Weights.TryKnow(other.fold.Weights);
        for (var index = 0; index < other.chunks.Length; index++)
        {
            if (other.chunks[index] is { HasContact: true } chunk)
            {
                Merge(index, chunk, canTakeOver);
            }
        }

        Touchpoints += touchpoints;
        upToMicros = Math.Max(upToMicros, other.upToMicros);
    }

    // What neither table has both of is copied as it is; the rest is folded.
    private void Merge(int index, TieChunk other, bool canTakeOver)
    {
        if (canTakeOver && chunks[index] is not { HasContact: true })
        {
            var copy = other.Copy(fold);
            copy.Grow(TiesIn(index));
            chunks[index] = copy;
            return;
        }

        var chunk = WritableChunk(index);
        var cells = new List<CellParts>();
        for (var tie = 0; tie < other.Ties; tie++)
        {
            if (other.HeadOf(tie).Touchpoints > 0 && !(canTakeOver && chunk.HeadOf(tie).Touchpoints == 0))
            {
                other.CopyCells(tie, cells);
                Add((index << TieChunk.TieBits) + tie, cells, other.CountsOf(tie));
            }
        }

        if (canTakeOver)
        {
            chunk.TakeOver(other);
        }
    }

    /// <summary>Puts cells and counts in the place of a tie's own.</summary>
    internal void Put(int tie, List<CellParts> cells, in TieCounts counts)
    {
        if (cells.Count > 0 || chunks[tie >> TieChunk.TieBits] is not null)
        {
            var chunk = WritableChunk(tie >> TieChunk.TieBits);
            Touchpoints -= chunk.HeadOf(tie & (TieChunk.MaxTies - 1)).Touchpoints;
            chunk.Clear(tie & (TieChunk.MaxTies - 1));
        }

        Add(tie, cells, counts);
        Touchpoints += counts.Touchpoints;
    }

    private void Add(int tie, List<CellParts> cells, in TieCounts counts)
    {
        if (cells.Count == 0)
        {
            return;
        }

        var own = CollectionsMarshal.AsSpan(cells);
        foreach (ref var cell in own)
        {
            cell = cell with { Cell = cell.Cell with { Number = fold.Weights.NumberOf(cell.Cell.Weight) } };
        }

        var chunk = WritableChunk(tie >> TieChunk.TieBits);
        chunk.MakeReadyFor(counts.LastMicros);
        chunk.Add(tie & (TieChunk.MaxTies - 1), own, counts, pending);
    }

    private void ThrowIfTooMany(in TouchColumns batch)
    {
        // No tie can overflow before all together do.
        if (Touchpoints + batch.Count > int.MaxValue)
        {
            batch.ThrowIfTooMany(fold.Kinds, Count, TouchpointsOf);
        }
    }

    private void ThrowIfTooMany(TieTable other)
    {
        for (var tie = 0; Touchpoints + other.Touchpoints > int.MaxValue && tie < Math.Min(Count, other.Count); tie++)
        {
            TouchColumns.ThrowIfTooMany(tie, (long)TouchpointsOf(tie) + other.TouchpointsOf(tie));
        }
    }

    private int TouchpointsOf(int tie) => chunks[tie >> TieChunk.TieBits]?.HeadOf(tie & (TieChunk.MaxTies - 1)).Touchpoints ?? 0;
}
