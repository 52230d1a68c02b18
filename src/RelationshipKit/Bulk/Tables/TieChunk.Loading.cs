using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <content>Taking in ties as they were saved.</content>
internal sealed partial class TieChunk
{
    /// <summary>Fills a chunk without contact in room that is only lent, until <see cref="Settle"/>.</summary>
    public void Borrow(byte[] room) => cells.Borrow(room);

    /// <summary>Ends the loading of ties.</summary>
    public void Settle() => cells.Settle();

    /// <summary>Fills a tie without contact, but for its sums.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="closed">The cells of closed dates, as <see cref="CellBytes"/>, in order of date, light before rich.</param>
    /// <param name="gaps">The gaps between closed dates, and the last instant of these.</param>
    /// <param name="open">The open date.</param>
    /// <param name="contactDays">How many dates there are.</param>
    /// <param name="counts">The counts that go with them.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Load(
        int tie,
        ReadOnlySpan<byte> closed,
        in (GapProduct Product, long Latest) gaps,
        in DateCells open,
        int contactDays,
        in TieCounts counts)
    {
        ref var row = ref Row(tie);
        ref var head = ref Head(tie);
        Count(ref head, ref row, counts);
        head.ContactDays = contactDays;
        (row.ClosedGaps, row.ClosedLatest) = gaps;
        cells.MakeRoom(ref row, closed.Length + (open.HasBoth ? PackedCell.Size : 0), 0);
        closed.CopyTo(cells.Of(row));
        row.CellsLength = closed.Length;
        OpenTie.PackOpenDate(open, ref row, cells);
    }

    /// <summary>Adds the terms of dates to the sums of their ties, as folding date after date does, bit for bit.</summary>
    /// <param name="ties">Of each date the tie, or its complement where the date is the open one. The dates of a tie are in order.</param>
    /// <param name="terms">The terms, as many for each date as there are lanes.</param>
    [MethodImpl(Compile.AtOnce)]
    public void AddTerms(ReadOnlySpan<int> ties, ReadOnlySpan<double> terms)
    {
        var (width, momentum) = (fold.Lanes.Width, fold.Lanes.Momentum);
        foreach (var tie in ties)
        {
            if (tie < 0)
            {
                OpenTie.Add(Closed(~tie), terms, Standing(~tie));
            }
            else
            {
                var sums = Closed(tie);
                OpenTie.Add(sums, terms, sums[..^MomentumSums]);
                OpenTie.AddMomentum(terms[momentum..], ref sums[^2], ref sums[^1]);
            }

            terms = terms[width..];
        }
    }
}
