using System.Globalization;
using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>The head every document of the kit begins with: what it is and which version of that.</summary>
/// <remarks>
/// It is read before the body is bound, so that a document of a later version is refused for its version
/// and not for the first member this version does not know.
/// </remarks>
internal static class JsonDocumentHead
{
    // A policy may be nested 32 deep and takes two levels for each.
    public const int MaxDepth = 128;

    // Text of which a book of millions of touchpoints is made; more than that is taken for an attack.
    private const long LargestDocument = 1L << 28;

    private const int PartBytes = 1 << 16;

    /// <summary>Reads the stream to its end, checks the head and returns the whole document, ready to be bound.</summary>
    /// <exception cref="JsonException">The document is not an object, or its format or version is another or missing.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream, string format, int version) => Checked(ReadToEnd(stream), format, version);

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(
        Stream stream, string format, int version, CancellationToken cancellationToken) =>
        Checked(await ReadToEndAsync(stream, cancellationToken).ConfigureAwait(false), format, version);

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> document, string format, int version)
    {
        var (foundFormat, foundVersion) = Find(document.Span);
        Check(foundFormat, format, foundVersion, version);
        return document;
    }

    /// <summary>Returns an exception whose message and <see cref="JsonException.Path"/> both say where.</summary>
    public static JsonException Error(string message, string path, Exception? inner = null) =>
        new($"{message} Path: {path}.", path, null, null, inner);

    /// <summary>Returns the problem of a part, which says where in itself, as one that says where in the document.</summary>
    public static JsonException ErrorWithin(string path, JsonException problem)
    {
        var end = problem.Message.LastIndexOf(" Path: ", StringComparison.Ordinal);
        return Error(end < 0 ? problem.Message : problem.Message[..end], path + problem.Path?[1..], problem.InnerException ?? problem);
    }

    private static (string? Format, int? Version) Find(ReadOnlySpan<byte> document)
    {
        string? foundFormat = null;
        int? foundVersion = null;
        try
        {
            var reader = new Utf8JsonReader(document);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Error("The document is not a JSON object.", "$");
            }

            while ((foundFormat is null || foundVersion is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isFormat = reader.ValueTextEquals("format"u8);
                var isVersion = reader.ValueTextEquals("version"u8);
                reader.Read();
                if (isFormat)
                {
                    foundFormat = reader.TokenType == JsonTokenType.String
                        ? reader.GetString()
                        : throw Error("The format is not a text.", "$.format");
                }
                else if (isVersion)
                {
                    foundVersion = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
                        ? number
                        : throw Error("The version is not a whole number.", "$.version");
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (InvalidOperationException problem)
        {
            // The reader checks the bytes of a text only when it is asked for the text.
            throw Error("A text is not UTF-8, or has half a surrogate pair.", "$", problem);
        }

        return (foundFormat, foundVersion);
    }

    public static void Check(string? foundFormat, string format, int? foundVersion, int version)
    {
        if (foundFormat != format)
        {
            var found = foundFormat is null ? "missing" : $"\"{foundFormat}\"";
            throw Error($"The format is {found}; it must be \"{format}\".", "$.format");
        }

        if (!(foundVersion >= 1 && foundVersion <= version))
        {
            var found = foundVersion?.ToString(CultureInfo.InvariantCulture) ?? "missing";
            var allowed = version == 1 ? "1" : $"from 1 to {version.ToString(CultureInfo.InvariantCulture)}";
            throw Error($"The version of {format} is {found}; it must be {allowed}.", "$.version");
        }
    }

    private static ReadOnlyMemory<byte> ReadToEnd(Stream stream)
    {
        using var buffer = BufferFor(stream);
        var part = new byte[PartBytes];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            buffer.Write(part, 0, read);
            ThrowIfTooLarge(buffer.Length);
        }

        return WithoutMark(buffer);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = BufferFor(stream);
        var part = new byte[PartBytes];
        for (int read; (read = await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            buffer.Write(part, 0, read);
            ThrowIfTooLarge(buffer.Length);
        }

        return WithoutMark(buffer);
    }

    // What a stream says of its length is a hint: it is not trusted for more than a document may have.
    private static MemoryStream BufferFor(Stream stream) =>
        stream.CanSeek ? new((int)Math.Clamp(stream.Length - stream.Position, 0, LargestDocument)) : new();

    private static void ThrowIfTooLarge(long length)
    {
        if (length > LargestDocument)
        {
            throw Error($"The document is larger than {LargestDocument / (1 << 20)} MiB.", "$");
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(MemoryStream buffer)
    {
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes; // a byte order mark is allowed and means nothing
    }
}
