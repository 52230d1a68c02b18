using System.Globalization;
using System.Text.Json;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>One kind of thing that a book keeps: where it is kept, and how it is written and read.</summary>
internal abstract class BookSlot(string name, BookChangeKind kind)
{
    /// <summary>Gets the name in documents; it never changes.</summary>
    public string Name => name;

    public BookChangeKind Kind => kind;

    /// <summary>Reads a change of this kind of thing.</summary>
    /// <exception cref="JsonException">The entry breaks a rule.</exception>
    public abstract BookEdit ReadEdit(ChangesDocument.ChangeEntry entry, CadencePolicies policies, string path);

    /// <summary>Writes all that a state keeps of this kind, by key.</summary>
    public abstract Dictionary<string, JsonElement> WriteAll(BookState state);

    /// <summary>Returns all ids that what a state keeps of this kind names, some of them more than once.</summary>
    public abstract IEnumerable<ContactId> AllNamed(BookState state);

    /// <summary>Reads what <see cref="WriteAll"/> wrote into a state.</summary>
    public abstract BookState ReadAll(BookState state, IReadOnlyDictionary<string, JsonElement> entries, string path);
}

/// <summary>A kind of thing with the types of its key and its value.</summary>
internal abstract class BookSlot<TKey, TValue>(string name, BookChangeKind kind) : BookSlot(name, kind)
    where TKey : notnull
    where TValue : notnull
{
    public abstract ContactId? ContactOf(TKey key);

    public abstract Held<TValue> Get(BookState state, TKey key);

    public abstract BookState Set(BookState state, TKey key, Held<TValue> value);

    public virtual bool AreEqual(Held<TValue> left, Held<TValue> right) => left.Equals(right);

    /// <summary>Determines whether a value can stand under a key beside everything else that a state holds.</summary>
    public virtual bool CanHold(BookState state, TKey key, Held<TValue> value) => true;

    /// <summary>Gets whether the book always holds such a thing, so that it is never added or removed.</summary>
    public virtual bool IsAlwaysThere => false;

    /// <summary>Returns what tells a key from all others.</summary>
    public virtual object PlaceOf(TKey key) => key;

    /// <summary>Determines whether a value is one of a key: what it says of itself is what it is kept under.</summary>
    public virtual bool IsOf(TKey key, TValue value) => true;

    /// <summary>Returns the ids that lead to somebody because of a value.</summary>
    public virtual IEnumerable<ContactId> Ids(TValue value) => [];

    /// <summary>Returns the ids that a value and its key name, which must lead to somebody.</summary>
    public virtual IEnumerable<ContactId> Named(TKey key, TValue value) => ContactOf(key) is { } id ? [id] : [];

    public override IEnumerable<ContactId> AllNamed(BookState state) => Keys(state).SelectMany(key => Named(key, Get(state, key).Value!));

    public abstract IEnumerable<TKey> Keys(BookState state);

    public abstract string WriteKey(TKey key);

    public abstract TKey ReadKey(string text);

    public abstract JsonElement Write(TValue value, CadencePolicies policies);

    public abstract TValue Read(JsonElement element, CadencePolicies policies, string path);

    /// <summary>Returns the change that puts a value in place of what a state holds, or null if it holds the same.</summary>
    public SlotEdit<TKey, TValue>? Change(BookState state, TKey key, Held<TValue> after)
    {
        var before = Get(state, key);
        return AreEqual(before, after) ? null : new SlotEdit<TKey, TValue>(this, key, before, after);
    }

    /// <summary>Adds the row of a store that keeps the thing.</summary>
    public virtual void AddTo(ChangedRows rows, TKey key)
    {
        var held = Get(rows.After, key);
        var text = WriteKey(key);
        rows.Entries[(Name, text)] = new StoredEntry(
            Name, text, held.IsThere ? Write(held.Value!, rows.After.Cadences.Policies).GetRawText() : null);
    }

    public override BookEdit ReadEdit(ChangesDocument.ChangeEntry entry, CadencePolicies policies, string path)
    {
        var key = ContactEntries.Made(
            () => ReadKey(entry.Key ?? throw JsonDocumentHead.Error("The member \"key\" is missing.", path)), $"{path}.key");
        return new SlotEdit<TKey, TValue>(
            this, key, ReadHeld(key, entry.Before, policies, $"{path}.before"), ReadHeld(key, entry.After, policies, $"{path}.after"));
    }

    public override Dictionary<string, JsonElement> WriteAll(BookState state) =>
        Keys(state).ToDictionary(WriteKey, key => Write(Get(state, key).Value!, state.Cadences.Policies), StringComparer.Ordinal);

    public override BookState ReadAll(BookState state, IReadOnlyDictionary<string, JsonElement> entries, string path)
    {
        // Keys are ids of people, so messages name a place by its number.
        foreach (var (number, (text, element)) in entries.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{number}]");
            var key = ContactEntries.Made(() => ReadKey(text), at);
            var value = ReadHeld(key, element, state.Cadences.Policies, at);
            state = CanHold(state, key, value)
                ? ContactEntries.Made(() => Set(state, key, value), at)
                : throw JsonDocumentHead.Error("The entry does not fit the rest of the document.", at);
        }

        return state;
    }

    private Held<TValue> ReadHeld(TKey key, JsonElement? element, CadencePolicies policies, string path)
    {
        if (element is not { } present)
        {
            return IsAlwaysThere ? throw JsonDocumentHead.Error("The value is missing; there is always one.", path) : default(Held<TValue>);
        }

        var value = ContactEntries.Made(() => Read(present, policies, path), path);
        return IsOf(key, value) ? value
            : throw JsonDocumentHead.Error("The entry is of another key than the one it is kept under; they must be the same.", path);
    }
}
