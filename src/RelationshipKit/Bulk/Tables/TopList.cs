namespace RelationshipKit.Bulk.Tables;

/// <summary>Keeps the ties with the largest keys, the smaller index first among equals.</summary>
/// <remarks>The order is total, so that what is kept does not depend on the order of adding. Not safe to share between threads.</remarks>
internal sealed class TopList(int capacity)
{
    // A heap: the least of those kept is first.
    private readonly (long Key, int Tie)[] kept = new (long Key, int Tie)[capacity];
    private int count;

    /// <summary>Returns a key in the order of the numbers; no number may be NaN.</summary>
    public static long KeyOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0); // so that -0 is 0
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    public void Add(long key, int tie)
    {
        if (count < kept.Length)
        {
            Rise(count++, (key, tie));
        }
        else if (capacity > 0 && IsLess(kept[0], (key, tie)))
        {
            Sink((key, tie));
        }
    }

    public void AddAll(TopList other)
    {
        foreach (var (key, tie) in other.kept.AsSpan(0, other.count))
        {
            Add(key, tie);
        }
    }

    /// <summary>Writes the ties, the largest key first, and returns their number.</summary>
    public int CopyTo(Span<int> top)
    {
        var sorted = kept.AsSpan(0, count).ToArray();
        Array.Sort(sorted, static (left, right) => left.Key != right.Key ? right.Key.CompareTo(left.Key) : left.Tie.CompareTo(right.Tie));
        for (var i = 0; i < sorted.Length; i++)
        {
            top[i] = sorted[i].Tie;
        }

        return sorted.Length;
    }

    private static bool IsLess((long Key, int Tie) left, (long Key, int Tie) right) =>
        left.Key != right.Key ? left.Key < right.Key : left.Tie > right.Tie;

    private void Rise(int at, (long Key, int Tie) item)
    {
        for (int parent; at > 0 && IsLess(item, kept[parent = (at - 1) / 2]); at = parent)
        {
            kept[at] = kept[parent];
        }

        kept[at] = item;
    }

    private void Sink((long Key, int Tie) item)
    {
        var at = 0;
        for (int child; (child = (2 * at) + 1) < count; at = child)
        {
            if (child + 1 < count && IsLess(kept[child + 1], kept[child]))
            {
                child++;
            }

            if (!IsLess(kept[child], item))
            {
                break;
            }

            kept[at] = kept[child];
        }

        kept[at] = item;
    }
}
