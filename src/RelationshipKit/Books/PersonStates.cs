using System.Collections.Immutable;
using RelationshipKit.Ties;

namespace RelationshipKit.Books;

/// <summary>The states of one person's tie, whole and by facet, as questions have folded them so far.</summary>
/// <remarks>
/// A state is folded forward only: a later question folds what came since, an earlier one folds the whole history again, and that result is
/// not kept. A list of touchpoints that gains one keeps its states; a list that loses one begins again. Safe for any number of threads: of
/// two questions at once only one keeps its result.
/// </remarks>
internal sealed class PersonStates
{
    // With more late touchpoints than this, folding from the start costs no more than folding them in.
    private const int MostLate = 64;

    private ImmutableArray<Held> held;

    public PersonStates() => held = [];

    private PersonStates(ImmutableArray<Held> held) => this.held = held;

    /// <summary>Returns the states for the same touchpoints and one more.</summary>
    public PersonStates With(Touchpoint touchpoint)
    {
        var before = held;
        return new(
            before.IsEmpty ? before : [.. before.Select(state => state.With(touchpoint)).Where(state => state.Late.Length <= MostLate)]);
    }

    /// <summary>Returns the state of a tie up to an instant.</summary>
    /// <param name="touchpoints">All touchpoints of the person.</param>
    /// <param name="layout">The settings and the zone to fold in.</param>
    /// <param name="upToMicros">The last instant to fold, itself included.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <param name="kept">What is left of forgotten touchpoints of the facet; always the same for one list of touchpoints.</param>
    public TieState StateOf(PersonTouches touchpoints, TieLayout layout, long upToMicros, Facet? facet, ImmutableArray<TieState> kept)
    {
        var states = held;
        var index = IndexOf(states, facet);
        var known = index >= 0 && ReferenceEquals(states[index].State.Plan, layout) ? states[index] : null;
        if (known is null || known.State.UpToMicros > upToMicros)
        {
            var fresh = new TieFold(layout);
            var isWhole = Fold(fresh, kept, upToMicros) & Fold(fresh, touchpoints.Between(long.MinValue, upToMicros), facet, upToMicros);
            var state = fresh.ToState(upToMicros);
            if (isWhole && known is null && touchpoints.Count > 0)
            {
                Keep(states, index, new Held(facet, state, []));
            }

            return state;
        }

        var since = touchpoints.Between(known.State.UpToMicros, upToMicros);
        if (since.IsEmpty && known.Late.IsEmpty)
        {
            return known.State.UpToLater(upToMicros);
        }

        var fold = new TieFold(known.State);
        var isClosed = Fold(fold, known.Late.AsSpan(), null, upToMicros) & Fold(fold, since, facet, upToMicros);
        var later = fold.ToState(upToMicros);
        if (isClosed)
        {
            Keep(states, index, new Held(facet, later, []));
        }

        return later;
    }

    // A touchpoint that lasts beyond the instant would have to be folded again: such a state answers and is not kept.
    private static bool Fold(TieFold fold, Touches touchpoints, Facet? facet, long upToMicros) =>
        Fold(fold, touchpoints.Frozen, facet, upToMicros) & Fold(fold, touchpoints.Recent, facet, upToMicros);

    // Earlier answers do not count what was forgotten, so they are not kept.
    private static bool Fold(TieFold fold, ImmutableArray<TieState> kept, long upToMicros)
    {
        var isWhole = true;
        foreach (var state in kept)
        {
            if (state.UpToMicros <= upToMicros)
            {
                fold.Add(state);
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole;
    }

    private static bool Fold(TieFold fold, ReadOnlySpan<Touchpoint> touchpoints, Facet? facet, long upToMicros)
    {
        var isClosed = true;
        foreach (var touchpoint in touchpoints)
        {
            if (IsOf(touchpoint, facet))
            {
                fold.Add(touchpoint, upToMicros);
                isClosed &= touchpoint.EndMicros <= upToMicros;
            }
        }

        return isClosed;
    }

    private static bool IsOf(Touchpoint touchpoint, Facet? facet) => facet is null || touchpoint.Facet is null || touchpoint.Facet == facet;

    private static int IndexOf(ImmutableArray<Held> states, Facet? facet)
    {
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i].Facet == facet)
            {
                return i;
            }
        }

        return -1;
    }

    private void Keep(ImmutableArray<Held> states, int index, Held state) =>
        ImmutableInterlocked.InterlockedCompareExchange(ref held, index < 0 ? states.Add(state) : states.SetItem(index, state), states);

    /// <summary>One state, and the touchpoints before its end that are not folded in yet.</summary>
    private sealed record Held(Facet? Facet, TieState State, ImmutableArray<Touchpoint> Late)
    {
        public Held With(Touchpoint touchpoint) =>
            touchpoint.AtMicros > State.UpToMicros || !IsOf(touchpoint, Facet) ? this : this with { Late = Late.Add(touchpoint) };
    }
}
