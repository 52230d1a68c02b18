using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>Entries of documents as JSON elements, with the path in every error.</summary>
internal static class Json
{
    public static JsonElement Element<TEntry>(TEntry entry, JsonTypeInfo<TEntry> type) => JsonSerializer.SerializeToElement(entry, type);

    public static TEntry Entry<TEntry>(JsonElement element, JsonTypeInfo<TEntry> type, string path)
    {
        try
        {
            return element.Deserialize(type) ?? throw JsonDocumentHead.Error("The value is null.", path);
        }
        catch (JsonException problem) when (problem.Path is null || !problem.Path.StartsWith(path, StringComparison.Ordinal))
        {
            throw JsonDocumentHead.Error("The value is not valid.", $"{path}{problem.Path?[1..]}", problem);
        }
    }
}
