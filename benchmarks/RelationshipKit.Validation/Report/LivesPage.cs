using System.Globalization;

namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>lives</c> command as a table in Markdown.</summary>
internal static class LivesPage
{
    public static IEnumerable<string> Of(IReadOnlyList<LivesJson> rows) => TiesTable.Aligned(
        ["seed", "minutes", "rule", "weighted", "strength", "at the end", "people", "inner and close", "dates", "empty weeks", "windows"],
        rows.Select(row => (string[])
        [
            row.Seed,
            Text(row.Minutes, "0"),
            row.Rule,
            $"{Text(row.Weighted, "0.00")}{Ratio(rows, row, other => other.Weighted)}",
            $"{Text(row.Strength, "0.00")}{Ratio(rows, row, other => other.Strength)}",
            $"{Text(row.WeightedEnd, "0.00")} {Text(row.StrengthEnd, "0.00")}",
            Text(row.People, "0.0"),
            $"{Text(row.InnerReached, "0.0")} of {Text(row.InnerDue, "0.0")}",
            $"{Text(row.DatesKept, "0.00")} of {Text(row.DatesDue, "0.00")}",
            Text(row.EmptyWeeks, "0.0"),
            $"{Text(row.WindowsServed, "0.0")} of {Text(row.WindowsDue, "0.0")}",
        ]));

    // The kit's number against that of the best rule.
    private static string Ratio(IReadOnlyList<LivesJson> rows, LivesJson row, Func<LivesJson, double> value) =>
        row.Rule == "kit"
            ? $" ({Text(value(row) / rows.Where(other => other.Minutes == row.Minutes && other.Rule != "kit").Max(value), "0.000")})"
            : "";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
