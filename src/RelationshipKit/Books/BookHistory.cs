using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>The touchpoints of a book as a value: every change gives another history and does not change this one.</summary>
/// <remarks>
/// A frozen base holds most slots. Later changes lie in a persistent overlay, which is merged into a new base when it grows past a quarter
/// of it. So the average cost of a change does not depend on the length of the history. Lists of touchpoints are kept per person: all ids
/// of one contact share one list.
/// </remarks>
internal sealed class BookHistory : ITouchpointReader, ITieStates
{
    private const int SmallestFullOverlay = 256;

    private readonly FrozenSlots frozen;
    private readonly ImmutableDictionary<Touchpoint, TouchpointSlot?> overlay;
    private readonly ImmutableDictionary<ContactId, PersonTouches> touches;
    private readonly ImmutableDictionary<ContactId, ContactId> people;

    private BookHistory(
        FrozenSlots frozen,
        ImmutableDictionary<Touchpoint, TouchpointSlot?> overlay,
        ImmutableDictionary<ContactId, PersonTouches> touches,
        ImmutableDictionary<ContactId, ContactId> people,
        int count)
    {
        this.frozen = frozen;
        this.overlay = overlay;
        this.touches = touches;
        this.people = people;
        Count = count;
    }

    public static BookHistory Empty { get; } = new(
        FrozenSlots.Empty,
        ImmutableDictionary.Create<Touchpoint, TouchpointSlot?>(TouchpointIdentity.Comparer),
        ImmutableDictionary<ContactId, PersonTouches>.Empty,
        ImmutableDictionary<ContactId, ContactId>.Empty,
        0);

    public int Count { get; }

    /// <summary>Gets what is left of forgotten touchpoints, by the id they were recorded under.</summary>
    public ImmutableSortedDictionary<ContactId, KeptTie> Kept { get; private init; } = ImmutableSortedDictionary<ContactId, KeptTie>.Empty;

    public ImmutableArray<ContactId> Contacts => [.. touches.Keys.Order()];

    /// <summary>Gets all slots, those without a touchpoint in use included, in no order.</summary>
    public IEnumerable<TouchpointSlot> Slots =>
        frozen.Slots.Where(slot => !overlay.ContainsKey(slot.Any)).Concat(overlay.Values.OfType<TouchpointSlot>());

    public static BookHistory Of(IReadOnlyCollection<TouchpointSlot> slots, ImmutableDictionary<ContactId, ContactId> people)
    {
        var made = FrozenSlots.Of(slots);
        var lists = new Dictionary<ContactId, List<Touchpoint>>();
        var count = 0;
        foreach (var slot in slots)
        {
            if (slot.Held is { } held)
            {
                count++;
                var counted = Counted(held, people);
                foreach (var person in PeopleIn(held, people))
                {
                    if (!lists.TryGetValue(person, out var list))
                    {
                        lists.Add(person, list = []);
                    }

                    list.Add(counted);
                }
            }
        }

        return new(
            made,
            Empty.overlay,
            lists.ToImmutableDictionary(list => list.Key, list => PersonTouches.Of(list.Value)),
            people,
            count);
    }

    public ContactId PersonOf(ContactId id) => people.GetValueOrDefault(id, id);

    public TouchpointSlot? SlotOf(Touchpoint identity) =>
        overlay.TryGetValue(identity, out var slot) ? slot : frozen.SlotOf(identity);

    /// <summary>Returns the history with other slots under many identities; null leaves no trace of one.</summary>
    /// <remarks>
    /// A few are taken one by one. A history whose large meetings change is made from the start, which costs each of them once.
    /// </remarks>
    public BookHistory WithAll(IReadOnlyDictionary<Touchpoint, TouchpointSlot?> changed)
    {
        var places = changed.Sum(
            change => (SlotOf(change.Key)?.Any.Participants.Length ?? 0) + (change.Value?.Any.Participants.Length ?? 0));
        return places <= Count
            ? changed.Aggregate(this, (left, change) => left.With(change.Key, change.Value))
            : Rewritten(Slots.Where(slot => !changed.ContainsKey(slot.Any)).Concat(changed.Values.OfType<TouchpointSlot>()), Kept);
    }

    /// <summary>Returns the history with another slot under an identity; null leaves no trace of it.</summary>
    public BookHistory With(Touchpoint identity, TouchpointSlot? slot)
    {
        var before = SlotOf(identity)?.Held;
        var after = slot?.Held;
        var lists = touches;
        if (before is not null)
        {
            lists = PeopleIn(before, people).Aggregate(lists, (left, person) => Without(left, person, before));
        }

        if (after is not null)
        {
            var counted = Counted(after, people);
            lists = PeopleIn(after, people).Aggregate(
                lists, (left, person) => left.SetItem(person, left.GetValueOrDefault(person, PersonTouches.Empty).With(counted)));
        }

        var changed = overlay.SetItem(identity, slot);
        var count = Count + (after is null ? 0 : 1) - (before is null ? 0 : 1);
        return changed.Count > SmallestFullOverlay + (frozen.Count / 4)
            ? new(frozen.With(changed), Empty.overlay, lists, people, count) { Kept = Kept }
            : new(frozen, changed, lists, people, count) { Kept = Kept };
    }

    /// <summary>Returns the history in which other ids belong to other people.</summary>
    public BookHistory With(ImmutableDictionary<ContactId, ContactId> otherPeople)
    {
        var moved = people.Keys.Concat(otherPeople.Keys)
            .Where(id => people.GetValueOrDefault(id, id) != otherPeople.GetValueOrDefault(id, id))
            .ToHashSet();
        if (moved.Count == 0)
        {
            return new(frozen, overlay, touches, otherPeople, Count) { Kept = Kept };
        }

        // A shared touchpoint is one object in all lists: told apart as such, it costs no reading of a thousand names for each of a
        // thousand people. The lists of people who gain or lose an id are made again. So are those of the others in the same touchpoints,
        // because their groups count people.
        var before = moved.Select(PersonOf).ToHashSet();
        var affected = before.SelectMany(person => Of(person)).ToHashSet<Touchpoint>(ReferenceEqualityComparer.Instance);
        var involved = moved.Concat(before).Concat(moved.Select(id => otherPeople.GetValueOrDefault(id, id))).ToHashSet();
        foreach (var touchpoint in affected.Where(touchpoint => touchpoint.Participants.Any(moved.Contains)))
        {
            involved.UnionWith(touchpoint.Participants.Select(id => otherPeople.GetValueOrDefault(id, id)));
        }

        var all = involved.SelectMany(id => touches.TryGetValue(id, out var list) ? list.ToSortedArray() : [])
            .ToHashSet<Touchpoint>(ReferenceEqualityComparer.Instance);
        var lists = touches.RemoveRange(involved).ToBuilder();
        foreach (var group in all.Select(touchpoint => Counted(touchpoint, otherPeople))
            .SelectMany(touchpoint => PeopleIn(touchpoint, otherPeople).Where(involved.Contains).Select(person => (person, touchpoint)))
            .GroupBy(row => row.person, row => row.touchpoint))
        {
            lists[group.Key] = PersonTouches.Of(group);
        }

        return new(frozen, overlay, lists.ToImmutable(), otherPeople, Count) { Kept = Kept };
    }

    public PersonTouches TouchesOf(ContactId id) => touches.GetValueOrDefault(PersonOf(id), PersonTouches.Empty);

    public TieState StateOf(ContactId contact, TieLayout layout, long upToMicros, Facet? facet) =>
        TouchesOf(contact).StateOf(layout, upToMicros, facet, [.. KeptOf(contact, facet)]);

    public IEnumerable<TieState> KeptOf(ContactId contact, Facet? facet)
    {
        if (Kept.IsEmpty)
        {
            return [];
        }

        var person = PersonOf(contact);
        return people.Where(alias => alias.Value == person).Select(alias => alias.Key).Append(person).SelectMany(
            id => Kept.GetValueOrDefault(id, KeptTie.Empty).Of(facet));
    }

    /// <summary>Returns the history with other slots and something else left of the forgotten ones.</summary>
    public BookHistory Rewritten(IEnumerable<TouchpointSlot> slots, ImmutableSortedDictionary<ContactId, KeptTie> kept)
    {
        var made = Of([.. slots], people);
        return new(made.frozen, made.overlay, made.touches, people, made.Count) { Kept = kept };
    }

    /// <summary>Returns the history with something else left of the forgotten touchpoints of an id; null for nothing.</summary>
    public BookHistory With(ContactId id, KeptTie? kept)
    {
        var person = PersonOf(id);
        return new(
            frozen, overlay, touches.TryGetValue(person, out var list) ? touches.SetItem(person, list.Anew()) : touches, people, Count)
        {
            Kept = kept is null ? Kept.Remove(id) : Kept.SetItem(id, kept),
        };
    }

    /// <summary>Returns the history with nothing left of the forgotten touchpoints of some ids.</summary>
    public BookHistory WithoutKept(IEnumerable<ContactId> ids) =>
        Kept.IsEmpty ? this : ids.Aggregate(this, (left, id) => left.With(id, null));

    public ImmutableArray<Touchpoint> Of(ContactId contact) => TouchesOf(contact).ToSortedArray();

    public ImmutableArray<Touchpoint> Of(ContactId contact, Facet facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        return [.. Of(contact).Where(touchpoint => touchpoint.Facet == facet)];
    }

    public ImmutableArray<Touchpoint> Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Of(contact.Id);
    }

    public ImmutableArray<Touchpoint> Between(Instant from, Instant to) =>
        to >= from
            ? InOrder(touchpoint => touchpoint.At >= from && touchpoint.At < to)
            : throw new ArgumentOutOfRangeException(
                nameof(to),
                $"The end is {InstantPattern.ExtendedIso.Format(to)}; it must not be before the start, "
                    + $"{InstantPattern.ExtendedIso.Format(from)}.");

    public bool Contains(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return SlotOf(touchpoint) is { Held: not null };
    }

    public IEnumerator<Touchpoint> GetEnumerator() => InOrder(_ => true).AsEnumerable().GetEnumerator();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} touchpoints of {touches.Count} contacts");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gets who takes part in a touchpoint: each person once, under whichever of their ids.</summary>
    private static IEnumerable<ContactId> PeopleIn(Touchpoint touchpoint, ImmutableDictionary<ContactId, ContactId> people) =>
        people.IsEmpty ? touchpoint.Participants
        : touchpoint.Participants is [var only] ? [people.GetValueOrDefault(only, only)]
        : touchpoint.Participants.Select(id => people.GetValueOrDefault(id, id)).Distinct();

    /// <summary>Returns a touchpoint that counts people and not ids.</summary>
    public Touchpoint Counted(Touchpoint touchpoint) => Counted(touchpoint, people);

    private static Touchpoint Counted(Touchpoint touchpoint, ImmutableDictionary<ContactId, ContactId> people)
    {
        if (touchpoint.Participants.Length == 1 || (people.IsEmpty && touchpoint.Doubles == 0))
        {
            return touchpoint;
        }

        var doubles = touchpoint.Participants.Length - PeopleIn(touchpoint, people).Count();
        return doubles == touchpoint.Doubles ? touchpoint : touchpoint with { Doubles = doubles };
    }

    private static ImmutableDictionary<ContactId, PersonTouches> Without(
        ImmutableDictionary<ContactId, PersonTouches> lists, ContactId person, Touchpoint touchpoint)
    {
        var left = lists[person].Without(touchpoint);
        return left.Count == 0 ? lists.Remove(person) : lists.SetItem(person, left);
    }

    // A shared touchpoint is in several lists: it is taken from that of its first participant.
    private ImmutableArray<Touchpoint> InOrder(Func<Touchpoint, bool> condition)
    {
        var all = ImmutableArray.CreateBuilder<Touchpoint>();
        foreach (var (person, list) in touches)
        {
            all.AddRange(list.ToSortedArray().Where(touchpoint => PersonOf(touchpoint.Participants[0]) == person && condition(touchpoint)));
        }

        all.Sort(TouchpointIdentity.Comparer);
        return all.DrainToImmutable();
    }
}
