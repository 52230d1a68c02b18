using System.Globalization;
using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>ties</c> command as text.</summary>
internal static class TiesPage
{
    /// <summary>Returns the lines of the page.</summary>
    public static IEnumerable<string> Of(EdgeNetwork network, TiesJson run) =>
    [
        TitleOf(run),
        Text(
            $"{network.People.Length} people, {network.Pairs.Length} pairs over {network.SpanDays:0.#} days; trained on {Days(run.TrainingCuts)}."),
        Text($"{run.N} ties with {run.MinContactDays} contact-days or more, {run.BaseRate:P1} of them in touch again."),
        "",
        .. TiesTable.Metrics(run),
        "",
        .. TiesTable.Differences(run),
        "",
        "In brackets: 95 % intervals over people. AUC and AP: higher is better; log-loss, Brier, ECE: lower; slope: near 1.",
    ];

    /// <summary>Returns what a run is of, in a line.</summary>
    public static string TitleOf(TiesJson run) =>
        Text(
            $"{run.File}: contact within {run.HorizonDays} days after {Days(run.TestedCuts)}{(run.OwnersSample is { } owners ? $", ties of {owners} people" : "")}");

    private static string Days(IReadOnlyList<double> cuts) =>
        $"day{(cuts.Count == 1 ? "" : "s")} {string.Join(", ", cuts.Select(cut => cut.ToString(CultureInfo.InvariantCulture)))}";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
