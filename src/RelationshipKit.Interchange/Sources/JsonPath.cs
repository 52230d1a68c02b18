using System.Text.Json;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Reads a JSON file value by value, so that only one of the values asked for is in memory at a time.</summary>
internal sealed class JsonPath : IDisposable
{
    private const int LargestValue = 16 << 20;

    private readonly Stream stream;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int length;
    private bool ended;
    private JsonReaderState state = new(
        new JsonReaderOptions { MaxDepth = 128, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    public JsonPath(Stream stream) => this.stream = stream;

    /// <summary>Gets the kind of the token read last.</summary>
    public JsonTokenType Kind { get; private set; }

    /// <summary>Gets the name or the text of the token read last; <see langword="null"/> if it has none.</summary>
    public string? Text { get; private set; }

    /// <summary>Reads the next token.</summary>
    /// <returns><see langword="false"/> at the end.</returns>
    /// <exception cref="JsonException">The file is not JSON from here.</exception>
    public bool Read()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, length), ended, state);
            if (reader.Read())
            {
                Take(ref reader);
                return true;
            }

            if (ended)
            {
                return false;
            }

            Consume(ref reader);
            Fill();
        }
    }

    /// <summary>Reads the value that comes next as a whole.</summary>
    /// <returns>The value; <see langword="null"/> at the end of an array.</returns>
    /// <exception cref="JsonException">The value is not JSON, or larger than 16 MiB.</exception>
    public JsonDocument? ReadValue()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, length), ended, state);
            if (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                {
                    Take(ref reader);
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var document))
                {
                    Consume(ref reader);
                    return document;
                }
            }
            else if (ended)
            {
                throw new JsonException("The file ends within a value.");
            }

            Fill();
        }
    }

    /// <summary>Passes over the value that comes next, however large.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            if (!Read())
            {
                return;
            }

            depth += Kind is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1
                : Kind is JsonTokenType.EndArray or JsonTokenType.EndObject ? -1
                : 0;
        }
        while (depth > 0);
    }

    public void Dispose() => stream.Dispose();

    private void Take(ref Utf8JsonReader reader)
    {
        Kind = reader.TokenType;
        Text = Kind is JsonTokenType.PropertyName or JsonTokenType.String ? JsonText.Of(ref reader) : null;
        Consume(ref reader);
    }

    private void Consume(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
        length -= (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        if (ended)
        {
            throw new JsonException("The file ends within a value.");
        }

        if (start > 0)
        {
            buffer.AsSpan(start, length).CopyTo(buffer);
            start = 0;
        }

        if (length == buffer.Length)
        {
            if (buffer.Length >= LargestValue)
            {
                throw new JsonException("A value is larger than 16 MiB.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var got = stream.Read(buffer.AsSpan(length));
        ended = got == 0;
        length += got;
    }
}
