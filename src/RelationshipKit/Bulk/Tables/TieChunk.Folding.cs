using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <content>Taking in touchpoints and cells.</content>
internal sealed partial class TieChunk
{
    /// <summary>Folds touchpoints of one tie, in order of date.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Fold(int tie, ReadOnlySpan<BatchRow> touches, PendingDates pending)
    {
        var open = new OpenTie(fold, cells, pending, landmark, ref Head(tie), ref Row(tie), Standing(tie), Closed(tie));
        var weights = fold.Weights.Values;
        var (outgoing, incoming, first, last) = (0, 0, long.MaxValue, long.MinValue);
        var i = 0;
        for (; i < touches.Length && open.TryTurnTo(touches[i].Day); i++)
        {
            ref readonly var touch = ref touches[i];
            var at = touch.Micros;
            ref var cell = ref open.Change(fold.ClassOf(touch.Kind));
            cell.Merge(weights[touch.Kind], touch.Kind, at, at, touch.OutgoingMicros, touch.IncomingMicros);
            outgoing += touch.Outgoing;
            incoming += touch.Incoming;
            (first, last) = (Math.Min(first, at), Math.Max(last, at));
        }

        open.PutDown();
        Count(ref Head(tie), ref Row(tie), new TieCounts(i, outgoing, incoming, first, last));
        if (i < touches.Length)
        {
            FoldLate(tie, touches[i..], pending);
        }

        PackCells();
    }

    /// <summary>Adds cells in order of date, light before rich, and the counts that go with them.</summary>
    public void Add(int tie, ReadOnlySpan<CellParts> more, in TieCounts counts, PendingDates pending)
    {
        if (more.IsEmpty)
        {
            return;
        }

        Count(ref Head(tie), ref Row(tie), counts);
        if (!TryAdd(tie, more, pending))
        {
            Refold(tie, more, pending);
        }

        PackCells();
    }

    private static void Count(ref TieHead head, ref TieRow row, in TieCounts more)
    {
        if (more.Touchpoints == 0)
        {
            return;
        }

        row.First = head.Touchpoints == 0 ? more.FirstMicros : Math.Min(row.First, more.FirstMicros);
        head.Last = head.Touchpoints == 0 ? more.LastMicros : Math.Max(head.Last, more.LastMicros);
        head.Touchpoints += more.Touchpoints;
        row.Outgoing += more.Outgoing;
        row.Incoming += more.Incoming;
    }

    private bool TryAdd(int tie, ReadOnlySpan<CellParts> more, PendingDates pending)
    {
        if (Head(tie).ContactDays > 0 && more[0].Day < Row(tie).OpenDay)
        {
            return false;
        }

        var open = new OpenTie(fold, cells, pending, landmark, ref Head(tie), ref Row(tie), Standing(tie), Closed(tie));
        foreach (ref readonly var cell in more)
        {
            open.TryTurnTo(cell.Day); // in order of date none is earlier
            open.Change(cell.Class).Merge(
                cell.Cell.Weight, cell.Cell.Number, cell.Cell.Earliest, cell.Cell.Latest, cell.Cell.Outgoing, cell.Cell.Incoming);
        }

        open.PutDown();
        return true;
    }

    private void FoldLate(int tie, ReadOnlySpan<BatchRow> touches, PendingDates pending)
    {
        var counts = TieCounts.None;
        var late = new CellParts[touches.Length];
        for (var i = 0; i < late.Length; i++)
        {
            ref readonly var touch = ref touches[i];
            var (at, weight) = (touch.Micros, fold.Weights.Values[touch.Kind]);
            counts = counts.Plus(new TieCounts(1, touch.Outgoing, touch.Incoming, at, at));
            var cell = new DateCell(weight, touch.Kind, at, at, touch.OutgoingMicros, touch.IncomingMicros);
            late[i] = new CellParts(touch.Day, fold.ClassOf(touch.Kind) != 0, cell);
        }

        Count(ref Head(tie), ref Row(tie), counts);
        Array.Sort(late);
        Refold(tie, late, pending);
    }

    // All once more, with more cells among those that are there.
    private void Refold(int tie, ReadOnlySpan<CellParts> more, PendingDates pending)
    {
        var own = new List<CellParts>();
        CopyCells(tie, own);
        var all = new CellParts[own.Count + more.Length];
        var next = 0;
        foreach (var cell in own)
        {
            for (; !more.IsEmpty && more[0].CompareTo(cell) < 0; more = more[1..])
            {
                all[next++] = more[0];
            }

            all[next++] = cell;
        }

        more.CopyTo(all.AsSpan(next));
        ClearCells(tie);
        TryAdd(tie, all, pending);
    }

    private void ClearCells(int tie)
    {
        cells.Free(ref Row(tie));
        (Row(tie).Open, Row(tie).ClosedGaps, Row(tie).ClosedLatest, Head(tie).ContactDays) = (default, default, 0, 0);
        Closed(tie).Clear();
    }

    private static void LetFall(Span<double> sums, ReadOnlySpan<double> halfLives)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            // In steps, so that each factor is a normal number.
            for (var left = halfLives[i]; left > 0 && sums[i] > 0; left -= 1_000)
            {
                sums[i] *= DecayLanes.PowerOfTwo(-Math.Min(left, 1_000));
            }
        }
    }
}
