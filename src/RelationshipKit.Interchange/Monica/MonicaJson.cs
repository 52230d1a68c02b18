using System.Text.Json;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Monica;

/// <summary>What stands in an export, or nothing where it is missing or of another kind.</summary>
internal static class MonicaJson
{
    public static JsonElement.ArrayEnumerator Array(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;

    public static JsonElement Get(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? value : default;

    public static string Text(JsonElement element, string property) =>
        Get(element, property) is { ValueKind: JsonValueKind.String } value ? JsonText.Of(value) : "";
}
