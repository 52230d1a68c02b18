namespace RelationshipKit.Bulk.Tables;

/// <content>Taking over ties as they are, and keeping their cells together.</content>
internal sealed partial class TieChunk
{
    /// <summary>Makes room in the range of the sums for the ties of another chunk.</summary>
    public void MakeReadyFor(TieChunk other)
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

    /// <summary>Takes a tie of another chunk, ready for it, into the place of one without contact, as it is.</summary>
    public void TakeOver(int tie, TieChunk other)
    {
        Head(tie) = other.Head(tie);
        Row(tie) = other.Row(tie);
        other.Standing(tie).CopyTo(Standing(tie));
        other.Closed(tie).CopyTo(Closed(tie));
        var moves = MovesTo(other.Landmark, Landmark);
        LetFall(Standing(tie), moves);
        LetFall(Closed(tie), OfClosed(moves));

        ref var row = ref Row(tie);
        var length = other.Row(tie).CellsLength + (row.Open.HasOther ? PackedCell.Size : 0);
        (row.CellsAt, row.CellsLength, row.CellsRoom) = (0, 0, 0);
        if (length > 0)
        {
            cells.MakeRoom(ref row, length, 0);
            other.cells.Of(other.Row(tie))[..length].CopyTo(cells.Of(row));
            row.CellsLength = other.Row(tie).CellsLength;
        }
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

    private double[] OfClosed(double[] lanes) => [.. lanes.AsSpan(0, fold.Lanes.Standing), .. lanes.AsSpan(fold.Lanes.Momentum, MomentumSums)];

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
                var own = cells.Of(row);
                var length = row.CellsLength;
                (row.CellsLength, row.CellsRoom) = (0, 0);
                packed.MakeRoom(ref row, own.Length, 0);
                own.CopyTo(packed.Of(row));
                row.CellsLength = length;
            }
        }

        packed.TrimEnd();
        cells = packed;
    }
}
