using System.Globalization;
using System.Text.RegularExpressions;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// Reads the dates of tables: ISO with or without a year, numbers with slashes or points, and days with the name of a month in English.
/// </summary>
internal static partial class TableDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date; where day and month cannot be told apart, the order decides.</summary>
    public static bool TryPartial(string text, DateOrder order, out PartialDate date)
    {
        text = text.Trim();
        if (VCardDate.TryParse(text, out date))
        {
            return true;
        }

        if (Named().Match(text) is { Success: true } named)
        {
            var month = Array.IndexOf(Months, named.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
            return VCardDate.TryDate(Number(named.Groups["year"]), month, Number(named.Groups["day"]), out date);
        }

        if (Numbers().Match(text) is not { Success: true } numbers)
        {
            return false;
        }

        var (first, second, year) = (Number(numbers.Groups["a"]), Number(numbers.Groups["b"]), FullYear(numbers.Groups["year"].Value));
        var dayFirst = numbers.Groups["separator"].Value == "." || first > 12 || (order == DateOrder.DayMonthYear && second <= 12);
        return VCardDate.TryDate(year, dayFirst ? second : first, dayFirst ? first : second, out date);
    }

    // Two digits mean the hundred years around now that hold the birthdays of the living.
    private static int FullYear(string text)
    {
        var year = int.Parse(text, CultureInfo.InvariantCulture);
        return text.Length == 4 ? year : year < 40 ? 2000 + year : 1900 + year;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>\d{1,2})[ -](?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?<year>\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<separator>[./-])(?<b>\d{1,2})[./-](?<year>\d{4}|\d{2})(,? .*)?$")]
    private static partial Regex Numbers();
}
