using System.Globalization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Periods in English.</summary>
internal static class PeriodText
{
    public static string Every(Period period) =>
        Parts(period) is [(1, var unit)] ? $"every {unit}" : $"every {Of(period)}";

    public static string Of(Period period) => string.Join(" and ", Parts(period).Select(part => Count(part.Number, part.Unit)));

    public static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? string.Empty : "s")}");

    // Normalized periods have weeks turned into days; whole weeks read better.
    private static List<(int Number, string Unit)> Parts(Period period)
    {
        var days = (period.Weeks * 7) + period.Days;
        var inWeeks = days % 7 == 0;
        return [.. new[]
        {
            (period.Years, "year"),
            (period.Months, "month"),
            (inWeeks ? days / 7 : days, inWeeks ? "week" : "day")
        }.Where(part => part.Item1 != 0)];
    }
}
