using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// Reads the dates of tables: ISO with or without a year, numbers with slashes or points, and days with the name of a month in English.
/// </summary>
internal static partial class TableDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Two digits of a year mean one of the hundred years that end with this one, if nothing else is said.
    private const int LatestYear = 2039;

    /// <summary>Reads a date; where day and month cannot be told apart, the order decides.</summary>
    public static bool TryPartial(string text, DateOrder order, out PartialDate date, int latestYear = LatestYear)
    {
        text = text.Trim();
        if (VCardDate.TryParse(text, out date))
        {
            return true;
        }

        return PartsOf(text, order, latestYear) is { } parts && VCardDate.TryDate(parts.Year, parts.Month, parts.Day, out date);
    }

    /// <summary>Returns whether a text is a date of which day and month cannot be told apart.</summary>
    public static bool IsUnclear(string text) => SlashesOf(text) is { First: <= 12, Second: <= 12 } one && one.First != one.Second;

    /// <summary>Returns the order that a date proves; <see langword="null"/> if it proves none.</summary>
    public static DateOrder? ProvenOrder(string text) => SlashesOf(text) switch
    {
        { First: > 12 and <= 31, Second: >= 1 and <= 12 } => DateOrder.DayMonthYear,
        { First: >= 1 and <= 12, Second: > 12 and <= 31 } => DateOrder.MonthDayYear,
        _ => null,
    };

    /// <summary>Returns what is wrong with a text that is not a date, with the range that is allowed.</summary>
    public static string WhyNot(string text, DateOrder order) => WhyNot(IsoPartsOf(text.Trim()) ?? PartsOf(text.Trim(), order));

    /// <summary>Returns what is wrong with the parts of a date; a year of 0 means that it is not known.</summary>
    public static string WhyNot((int Year, int Month, int Day)? parts) => parts switch
    {
        null or { Year: > 9999 } => "it is not a date such as 1990-05-17, or --05-17 without a year",
        { Month: < 1 or > 12 } => "the month must be from 1 to 12",
        { } date => string.Create(
            CultureInfo.InvariantCulture,
            $"the day must be from 1 to {CalendarSystem.Iso.GetDaysInMonth(date.Year == 0 ? 2000 : date.Year, date.Month)} in this month"),
    };

    private static (int Year, int Month, int Day)? IsoPartsOf(string text) =>
        Iso().Match(text) is { Success: true } iso
            ? (iso.Groups["year"].Success ? Number(iso.Groups["year"]) : 0, Number(iso.Groups["month"]), Number(iso.Groups["day"]))
            : null;

    // Points stand behind the day by themselves.
    private static (int First, int Second)? SlashesOf(string text) =>
        Numbers().Match(text.Trim()) is { Success: true } numbers && numbers.Groups["separator"].Value != "."
            ? (Number(numbers.Groups["a"]), Number(numbers.Groups["b"]))
            : null;

    private static (int Year, int Month, int Day)? PartsOf(string text, DateOrder order, int latestYear = LatestYear)
    {
        if (Named().Match(text) is { Success: true } named)
        {
            var month = Array.IndexOf(Months, named.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
            return (Number(named.Groups["year"]), month, Number(named.Groups["day"]));
        }

        if (Numbers().Match(text) is not { Success: true } numbers)
        {
            return null;
        }

        var (first, second) = (Number(numbers.Groups["a"]), Number(numbers.Groups["b"]));
        var year = FullYear(numbers.Groups["year"].Value, latestYear);
        var dayFirst = numbers.Groups["separator"].Value == "." || first > 12 || (order == DateOrder.DayMonthYear && second <= 12);
        return (year, dayFirst ? second : first, dayFirst ? first : second);
    }

    private static int FullYear(string text, int latestYear)
    {
        var year = int.Parse(text, CultureInfo.InvariantCulture);
        return text.Length == 4 ? year : 2000 + year <= latestYear ? 2000 + year : 1900 + year;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>\d{1,2})[ -](?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?<year>\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^((?<year>\d{4})-?|--)(?<month>\d\d)-?(?<day>\d\d)([T ].*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<separator>[./-])(?<b>\d{1,2})[./-](?<year>\d{4}|\d{2})(,? .*)?$")]
    private static partial Regex Numbers();
}
