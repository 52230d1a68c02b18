using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <content>Taking in ties as they were saved.</content>
internal sealed partial class TieChunk
{
    /// <summary>Fills a tie without contact with cells in order of date and what they count up to.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="own">The cells, as <see cref="CellBytes"/>, light before rich on each date.</param>
    /// <param name="counts">The counts that go with them.</param>
    /// <param name="pending">Room for dates.</param>
    /// <remarks>The sums are those of folding date after date, bit for bit.</remarks>
    [MethodImpl(Compile.AtOnce)]
    public void Load(int tie, ReadOnlySpan<byte> own, in TieCounts counts, PendingDates pending)
    {
        ref var row = ref Row(tie);
        ref var head = ref Head(tie);
        Count(ref head, ref row, counts);
        var closed = Closed(tie);
        var weights = fold.Weights.Values;
        DateCells date = default;
        var (at, openAt) = (0, 0);
        while (true)
        {
            openAt = at;
            head.ContactDays++;
            if (CellBytes.IsOneShortDate(own[at..], out var size))
            {
                // One touchpoint is all, as of most dates that are over.
                var cell = own[at..];
                at += size;
                var latest = CellBytes.LatestOf(cell);
                Close(ref row, head.ContactDays, latest, latest);
                CellBytes.FillTerms(cell, weights[CellBytes.NumberOf(cell)], ref pending.Next());
            }
            else
            {
                at += Read(own[at..], weights, ref date);
                if (at == own.Length)
                {
                    break;
                }

                var earliest = Math.Min(date.Light.Earliest, date.Rich.Earliest);
                Close(ref row, head.ContactDays, earliest, Math.Max(date.Light.Latest, date.Rich.Latest));
                date.FillTerms(ref pending.Next());
            }

            if (pending.IsFull)
            {
                OpenTie.AddPending(pending, fold.Lanes, landmark, closed, 0);
            }
        }

        cells.MakeRoom(ref row, openAt + (date.HasBoth ? PackedCell.Size : 0), 0);
        own[..openAt].CopyTo(cells.Of(row));
        row.CellsLength = openAt;
        new OpenTie(fold, cells, pending, landmark, ref head, ref row, Standing(tie), closed).PutDown(date);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Close(ref TieRow row, int contactDays, long earliest, long latest)
    {
        if (contactDays > 1)
        {
            row.ClosedGaps.Add(row.ClosedLatest, earliest);
        }

        row.ClosedLatest = latest;
    }

    // Reads the one or two cells of a date and returns their bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Read(ReadOnlySpan<byte> from, double[] weights, ref DateCells date)
    {
        var cell = CellBytes.Read(from, out var @class, out _);
        var length = CellBytes.SizeOf(from);
        date.TurnTo(fold.Days.DayOf(cell.Latest));
        date.Of(@class) = cell with { Weight = weights[cell.Number] };
        if (length < from.Length)
        {
            var second = CellBytes.Read(from[length..], out @class, out var isSecond);
            if (isSecond)
            {
                date.Of(@class) = second with { Weight = weights[second.Number] };
                length += CellBytes.SizeOf(from[length..]);
            }
        }

        return length;
    }
}
