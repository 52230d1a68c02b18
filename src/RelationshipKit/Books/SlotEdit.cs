using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>The change of one slot from one value to another.</summary>
internal sealed class SlotEdit<TKey, TValue>(BookSlot<TKey, TValue> slot, TKey key, Held<TValue> before, Held<TValue> after) : BookEdit
    where TKey : notnull
    where TValue : notnull
{
    public override BookChangeKind Kind => slot.Kind;

    public override BookChangeAction Action =>
        !before.IsThere ? BookChangeAction.Added
        : !after.IsThere ? BookChangeAction.Removed
        : BookChangeAction.Changed;

    public override ContactId? Contact => slot.ContactOf(key);

    public override BookState? Apply(BookState state) =>
        slot.AreEqual(slot.Get(state, key), before) && slot.CanHold(state, key, after) ? slot.Set(state, key, after) : null;

    public override object Place => (slot, slot.PlaceOf(key));

    public override IEnumerable<ContactId> GivenUp =>
        before.IsThere ? slot.Ids(before.Value!).Except(after.IsThere ? slot.Ids(after.Value!) : []) : [];

    public override IEnumerable<ContactId> NewlyNamed(BookState later) =>
        slot.Get(later, key) is { IsThere: true } held ? slot.Named(key, held.Value!)
            .Except(before.IsThere ? slot.Named(key, before.Value!) : []) : [];

    public override BookEdit Inverse() => new SlotEdit<TKey, TValue>(slot, key, after, before);

    public override bool EndsBefore(long micros) => key is Touchpoint touchpoint && touchpoint.EndMicros < micros;

    public override void AddTo(ChangedRows rows) => slot.AddTo(rows, key);

    public override ChangesDocument.ChangeEntry ToEntry(CadencePolicies policies) => new()
    {
        Kind = slot.Name,
        Key = slot.WriteKey(key),
        Before = before.IsThere ? slot.Write(before.Value!, policies) : null,
        After = after.IsThere ? slot.Write(after.Value!, policies) : null,
    };
}
