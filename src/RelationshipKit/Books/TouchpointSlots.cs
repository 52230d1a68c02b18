using System.Text.Json;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>The touchpoints of a book, by identity; any touchpoint of an identity is its key.</summary>
internal sealed class TouchpointSlots() : BookSlot<Touchpoint, TouchpointSlot>("touchpoints", BookChangeKind.Touchpoint)
{
    public override ContactId? ContactOf(Touchpoint key) => key.Participants.Length == 1 ? key.Participants[0] : null;

    public override Held<TouchpointSlot> Get(BookState state, Touchpoint key) =>
        state.History.SlotOf(key) is { } slot ? slot : default(Held<TouchpointSlot>);

    public override BookState Set(BookState state, Touchpoint key, Held<TouchpointSlot> value) =>
        state with { History = state.History.With(key, value.Value) };

    public override object PlaceOf(Touchpoint key) => key.Key;

    // A retracted touchpoint may name somebody who no longer exists, so restoring it checks again.
    public override IEnumerable<ContactId> Named(Touchpoint key, TouchpointSlot value) => value.Held?.Participants ?? [];

    public override IEnumerable<ContactId> AllNamed(BookState state) => state.History.Contacts;

    public override IEnumerable<Touchpoint> Keys(BookState state) => state.History.Slots.Select(slot => slot.Any);

    public override string WriteKey(Touchpoint key) => "";

    public override Touchpoint ReadKey(string text) => throw new NotSupportedException("The key of a touchpoint is read from its value.");

    public override BookEdit ReadEdit(ChangesDocument.ChangeEntry entry, CadencePolicies policies, string path)
    {
        var entries = new TouchpointEntries();
        var before = Slot(entry.Before, $"{path}.before");
        var after = Slot(entry.After, $"{path}.after");
        var key = after?.Any ?? before?.Any
            ?? throw JsonDocumentHead.Error("The change of a touchpoint has neither \"before\" nor \"after\".", path);
        if (before is not null && !TouchpointIdentity.Comparer.Equals(before.Any, key))
        {
            throw JsonDocumentHead.Error("The touchpoints before and after have different identities; they must have one.", path);
        }

        return new SlotEdit<Touchpoint, TouchpointSlot>(
            this, key, before is null ? default(Held<TouchpointSlot>) : before, after is null ? default(Held<TouchpointSlot>) : after);

        TouchpointSlot? Slot(JsonElement? element, string at) => element is { } present ? Read(present, entries, at) : null;
    }

    public override void AddTo(ChangedRows rows, Touchpoint key) =>
        rows.Touchpoints[key.Key] = StoredTouchpoint.Of(key.Key, rows.After.History.SlotOf(key), rows.Before.History.SlotOf(key) is null);

    public override JsonElement Write(TouchpointSlot value, CadencePolicies policies) => Json.Element(
        new TouchpointsDocument.SlotEntry
        {
            Held = value.Held is { } held ? TouchpointEntries.Write(held, value.RecordedAtMicros) : null,
            Past = value.Past.IsEmpty ? null : [.. value.Past.Select(TouchpointEntries.Write)],
        },
        DocumentsJsonContext.Default.SlotEntry);

    public override TouchpointSlot Read(JsonElement element, CadencePolicies policies, string path) =>
        Read(element, new TouchpointEntries(), path);

    private static TouchpointSlot Read(JsonElement element, TouchpointEntries entries, string path)
    {
        var entry = Json.Entry(element, DocumentsJsonContext.Default.SlotEntry, path);
        var past = (entry.Past ?? []).Select(
            (version, i) =>
                entries.Read(version ?? throw JsonDocumentHead.Error("The version is null.", $"{path}.past[{i}]"), $"{path}.past[{i}]"));
        var held = entry.Held is { } now ? entries.Read(now, $"{path}.held") : null;
        var recordedAt = held is null ? 0
            : Time.SupportedTime.ToMicros(TouchpointEntries.ReadRecordedAt(entry.Held!, held, $"{path}.held"));
        var slot = new TouchpointSlot(held, recordedAt, [.. past]);
        if (slot.Held is null && slot.Past.IsEmpty)
        {
            throw JsonDocumentHead.Error("There is neither \"held\" nor \"past\"; there must be one of them.", path);
        }

        return slot.Past.All(version => TouchpointIdentity.Comparer.Equals(version.Touchpoint, slot.Any))
            ? slot
            : throw JsonDocumentHead.Error("The past versions have other identities; they must have one.", $"{path}.past");
    }
}
