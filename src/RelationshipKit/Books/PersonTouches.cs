using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RelationshipKit.Ties;
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
    private readonly PersonStates states;
    private ImmutableArray<Touchpoint>[]? merged;

    private PersonTouches(ImmutableArray<Touchpoint> frozen, ImmutableArray<Touchpoint> recent, PersonStates states)
    {
        this.frozen = frozen;
        this.recent = recent;
        this.states = states;
    }

    // Its states are never kept: nobody's list grows from this one.
    public static PersonTouches Empty { get; } = new([], [], new PersonStates());

    public int Count => frozen.Length + recent.Length;

    /// <summary>Returns touchpoints that may come in any order.</summary>
    public static PersonTouches Of(IEnumerable<Touchpoint> touchpoints)
    {
        var sorted = touchpoints.ToArray();
        if (!IsSorted(sorted))
        {
            Array.Sort(sorted, TouchpointIdentity.Comparer);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(sorted), [], new PersonStates());
    }

    /// <summary>Returns touchpoints that are in order already.</summary>
    public static PersonTouches OfSorted(ImmutableArray<Touchpoint> touchpoints) => new(touchpoints, [], new PersonStates());

    public PersonTouches With(Touchpoint touchpoint)
    {
        var at = ~recent.BinarySearch(touchpoint, TouchpointIdentity.Comparer);
        var more = recent.Insert(at, touchpoint);
        return more.Length <= MostRecent
            ? new(frozen, more, states.With(touchpoint))
            : new(Merge(frozen, more), [], states.With(touchpoint));
    }

    public PersonTouches Without(Touchpoint touchpoint)
    {
        var at = recent.BinarySearch(touchpoint, TouchpointIdentity.Comparer);
        return at >= 0
            ? new(frozen, recent.RemoveAt(at), new PersonStates())
            : new(frozen.RemoveAt(frozen.BinarySearch(touchpoint, TouchpointIdentity.Comparer)), recent, new PersonStates());
    }

    /// <summary>Returns the same touchpoints, of which no state is known.</summary>
    public PersonTouches Anew() => new(frozen, recent, new PersonStates());

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

    /// <summary>Returns the state of the person's tie up to an instant; see <see cref="ITieStates"/>.</summary>
    public TieState StateOf(TieLayout layout, long upToMicros, Facet? facet, ImmutableArray<TieState> kept) =>
        states.StateOf(this, layout, upToMicros, facet, kept);

    /// <summary>Returns the touchpoints after an instant and up to another.</summary>
    public Touches Between(long afterMicros, long upToMicros) =>
        new(Between(frozen.AsSpan(), afterMicros, upToMicros), Between(recent.AsSpan(), afterMicros, upToMicros));

    private static ReadOnlySpan<Touchpoint> Between(ReadOnlySpan<Touchpoint> sorted, long afterMicros, long upToMicros)
    {
        var from = CountUpTo(sorted, afterMicros);
        return sorted[from..Math.Max(from, CountUpTo(sorted, upToMicros))];
    }

    private static int CountUpTo(ReadOnlySpan<Touchpoint> sorted, long micros)
    {
        // Most questions are about the end.
        if (sorted.IsEmpty || sorted[^1].AtMicros <= micros)
        {
            return sorted.Length;
        }

        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle].AtMicros <= micros ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Documents and stores give them in order.
    private static bool IsSorted(Touchpoint[] touchpoints)
    {
        for (var i = 1; i < touchpoints.Length; i++)
        {
            if (TouchpointIdentity.Comparer.Compare(touchpoints[i - 1], touchpoints[i]) > 0)
            {
                return false;
            }
        }

        return true;
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
