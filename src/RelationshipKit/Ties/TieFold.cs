using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>Folds touchpoints into the cells of one tie: amortised O(1) each in time order, O(days) for a late one.</summary>
/// <remarks>Once a state is made, nothing is left in the fold.</remarks>
internal sealed class TieFold
{
    private readonly TieLayout plan;
    private readonly CellBuffer cells;
    private LocalDays days;
    private TieCounts counts;

    // The days that come before those in the buffer, shared with the state that is folded further, and their masses.
    private ClosedDays closed;
    private TieMasses closedMasses;

    // The closed days and the first cells of the buffer, whole days of them, that the masses have taken up.
    private TieMasses masses;
    private int taken;

    public TieFold(TieLayout plan)
    {
        this.plan = plan;
        cells = new CellBuffer([]);
        days = new LocalDays(plan.Zone);
        counts = TieCounts.None;
        closed = ClosedDays.None;
        closedMasses = new TieMasses(plan);
        masses = closedMasses.Copy();
    }

    public TieFold(TieState state)
    {
        plan = state.Plan;
        cells = new CellBuffer(state.LastDay.AsSpan());
        days = new LocalDays(plan.Zone);
        counts = state.Counts;
        closed = state.ClosedDays;
        closedMasses = state.ClosedMasses;
        masses = closedMasses.Copy();
    }

    public void Add(Touchpoint touchpoint, long upToMicros = long.MaxValue)
    {
        if (!touchpoint.IsContact)
        {
            return;
        }

        var end = TieLayout.EndOf(touchpoint, upToMicros);
        var at = touchpoint.AtMicros;
        do
        {
            var cell = plan.CellFrom(touchpoint, at, upToMicros, ref days);
            Add(cell);
            at = cell.LatestMicros;
        }
        while (at < end);

        Count(new TieCounts(
            1,
            touchpoint.Direction is Direction.Outgoing or Direction.Mutual ? 1 : 0,
            touchpoint.Direction is Direction.Incoming or Direction.Mutual ? 1 : 0,
            touchpoint.AtMicros,
            end));
    }

    public void Add(in TieCell cell)
    {
        // The other class of a day already taken up changes that day too.
        if (closed.Reach(cell.Day))
        {
            cells.PutBefore(closed);
            (closed, closedMasses) = (ClosedDays.None, new TieMasses(plan));
            BeginAgain();
        }
        else if (taken > 0 && cell.Day <= cells.Sorted[taken - 1].Day)
        {
            BeginAgain();
        }

        cells.Add(cell);
    }

    /// <summary>Adds the cells and counts of a state, whatever the settings it was folded under.</summary>
    public void Add(TieState state)
    {
        foreach (var cell in state.Cells)
        {
            Add(cell);
        }

        Count(state.Counts);
    }

    public void Count(TieCounts more) => counts = counts.Plus(more);

    /// <summary>Returns the masses of all days as of the last contact; the fold goes on.</summary>
    public TieMasses Masses()
    {
        TakeUpClosedDays();
        var all = masses.Copy();
        if (cells.Sorted.Length > taken)
        {
            all.TakeUp(cells.Sorted[taken..]);
        }

        return all;
    }

    public TieState ToState(long upToMicros)
    {
        TakeUpClosedDays();
        var sorted = cells.Sorted;
        var state = new TieState(plan, upToMicros, counts, closed.With(sorted[..taken]), [.. sorted[taken..]], masses);
        cells.Release();
        return state;
    }

    private void BeginAgain()
    {
        masses = closedMasses.Copy();
        taken = 0;
    }

    private void TakeUpClosedDays()
    {
        var sorted = cells.Sorted;
        while (NextDay(sorted) is var next && taken + next < sorted.Length)
        {
            masses.TakeUp(sorted.Slice(taken, next));
            taken += next;
        }
    }

    private int NextDay(ReadOnlySpan<TieCell> sorted)
    {
        var length = 0;
        while (taken + length < sorted.Length && sorted[taken + length].Day == sorted[taken].Day)
        {
            length++;
        }

        return length;
    }
}
