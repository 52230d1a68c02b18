using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>The touchpoints of one contact in a log; one writer, and read-only once a snapshot holds it.</summary>
/// <remarks>
/// What is written waits unsorted until somebody reads: a million touchpoints in any order cost one sort. What has been read is an
/// immutable array, which copies for later epochs share.
/// </remarks>
internal sealed class ContactHistory(int epoch)
{
    private readonly Lock gate = new();
    private ImmutableArray<Touchpoint> sorted = [];
    private List<Touchpoint> waiting = [];

    /// <summary>
    /// Gets the number of snapshots the log had taken when this history was made: only the current one may be written to.
    /// </summary>
    public int Epoch => epoch;

    public int Count => sorted.Length + waiting.Count;

    public ContactHistory CopyFor(int newEpoch) => new(newEpoch) { sorted = ToSortedArray() };

    public void Add(Touchpoint touchpoint) => waiting.Add(touchpoint);

    public void Remove(Touchpoint touchpoint) =>
        sorted = ToSortedArray().RemoveAt(sorted.BinarySearch(touchpoint, TouchpointIdentity.Comparer));

    public void RemoveAll(HashSet<Touchpoint> touchpoints) => sorted = ToSortedArray().RemoveAll(touchpoints.Contains);

    /// <summary>Returns the touchpoints in (instant, identity) order. Readers of a snapshot may come from several threads.</summary>
    public ImmutableArray<Touchpoint> ToSortedArray()
    {
        lock (gate)
        {
            if (waiting.Count > 0)
            {
                // Sorting what is in order already, as most of it is, would cost as much as sorting what is not.
                if (!IsOrdered(waiting))
                {
                    waiting.Sort(TouchpointIdentity.Comparer);
                }

                sorted = Merge(sorted, waiting);
                waiting = [];
            }

            return sorted;
        }
    }

    private static bool IsOrdered(List<Touchpoint> touchpoints)
    {
        for (var i = 1; i < touchpoints.Count; i++)
        {
            if (TouchpointIdentity.Comparer.Compare(touchpoints[i - 1], touchpoints[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<Touchpoint> Merge(ImmutableArray<Touchpoint> left, List<Touchpoint> right)
    {
        var merged = ImmutableArray.CreateBuilder<Touchpoint>(left.Length + right.Count);
        var taken = 0;
        foreach (var touchpoint in left)
        {
            while (taken < right.Count && TouchpointIdentity.Comparer.Compare(right[taken], touchpoint) < 0)
            {
                merged.Add(right[taken++]);
            }

            merged.Add(touchpoint);
        }

        while (taken < right.Count)
        {
            merged.Add(right[taken++]);
        }

        return merged.MoveToImmutable();
    }
}
