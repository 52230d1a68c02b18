using System.Runtime.InteropServices;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Ties;

/// <summary>Folds touchpoints into the cells of one tie: amortised O(1) each in time order, O(days) for a late one.</summary>
internal sealed class TieFold
{
    private readonly FoldPlan plan;
    private readonly List<TieCell> cells;
    private LocalDays days;
    private TieCounts counts;

    // The first cells, whole days of them, that the masses have taken up.
    private TieMasses masses;
    private int taken;

    public TieFold(FoldPlan plan)
    {
        this.plan = plan;
        cells = [];
        days = new LocalDays(plan.Zone);
        counts = TieCounts.None;
        masses = new TieMasses(plan);
    }

    public TieFold(TieState state)
    {
        plan = state.Plan;
        cells = [.. state.Cells];
        days = new LocalDays(plan.Zone);
        counts = state.Counts;
        masses = state.ClosedMasses.Copy();
        taken = state.ClosedCells;
    }

    public void Add(Touchpoint touchpoint)
    {
        if (!touchpoint.IsContact)
        {
            return;
        }

        var cell = plan.CellOf(touchpoint, ref days);
        Add(cell);
        Count(new TieCounts(
            1,
            cell.LastOutgoingMicros == TieCell.Never ? 0 : 1,
            cell.LastIncomingMicros == TieCell.Never ? 0 : 1,
            cell.LatestMicros,
            cell.LatestMicros));
    }

    public void Add(in TieCell cell)
    {
        // The other class of a day already taken up changes that day too.
        var reopens = taken > 0 && cell.Day <= cells[taken - 1].Day;
        var index = IndexOf(cell);
        if (index >= 0)
        {
            cells[index] = cells[index].MergedWith(cell);
        }
        else
        {
            cells.Insert(~index, cell);
        }

        if (reopens)
        {
            masses = new TieMasses(plan);
            taken = 0;
        }
    }

    public void Count(TieCounts more) => counts = counts.Plus(more);

    public TieState ToState(long upToMicros)
    {
        var sorted = CollectionsMarshal.AsSpan(cells);
        while (NextDay(sorted) is var next && taken + next < sorted.Length)
        {
            masses.TakeUp(sorted.Slice(taken, next));
            taken += next;
        }

        return new TieState(plan, upToMicros, counts, [.. cells], masses.Copy(), taken);
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

    private int IndexOf(in TieCell cell)
    {
        // Most touchpoints come in time order: look at the end before searching.
        if (cells.Count == 0 || TieCell.Compare(cells[^1], cell) < 0)
        {
            return ~cells.Count;
        }

        var (low, high) = (0, cells.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = TieCell.Compare(cells[middle], cell);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
