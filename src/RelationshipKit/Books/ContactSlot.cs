using System.Text.Json;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>The contacts of a book, by id.</summary>
internal sealed class ContactSlot() : BookSlot<ContactId, Contact>("contacts", BookChangeKind.Contact)
{
    public override ContactId? ContactOf(ContactId key) => key;

    public override Held<Contact> Get(BookState state, ContactId key) =>
        state.Contacts.TryGetValue(key, out var contact) ? contact : default(Held<Contact>);

    public override BookState Set(BookState state, ContactId key, Held<Contact> value) => state.With(key, value.Value);

    // An id leads to one person: a change that is made again or taken back must not give it to two.
    public override bool CanHold(BookState state, ContactId key, Held<Contact> value) =>
        value.Value is not { } contact || contact.Aliases.Append(key).All(id => state.Find(id) is not { } holder || holder.Id == key);

    public override bool IsOf(ContactId key, Contact value) => value.Id == key;

    public override IEnumerable<ContactId> Ids(Contact value) => value.Aliases.Append(value.Id);

    // A contact leads to itself; whom it is related to may be known to nobody.
    public override IEnumerable<ContactId> Named(ContactId key, Contact value) => [];

    public override IEnumerable<ContactId> Keys(BookState state) => state.Contacts.Keys;

    public override string WriteKey(ContactId key) => key.Value;

    public override ContactId ReadKey(string text) => ContactId.FromValue(text);

    public override void AddTo(ChangedRows rows, ContactId key) =>
        rows.Contacts[key] = new StoredContact(key, Get(rows.After, key).Value) { IsNew = !Get(rows.Before, key).IsThere };

    public override JsonElement Write(Contact value, CadencePolicies policies) =>
        Json.Element(ContactEntries.Write(value), DocumentsJsonContext.Default.ContactEntry);

    public override Contact Read(JsonElement element, CadencePolicies policies, string path) =>
        ContactEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.ContactEntry, path), path);
}
