using System.Text.Json;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>A thing that a book keeps one of; its key is empty.</summary>
internal sealed class SingleSlot<TValue>(
    string name,
    BookChangeKind kind,
    Func<BookState, Held<TValue>> get,
    Func<BookState, Held<TValue>, BookState> set,
    Writer<TValue> write,
    Reader<TValue> read,
    bool isAlwaysThere = false) : BookSlot<string, TValue>(name, kind)
    where TValue : notnull
{
    public override bool IsAlwaysThere => isAlwaysThere;

    public override ContactId? ContactOf(string key) => null;

    public override Held<TValue> Get(BookState state, string key) => get(state);

    public override BookState Set(BookState state, string key, Held<TValue> value) => set(state, value);

    public override IEnumerable<string> Keys(BookState state) => get(state).IsThere ? [""] : [];

    public override string WriteKey(string key) => key;

    public override string ReadKey(string text) => text;

    public override JsonElement Write(TValue value, CadencePolicies policies) => write(value, policies);

    public override TValue Read(JsonElement element, CadencePolicies policies, string path) => read(element, policies, path);
}
