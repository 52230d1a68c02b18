using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Serialization;

/// <summary>Dates, periods and days of the week as cadences are stored with them.</summary>
internal static class CadenceTexts
{
    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Of(Period period) => PeriodPattern.Roundtrip.Format(period);

    public static string Of(AnnualDate date) => AnnualDatePattern.Iso.Format(date);

    public static string[]? OfUnlessNone(ImmutableArray<IsoDayOfWeek> days) => days.IsEmpty ? null : [.. days.Select(JsonWords.Of)];

    public static LocalDate ReadDate(string? text, string path) =>
        Read(LocalDatePattern.Iso.Parse(text!), "a date; one looks like 2026-03-02", path);

    public static Period ReadPeriod(string? text, string path) =>
        Read(PeriodPattern.Roundtrip.Parse(text!), "a period; one looks like P3W", path);

    public static AnnualDate ReadAnnualDate(string? text, string path) =>
        Read(AnnualDatePattern.Iso.Parse(text!), "a day of the year; one looks like 11-30", path);

    public static IsoDayOfWeek[] ReadDays(IReadOnlyList<string?>? words, string path) =>
        [.. (words ?? []).Select((word, i) => JsonWords.Read<IsoDayOfWeek>(word ?? string.Empty, $"{path}[{i}]"))];

    private static T Read<T>(ParseResult<T> parsed, string what, string path) =>
        parsed.TryGetValue(default!, out var value) ? value : throw JsonDocumentHead.Error($"The text is not {what}.", path);
}
