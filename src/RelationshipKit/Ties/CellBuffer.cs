using System.Buffers;

namespace RelationshipKit.Ties;

/// <summary>The cells of a tie while it is folded, sorted; each day and class once.</summary>
/// <remarks>In a lent array, so that growing leaves nothing behind and only the cells of the state itself are allocated.</remarks>
internal sealed class CellBuffer
{
    private TieCell[] cells;
    private int count;

    public CellBuffer(ReadOnlySpan<TieCell> sorted)
    {
        cells = ArrayPool<TieCell>.Shared.Rent(sorted.Length + 1); // at least the one that the buffer is made for
        sorted.CopyTo(cells);
        count = sorted.Length;
    }

    public ReadOnlySpan<TieCell> Sorted => cells.AsSpan(0, count);

    /// <summary>Merges a cell with that of its day and class, or puts it in its place.</summary>
    public void Add(in TieCell cell)
    {
        var index = IndexOf(cell);
        if (index >= 0)
        {
            cells[index] = cells[index].MergedWith(cell);
            return;
        }

        if (count == cells.Length)
        {
            Grow(2 * count, 0);
        }

        index = ~index;
        cells.AsSpan(index, count - index).CopyTo(cells.AsSpan(index + 1));
        cells[index] = cell;
        count++;
    }

    /// <summary>Puts days before all of these.</summary>
    public void PutBefore(ClosedDays earlier)
    {
        Grow(earlier.Count + count + 1, earlier.Count);
        earlier.CopyTo(cells);
        count += earlier.Count;
    }

    /// <summary>Gives the array back; nothing can be added after.</summary>
    public void Release()
    {
        ArrayPool<TieCell>.Shared.Return(cells);
        (cells, count) = ([], 0);
    }

    private void Grow(int size, int from)
    {
        var larger = ArrayPool<TieCell>.Shared.Rent(size);
        Sorted.CopyTo(larger.AsSpan(from));
        ArrayPool<TieCell>.Shared.Return(cells);
        cells = larger;
    }

    private int IndexOf(in TieCell cell)
    {
        // Most touchpoints come in time order: look at the end before searching.
        if (count == 0 || TieCell.Compare(cells[count - 1], cell) < 0)
        {
            return ~count;
        }

        var (low, high) = (0, count - 1);
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
