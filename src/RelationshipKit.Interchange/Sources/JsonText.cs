using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RelationshipKit.Interchange.Sources;

/// <summary>
/// Reads the strings of JSON files. Exports cut surrogate pairs in the middle. A half becomes U+FFFD, and the rest of the text stays.
/// </summary>
internal static partial class JsonText
{
    /// <summary>Returns the text of a string.</summary>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Mended(value.GetRawText());
        }
    }

    /// <summary>Returns the text of the string or the name that a reader stands at.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Mended($"\"{Encoding.UTF8.GetString(reader.ValueSpan)}\"");
        }
    }

    private static string Mended(string raw)
    {
        using var document = JsonDocument.Parse(HalfCharacter().Replace(raw, @"\ufffd"));
        return document.RootElement.GetString() ?? "";
    }

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfCharacter();
}
