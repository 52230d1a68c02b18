namespace RelationshipKit.Bulk.Tables;

/// <content>Taking over ties as they are, and keeping their cells together.</content>
internal sealed partial class TieChunk
{
    /// <summary>Takes over the ties of another chunk that have no contact here, as they are.</summary>
    public void TakeOver(TieChunk other)
    {
        MakeReadyFor(other);
        cells.Reserve(other.cells.Used);
        var moves = MovesTo(other.Landmark, Landmark);
        var (ofClosed, isFalling) = (OfClosed(moves), moves.AsSpan().ContainsAnyExcept(0));
        for (var tie = 0; tie < other.Ties; tie++)
        {
            if (other.Head(tie).Touchpoints == 0 || Head(tie).Touchpoints > 0)
            {
                continue;
            }

            Head(tie) = other.Head(tie);
            other.Standing(tie).CopyTo(Standing(tie));
            other.Closed(tie).CopyTo(Closed(tie));
            if (isFalling)
            {
                LetFall(Standing(tie), moves);
                LetFall(Closed(tie), ofClosed);
            }

            ref var row = ref Row(tie);
            row = other.Row(tie);
            (row.CellsAt, row.CellsLength, row.CellsRoom) = (0, 0, 0);
            CopyCells(ref row, cells, other.Row(tie), other.cells, 0);
        }
    }

    // Makes room in the range of the sums for the ties of another chunk.
    private void MakeReadyFor(TieChunk other)
    {
        if (landmark is null)
        {
            landmark = [.. other.Landmark];
        }
        else
        {
            // Of each lane the later one.
            LetFall(MovesTo(landmark, other.Landmark));
            for (var lane = 0; lane < landmark.Length; lane++)
            {
                landmark[lane] = Math.Max(landmark[lane], other.Landmark[lane]);
            }
        }

        landmarkServesUpTo = fold.Lanes.ServesUpTo(landmark);
    }

    // Into one piece, with room for more.
    private static void CopyCells(ref TieRow row, CellArena to, in TieRow ofRow, CellArena from, int more)
    {
        var length = from.LengthOf(ofRow);
        var others = ofRow.Open.HasOther ? PackedCell.Size : 0;
        if (length + others + more == 0)
        {
            return;
        }

        to.MakeRoom(ref row, length + others + more, 0);
        from.CopyTo(ofRow, to.Of(row)[..length]);
        from.Of(ofRow, ofRow.CellsLength)[..others].CopyTo(to.Of(row, length));
        row.CellsLength = length;
    }

    // By how many half-lives each lane's sums must fall to be those of a later landmark; 0 where it is not later.
    private static double[] MovesTo(ReadOnlySpan<double> landmark, ReadOnlySpan<double> later)
    {
        var moves = new double[landmark.Length];
        for (var lane = 0; lane < moves.Length; lane++)
        {
            moves[lane] = Math.Max(0, later[lane] - landmark[lane]);
        }

        return moves;
    }

    private double[] OfClosed(double[] lanes) =>
        [.. lanes.AsSpan(0, fold.Lanes.Standing), .. lanes.AsSpan(fold.Lanes.Momentum, MomentumSums)];

    // Moves the cells of all ties together, in their order, where too much room is waste.
    private void PackCells()
    {
        if (!cells.IsWasteful)
        {
            return;
        }

        var packed = new CellArena();
        packed.Reserve((int)Math.Min(Array.MaxLength, cells.Bytes));
        for (var tie = 0; tie < Ties; tie++)
        {
            ref var row = ref Row(tie);
            if (row.CellsRoom > 0)
            {
                // Room for cells to come is kept: who needed it will need it again.
                var old = row;
                (row.CellsAt, row.CellsLength, row.CellsRoom) = (0, 0, 0);
                CopyCells(ref row, packed, old, cells, old.CellsRoom - old.CellsLength - (old.Open.HasOther ? PackedCell.Size : 0));
            }
        }

        packed.TrimEnd();
        cells = packed;
    }
}
