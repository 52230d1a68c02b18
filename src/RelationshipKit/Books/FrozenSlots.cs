using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>The slots of a history that do not change any more; whatever changes lies in an overlay above it.</summary>
/// <remarks>Most touchpoints are recorded as they happen and never corrected: such a slot is the touchpoint alone.</remarks>
internal sealed class FrozenSlots
{
    private readonly HashSet<Touchpoint> plain;
    private readonly Dictionary<Touchpoint, TouchpointSlot> special;

    private FrozenSlots(HashSet<Touchpoint> plain, Dictionary<Touchpoint, TouchpointSlot> special)
    {
        this.plain = plain;
        this.special = special;
    }

    public static FrozenSlots Empty { get; } = new(new(TouchpointIdentity.Comparer), new(TouchpointIdentity.Comparer));

    public int Count => plain.Count + special.Count;

    public IEnumerable<TouchpointSlot> Slots => plain.Select(Plain).Concat(special.Values);

    public static FrozenSlots Of(IReadOnlyCollection<TouchpointSlot> slots)
    {
        var made = new FrozenSlots(new(slots.Count, TouchpointIdentity.Comparer), new(TouchpointIdentity.Comparer));
        foreach (var slot in slots)
        {
            made.Set(slot);
        }

        return made;
    }

    public TouchpointSlot? SlotOf(Touchpoint identity) =>
        special.TryGetValue(identity, out var slot) ? slot
        : plain.TryGetValue(identity, out var held) ? Plain(held)
        : null;

    /// <summary>Returns a copy with other slots; null removes one.</summary>
    public FrozenSlots With(IEnumerable<KeyValuePair<Touchpoint, TouchpointSlot?>> changed)
    {
        var copy = new FrozenSlots(new(plain, TouchpointIdentity.Comparer), new(special, TouchpointIdentity.Comparer));
        foreach (var (identity, slot) in changed)
        {
            copy.plain.Remove(identity);
            copy.special.Remove(identity);
            if (slot is not null)
            {
                copy.Set(slot);
            }
        }

        return copy;
    }

    private static TouchpointSlot Plain(Touchpoint held) => TouchpointSlot.Of(held, held.AtMicros);

    private void Set(TouchpointSlot slot)
    {
        if (slot.Held is { } held && slot.Past.IsEmpty && slot.RecordedAtMicros == held.AtMicros)
        {
            plain.Add(held);
        }
        else
        {
            special.Add(slot.Any, slot);
        }
    }
}
