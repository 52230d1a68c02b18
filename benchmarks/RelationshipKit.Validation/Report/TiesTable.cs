using System.Globalization;

namespace RelationshipKit.Validation.Report;

/// <summary>The tables of a run of the <c>ties</c> command, in Markdown, so that they can stand in a document as they are.</summary>
internal static class TiesTable
{
    private const string None = "-";

    // The row that differences are taken to has none itself.
    private const string Signs = "+0.0000;-0.0000;0.0000";
    private const string ShortSigns = "+0.000;-0.000;0.000";

    /// <summary>Returns the table of models and their metrics.</summary>
    public static IEnumerable<string> Metrics(TiesJson run) => Aligned(
        ["model", "AUC", "AP", "log-loss", "Brier", "ECE", "slope"],
        run.Models.Select(model => (string[])
        [
            model.Name,
            With(model.Auc, model.Interval.Auc, "0.0000", "0.000"),
            Text(model.Ap, "0.000"),
            With(model.LogLoss, model.Interval.LogLoss, "0.0000", "0.000"),
            Text(model.Brier, "0.0000"),
            Text(model.Ece, "0.0000"),
            Text(model.CalibrationSlope, "0.00"),
        ]));

    /// <summary>Returns the table of paired differences to the logistic model.</summary>
    public static IEnumerable<string> Differences(TiesJson run)
    {
        var reference = run.Models.Single(model => model.DifferenceToRfmLogistic is null);
        return Aligned(
            [$"less {reference.Name}", "AUC", "log-loss", "Brier", "ECE"],
            run.Models.Where(model => model != reference).Select(model => (string[])
            [
                model.Name,
                With(model.Auc - reference.Auc, model.DifferenceToRfmLogistic!.Auc, Signs, ShortSigns),
                With(model.LogLoss - reference.LogLoss, model.DifferenceToRfmLogistic.LogLoss, Signs, ShortSigns),
                Text(model.Brier - reference.Brier, Signs),
                Text(model.Ece - reference.Ece, Signs),
            ]));
    }

    internal static IEnumerable<string> Aligned(string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [heads, .. rows];
        int[] widths = [.. heads.Select((_, column) => all.Max(row => row[column].Length))];
        yield return Line(heads, widths);
        yield return $"|{string.Join('|', widths.Select((width, column) => column == 0 ? new string('-', width + 2) : $"{new string('-', width + 1)}:"))}|";
        foreach (var row in all.Skip(1))
        {
            yield return Line(row, widths);
        }
    }

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |";

    private static string With(double? value, double?[]? ends, string format, string endsFormat) =>
        ends is null ? Text(value, format) : $"{Text(value, format)} [{Text(ends[0], endsFormat)}, {Text(ends[1], endsFormat)}]";

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? None;
}
