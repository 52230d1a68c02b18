using NodaTime;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Reads days of the week the way a person writes them.</summary>
internal static class WeekDay
{
    private const string None = "none";

    /// <summary>Returns the days of words such as "mon", "Friday", "mon,tue" or "mon-fri"; "none" is no day.</summary>
    public static IsoDayOfWeek[] Read(IEnumerable<string> words, string option) =>
    [
        .. words.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(word => word != None)
            .SelectMany(word => Span(word, option)).Distinct().Order(),
    ];

    public static string Text(IEnumerable<IsoDayOfWeek> days) => string.Join(", ", days) is { Length: > 0 } text ? text : None;

    private static IEnumerable<IsoDayOfWeek> Span(string word, string option)
    {
        var ends = word.Split('-', 2);
        var (first, last) = (One(ends[0], option), One(ends[^1], option));
        return Enumerable.Range(0, (((int)last - (int)first + 7) % 7) + 1)
            .Select(ahead => (IsoDayOfWeek)((((int)first - 1 + ahead) % 7) + 1));
    }

    private static IsoDayOfWeek One(string word, string option)
    {
        var found = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(
            day => word.Length >= 2 && day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length == 1 ? found[0]
            : throw new UsageException(
                option, $"'{word}' is not a day of the week; it must be one such as mon or friday, several with commas, or mon-fri.");
    }
}
