using System.Globalization;

namespace RelationshipKit.Charts.Drawing;

/// <summary>How people are named in a picture.</summary>
internal static class Naming
{
    public static string Of(string name, NameStyle style) => style == NameStyle.Initials ? InitialsOf(name) : Markup.Isolate(name);

    private static string InitialsOf(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length > 1 ? new[] { words[0], words[^1] } : words;
        return Markup.Isolate(string.Concat(letters.Select(word => StringInfo.GetNextTextElement(word).ToUpperInvariant())));
    }
}
