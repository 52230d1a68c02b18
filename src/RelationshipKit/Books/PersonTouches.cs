using System.Collections.Immutable;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>The touchpoints of one person in order of time: an immutable list that takes one more without copying all.</summary>
/// <remarks>
/// New touchpoints wait in a short list of their own and are merged into the long one when there are <see cref="MostRecent"/>
/// of them. Reading is safe for any number of threads.
/// </remarks>
internal sealed class PersonTouches
{
    private const int MostRecent = 64;

    private readonly ImmutableArray<Touchpoint> frozen;
    private readonly ImmutableArray<Touchpoint> recent;
    private ImmutableArray<Touchpoint>[]? merged;

    private PersonTouches(ImmutableArray<Touchpoint> frozen, ImmutableArray<Touchpoint> recent)
    {
        this.frozen = frozen;
        this.recent = recent;
    }

    public static PersonTouches Empty { get; } = new([], []);

    public int Count => frozen.Length + recent.Length;

    /// <summary>Returns touchpoints that may come in any order.</summary>
    public static PersonTouches Of(IEnumerable<Touchpoint> touchpoints)
    {
        var sorted = touchpoints.ToArray();
        Array.Sort(sorted, TouchpointIdentity.Comparer);
        return new([.. sorted], []);
    }

    /// <summary>Returns touchpoints that are in order already.</summary>
    public static PersonTouches OfSorted(ImmutableArray<Touchpoint> touchpoints) => new(touchpoints, []);

    public PersonTouches With(Touchpoint touchpoint)
    {
        var at = ~recent.BinarySearch(touchpoint, TouchpointIdentity.Comparer);
        var more = recent.Insert(at, touchpoint);
        return more.Length <= MostRecent ? new(frozen, more) : new(Merge(frozen, more), []);
    }

    public PersonTouches Without(Touchpoint touchpoint)
    {
        var at = recent.BinarySearch(touchpoint, TouchpointIdentity.Comparer);
        return at >= 0
            ? new(frozen, recent.RemoveAt(at))
            : new(frozen.RemoveAt(frozen.BinarySearch(touchpoint, TouchpointIdentity.Comparer)), recent);
    }

    public ImmutableArray<Touchpoint> ToSortedArray()
    {
        if (recent.IsEmpty)
        {
            return frozen;
        }

        // Held in an array of one, so that a reader sees either nothing or all of it.
        var held = merged ??= [Merge(frozen, recent)];
        return held[0];
    }

    private static ImmutableArray<Touchpoint> Merge(ImmutableArray<Touchpoint> left, ImmutableArray<Touchpoint> right)
    {
        var all = ImmutableArray.CreateBuilder<Touchpoint>(left.Length + right.Length);
        var taken = 0;
        foreach (var touchpoint in left)
        {
            while (taken < right.Length && TouchpointIdentity.Comparer.Compare(right[taken], touchpoint) < 0)
            {
                all.Add(right[taken++]);
            }

            all.Add(touchpoint);
        }

        while (taken < right.Length)
        {
            all.Add(right[taken++]);
        }

        return all.MoveToImmutable();
    }
}
