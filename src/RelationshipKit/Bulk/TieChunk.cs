using RelationshipKit.Ties;

namespace RelationshipKit.Bulk;

/// <summary>The states of up to 2,048 neighbouring ties of a table.</summary>
/// <remarks>
/// <para>
/// The sums are those of the cells in order of date, light before rich, whatever the order the touchpoints came in: a later date is added to
/// them, a change of an earlier one has them made anew from the cells. So they are the same, bit for bit, for the same touchpoints.
/// </para>
/// <para>Not safe to share between threads while one writes; different chunks may be written at once.</para>
/// </remarks>
internal sealed class TieChunk
{
    public const int TieBits = 11;
    public const int MaxTies = 1 << TieBits;

    private readonly TableFold fold;
    private readonly TieSumLayout layout;
    private readonly CellArena cells;
    private TieRow[] rows;
    private double[] sums;
    private double[]? landmark;

    /// <summary>Initializes a new instance of the <see cref="TieChunk"/> class, without contact.</summary>
    public TieChunk(TableFold fold, int ties)
    {
        this.fold = fold;
        layout = new TieSumLayout(fold.Lanes.Curve);
        cells = new CellArena();
        rows = new TieRow[ties];
        sums = new double[ties * layout.Length];
    }

    private TieChunk(TieChunk other, TableFold fold)
    {
        this.fold = fold;
        layout = other.layout;
        cells = other.cells.Copy();
        rows = [.. other.rows];
        sums = [.. other.sums];
        landmark = other.landmark?.ToArray();
    }

    /// <summary>Gets the table fold of the table that may write the chunk; others must copy it first.</summary>
    public TableFold Owner => fold;

    public int Ties => rows.Length;

    public TieSumLayout Layout => layout;

    /// <summary>Gets the sums of all ties, a row of <see cref="TieSumLayout.Length"/> each.</summary>
    public ReadOnlySpan<double> Sums => sums;

    /// <summary>Gets the landmark of the sums; empty before the first touchpoint.</summary>
    public ReadOnlySpan<double> Landmark => landmark;

    /// <summary>Gets the bytes that the ties and cells take.</summary>
    public long Bytes => ((long)rows.Length * TieRow.Size) + ((long)sums.Length * sizeof(double)) + cells.Bytes;

    public ref readonly TieRow RowOf(int tie) => ref rows[tie];

    /// <summary>Returns what the touchpoints of a tie count up to.</summary>
    public TieCounts CountsOf(int tie)
    {
        ref readonly var row = ref rows[tie];
        return row.Touchpoints == 0 ? TieCounts.None : new TieCounts(row.Touchpoints, row.Outgoing, row.Incoming, row.First, row.Last);
    }

    public TieChunk Copy(TableFold owner) => new(this, owner);

    public void Grow(int ties)
    {
        Array.Resize(ref rows, ties);
        Array.Resize(ref sums, ties * layout.Length);
    }

    /// <summary>Makes room in the range of the sums for touchpoints up to an instant, before they are folded.</summary>
    public void MakeReadyFor(long newest)
    {
        var lanes = fold.Lanes;
        if (landmark is null)
        {
            landmark = lanes.LandmarkFor(newest);
            return;
        }

        Span<double> moves = stackalloc double[lanes.Width];
        if (lanes.Move(landmark, newest, moves))
        {
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                MoveLane(lane, moves[lane]);
            }
        }
    }

    /// <summary>Folds touchpoints of one tie, in order of time.</summary>
    public void Fold(int tie, ReadOnlySpan<BatchRow> touches)
    {
        ref var row = ref rows[tie];
        var late = new LateCells(0, false);
        foreach (ref readonly var touch in touches)
        {
            var at = touch.Micros;
            Count(ref row, 1, touch.IsOutgoing ? 1 : 0, touch.IsIncoming ? 1 : 0, at, at);
            Add(
                ref row,
                tie,
                new CellParts(
                    fold.Days.DayOf(at),
                    fold.Kinds.RichWeights[touch.Kind] > 0,
                    touch.Kind,
                    at,
                    at,
                    touch.IsOutgoing ? at : TieCell.Never,
                    touch.IsIncoming ? at : TieCell.Never),
                ref late);
        }

        Finish(ref row, tie, late);
    }

    /// <summary>Adds cells in order of date, light before rich, and the counts that go with them.</summary>
    public void Add(int tie, ReadOnlySpan<CellParts> more, in TieCounts counts)
    {
        if (more.IsEmpty)
        {
            return;
        }

        ref var row = ref rows[tie];
        var late = new LateCells(0, false);
        Count(ref row, counts.Touchpoints, counts.Outgoing, counts.Incoming, counts.FirstMicros, counts.LastMicros);
        foreach (ref readonly var cell in more)
        {
            Add(ref row, tie, cell, ref late);
        }

        Finish(ref row, tie, late);
    }

    /// <summary>Takes all of a tie away.</summary>
    public void Clear(int tie)
    {
        cells.FreeChain(rows[tie].Head);
        rows[tie] = default;
        SumsOf(tie).Clear();
    }

    /// <summary>Copies the cells of a tie, in order of date, light before rich.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="target">Cleared, then filled.</param>
    public void CopyCells(int tie, List<CellParts> target)
    {
        target.Clear();
        for (var number = rows[tie].Head; number != 0; number = cells[number].Next)
        {
            ref var cell = ref cells[number];
            target.Add(new CellParts(fold.Days.DayOf(cell.Latest), cell.IsRich, cell.Weight, cell.Earliest, cell.Latest, cell.Outgoing, cell.Incoming));
        }
    }

    /// <summary>Returns the two sums of all dates that momentum is made of.</summary>
    public (double Short, double Long) MomentumSums(int tie)
    {
        ref readonly var row = ref rows[tie];
        var own = SumsOf(tie);
        var (shorter, longer) = (own[layout.ClosedShort], own[layout.ClosedLong]);
        Span<double> terms = stackalloc double[fold.Lanes.Width];
        for (var number = row.Open; number != 0; number = cells[number].Next)
        {
            TermsOf(cells[number], TieCell.Never, TieCell.Never, terms);
            shorter += terms[fold.Lanes.Short];
            longer += terms[fold.Lanes.Long];
        }

        return (shorter, longer);
    }

    private static void Count(ref TieRow row, int touchpoints, int outgoing, int incoming, long first, long last)
    {
        row.First = row.Touchpoints == 0 ? first : Math.Min(row.First, first);
        row.Last = row.Touchpoints == 0 ? last : Math.Max(row.Last, last);
        row.Touchpoints += touchpoints;
        row.Outgoing += outgoing;
        row.Incoming += incoming;
    }

    private Span<double> SumsOf(int tie) => sums.AsSpan(tie * layout.Length, layout.Length);

    private void Add(ref TieRow row, int tie, in CellParts cell, ref LateCells late)
    {
        if (row.Open == 0)
        {
            row.Head = row.Open = New(cell, 0);
            row.OpenDay = cell.Day;
            row.Cells = 1;
        }
        else if (cell.Day > row.OpenDay)
        {
            if (!late.Found)
            {
                CloseOpen(ref row, SumsOf(tie));
            }

            ref var open = ref cells[row.Open];
            var last = open.Next == 0 ? row.Open : open.Next;
            row.Open = New(cell, 0);
            cells[last].Next = row.Open;
            row.OpenDay = cell.Day;
            row.Cells++;
        }
        else if (cell.Day == row.OpenDay)
        {
            AddToOpen(ref row, cell);
        }
        else
        {
            AddLate(ref row, cell, ref late);
        }
    }

    private void AddToOpen(ref TieRow row, in CellParts cell)
    {
        ref var open = ref cells[row.Open];
        if (open.IsRich == cell.IsRich)
        {
            Merge(ref open, cell);
        }
        else if (open.Next != 0)
        {
            Merge(ref cells[open.Next], cell);
        }
        else if (cell.IsRich)
        {
            var added = New(cell, 0);
            cells[row.Open].Next = added;
            row.Cells++;
        }
        else
        {
            // Light goes before rich: what leads here need not know, if the two change places.
            var moved = cells.Take();
            ref var first = ref cells[row.Open];
            cells[moved] = first;
            Put(ref first, cell, moved);
            row.Cells++;
        }
    }

    private void AddLate(ref TieRow row, in CellParts cell, ref LateCells late)
    {
        // The next cell may be of the same date and yet go before this one, light before rich: it is looked for from the date before.
        var (before, next) = (late.Before, late.Before == 0 ? row.Head : cells[late.Before].Next);
        var dateBefore = before;
        while (true)
        {
            // The open date is later than the cell, so that the search ends there at the latest.
            ref var there = ref cells[next];
            var day = next == row.Open ? row.OpenDay : fold.Days.DayOf(there.Latest);
            if (day == cell.Day && there.IsRich == cell.IsRich)
            {
                Merge(ref there, cell);
                break;
            }

            if (day > cell.Day || (day == cell.Day && there.IsRich))
            {
                var added = New(cell, next);
                if (before == 0)
                {
                    row.Head = added;
                }
                else
                {
                    cells[before].Next = added;
                }

                row.Cells++;
                break;
            }

            dateBefore = day < cell.Day ? next : dateBefore;
            (before, next) = (next, there.Next);
        }

        late = new LateCells(dateBefore, true);
    }

    private int New(in CellParts cell, int next)
    {
        var number = cells.Take();
        Put(ref cells[number], cell, next);
        return number;
    }

    private static void Put(ref PackedCell packed, in CellParts cell, int next)
    {
        packed.SetInstants(cell.Earliest, cell.Latest, cell.Outgoing, cell.Incoming);
        packed.Weight = cell.Weight;
        packed.IsRich = cell.IsRich;
        packed.Next = next;
    }

    private void Merge(ref PackedCell packed, in CellParts cell)
    {
        var weights = fold.Weights.Values;
        packed.SetInstants(
            Math.Min(packed.Earliest, cell.Earliest),
            Math.Max(packed.Latest, cell.Latest),
            Math.Max(packed.Outgoing, cell.Outgoing),
            Math.Max(packed.Incoming, cell.Incoming));
        if (weights[cell.Weight] > weights[packed.Weight])
        {
            packed.Weight = cell.Weight;
        }
    }

    // The open date comes to rest among the closed ones.
    private void CloseOpen(ref TieRow row, Span<double> own)
    {
        TakeUp(row.Open, own, own[layout.Closed..], own[layout.ClosedShort..]);
        row.ClosedDays++;
    }

    private void Finish(ref TieRow row, int tie, LateCells late)
    {
        var own = SumsOf(tie);
        if (late.Found)
        {
            own.Clear();
            row.ClosedDays = 0;
            for (var number = row.Head; number != row.Open;)
            {
                number = TakeUp(number, own, own[layout.Closed..], own[layout.ClosedShort..]);
                row.ClosedDays++;
            }
        }

        if (row.Open != 0)
        {
            own.Slice(layout.Closed, layout.Closed).CopyTo(own);
            TakeUp(row.Open, own, own, []);
        }
    }

    /// <summary>Adds the one or two cells of a date to sums, and returns the number of the cell after them.</summary>
    private int TakeUp(int number, Span<double> own, Span<double> target, Span<double> momentum)
    {
        ref var cell = ref cells[number];
        var (outgoing, incoming, next) = (cell.Outgoing, cell.Incoming, cell.Next);
        Span<double> terms = stackalloc double[fold.Lanes.Width];
        if (next != 0 && !cell.IsRich && cells[next].IsRich && fold.Days.DayOf(cells[next].Latest) == fold.Days.DayOf(cell.Latest))
        {
            TermsOf(cell, TieCell.Never, TieCell.Never, terms);
            TakeUp(terms, false, target, momentum);
            cell = ref cells[next];
            (outgoing, incoming, next) = (Math.Max(outgoing, cell.Outgoing), Math.Max(incoming, cell.Incoming), cell.Next);
        }

        TermsOf(cell, outgoing, incoming, terms);
        TakeUp(terms, cell.IsRich, target, momentum);
        target[layout.Outgoing] += terms[fold.Lanes.Outgoing];
        target[layout.Incoming] += terms[fold.Lanes.Incoming];
        return next;
    }

    private void TakeUp(ReadOnlySpan<double> terms, bool isRich, Span<double> target, Span<double> momentum)
    {
        var first = isRich ? layout.Rich : 0;
        for (var i = 0; i < layout.HalfLives; i++)
        {
            target[first + i] += terms[i];
        }

        if (!momentum.IsEmpty)
        {
            momentum[0] += terms[fold.Lanes.Short];
            momentum[1] += terms[fold.Lanes.Long];
        }
    }

    private void TermsOf(in PackedCell cell, long outgoing, long incoming, Span<double> terms) =>
        fold.Lanes.Terms(cell.Latest, outgoing, incoming, fold.Weights.Values[cell.Weight], landmark, terms);

    private void MoveLane(int lane, double move)
    {
        if (move == 0)
        {
            return;
        }

        for (var tie = 0; tie < rows.Length; tie++)
        {
            var own = SumsOf(tie);
            if (lane < layout.HalfLives)
            {
                Fall(ref own[lane], move);
                Fall(ref own[layout.Rich + lane], move);
                Fall(ref own[layout.Closed + lane], move);
                Fall(ref own[layout.Closed + layout.Rich + lane], move);
            }
            else if (lane == fold.Lanes.Short || lane == fold.Lanes.Long)
            {
                Fall(ref own[layout.ClosedShort + lane - fold.Lanes.Short], move);
            }
            else
            {
                var direction = layout.Outgoing + lane - fold.Lanes.Outgoing;
                Fall(ref own[direction], move);
                Fall(ref own[layout.Closed + direction], move);
            }
        }
    }

    // In steps, so that each factor is a normal number.
    private static void Fall(ref double sum, double halfLives)
    {
        for (; halfLives > 0 && sum > 0; halfLives -= 1_000)
        {
            sum *= DecayLanes.PowerOfTwo(-Math.Min(halfLives, 1_000));
        }
    }

    // The last cell of a date before that of the latest one put in late, for the next to be looked for from there; and whether there was one.
    private readonly record struct LateCells(int Before, bool Found);
}
