using System.Collections.Frozen;
using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>The words that stand for the members of an enum: their names in camel case, compared ordinally.</summary>
internal static class JsonWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Returns the word, or nothing for the default, which is left out.</summary>
    public static string? OfUnlessDefault<T>(T value)
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, default) ? null : Of(value);

    /// <summary>Returns the member a word stands for.</summary>
    /// <exception cref="JsonException">No member has this word; the message names it, those there are, and the path.</exception>
    public static T? TryRead<T>(string word)
        where T : struct, Enum
    {
        return Members<T>.ByWord.TryGetValue(word, out var value) ? value : null;
    }

    public static T Read<T>(string word, string path, string member = "")
        where T : struct, Enum
    {
        return TryRead<T>(word)
            ?? throw JsonDocumentHead.Error(
                $"\"{word}\" is unknown; it must be one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}.", path + member);
    }

    /// <summary>The members of one enum by their words.</summary>
    private static class Members<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);
    }
}
