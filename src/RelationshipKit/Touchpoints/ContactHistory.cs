using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>The touchpoints of one contact in a log; one writer, and read-only once a snapshot holds it.</summary>
/// <remarks>Appends at the end in amortised O(1); a late touchpoint is appended as well and sorted in when somebody next reads.</remarks>
internal sealed class ContactHistory(int epoch)
{
    private readonly Lock gate = new();
    private readonly List<Touchpoint> touchpoints = [];
    private bool isSorted = true;
    private ImmutableArray<Touchpoint> view = [];

    private ContactHistory(int epoch, List<Touchpoint> touchpoints, bool isSorted)
        : this(epoch)
    {
        this.touchpoints.AddRange(touchpoints);
        this.isSorted = isSorted;
        view = default;
    }

    /// <summary>Gets the number of snapshots the log had taken when this history was made: only the current one may be written to.</summary>
    public int Epoch => epoch;

    public int Count => touchpoints.Count;

    public ContactHistory CopyFor(int newEpoch)
    {
        lock (gate)
        {
            return new ContactHistory(newEpoch, touchpoints, isSorted);
        }
    }

    public void Add(Touchpoint touchpoint)
    {
        isSorted = isSorted && (touchpoints.Count == 0 || TouchpointIdentity.Comparer.Compare(touchpoints[^1], touchpoint) < 0);
        touchpoints.Add(touchpoint);
        view = default;
    }

    public void Remove(Touchpoint touchpoint)
    {
        Sort();
        var index = touchpoints.BinarySearch(touchpoint, TouchpointIdentity.Comparer);
        touchpoints.RemoveAt(index);
        view = default;
    }

    /// <summary>Returns the touchpoints in (instant, identity) order. Readers of a snapshot may come from several threads.</summary>
    public ImmutableArray<Touchpoint> ToSortedArray()
    {
        lock (gate)
        {
            if (view.IsDefault)
            {
                Sort();
                view = [.. touchpoints];
            }

            return view;
        }
    }

    private void Sort()
    {
        if (!isSorted)
        {
            touchpoints.Sort(TouchpointIdentity.Comparer);
            isSorted = true;
        }
    }
}
