using System.Text.Json;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>Writes a value; the policies name those that are the host's own.</summary>
internal delegate JsonElement Writer<TValue>(TValue value, CadencePolicies policies);

/// <summary>Reads a value at a path of a document.</summary>
internal delegate TValue Reader<TValue>(JsonElement element, CadencePolicies policies, string path);

/// <summary>Things that a book keeps by key.</summary>
internal sealed class MapSlot<TKey, TValue>(
    string name,
    BookChangeKind kind,
    Func<TKey, ContactId?> contactOf,
    Func<BookState, TKey, Held<TValue>> get,
    Func<BookState, TKey, Held<TValue>, BookState> set,
    Func<BookState, IEnumerable<TKey>> keys,
    Func<TKey, string> writeKey,
    Func<string, TKey> readKey,
    Writer<TValue> write,
    Reader<TValue> read,
    Func<TKey, TValue, bool>? isOf = null,
    Func<TValue, IEnumerable<ContactId>>? named = null,
    Func<BookState, TKey, TValue, bool>? canHold = null) : BookSlot<TKey, TValue>(name, kind)
    where TKey : notnull
    where TValue : notnull
{
    public override ContactId? ContactOf(TKey key) => contactOf(key);

    public override Held<TValue> Get(BookState state, TKey key) => get(state, key);

    public override BookState Set(BookState state, TKey key, Held<TValue> value) => set(state, key, value);

    public override bool CanHold(BookState state, TKey key, Held<TValue> value) =>
        canHold is null || !value.IsThere || canHold(state, key, value.Value!);

    public override bool IsOf(TKey key, TValue value) => isOf is null || isOf(key, value);

    public override IEnumerable<ContactId> Named(TKey key, TValue value) => base.Named(key, value).Concat(named?.Invoke(value) ?? []);

    public override IEnumerable<TKey> Keys(BookState state) => keys(state);

    public override string WriteKey(TKey key) => writeKey(key);

    public override TKey ReadKey(string text) => readKey(text);

    public override JsonElement Write(TValue value, CadencePolicies policies) => write(value, policies);

    public override TValue Read(JsonElement element, CadencePolicies policies, string path) => read(element, policies, path);
}
