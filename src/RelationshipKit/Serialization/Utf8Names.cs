using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>
/// What the names of a document stand for, found by their bytes: a million touchpoints with one contact make its name once.
/// </summary>
internal sealed class Utf8Names<T>(Func<string, T> make)
{
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> known =
        new Dictionary<byte[], T>(Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Returns what the text that the reader stands at means.</summary>
    public T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
        {
            return make(reader.GetString()!); // throws for what is no text
        }

        if (!known.TryGetValue(reader.ValueSpan, out var value))
        {
            value = make(reader.GetString()!);
            known[reader.ValueSpan] = value;
        }

        return value;
    }
}
