using System.Globalization;

namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>owners</c> command as tables in Markdown.</summary>
internal static class OwnersPage
{
    public static IEnumerable<string> Of(OwnersJson run) =>
    [
        FormattableString.Invariant(
            $"{run.File}: {run.Owners} owners, {run.Ties} ties, {run.BaseRate:P1} of them in touch within {run.HorizonDays} days."),
        "",
        .. Models(run),
        "",
        .. Gaps(run),
        "",
        FormattableString.Invariant($"Gaps that end at or below percentile .8 of the network's own hazard: {run.PercentileUpTo80:0.000}."),
    ];

    public static IEnumerable<string> Models(OwnersJson run) => TiesTable.Aligned(
        ["own history, model", "AUC", "less recency", "P@5", "log-loss", "ECE"],
        run.History.SelectMany(history => history.Models.Select(model => (string[])
        [
            $"{(history.Days is { } days ? FormattableString.Invariant($"{days} days") : "all")}, {model.Name}",
            Text(model.Auc, "0.0000"),
            Text(model.AucLessRecency, "+0.0000;-0.0000;0.0000"),
            Text(model.PrecisionAt5, "0.000"),
            Text(model.LogLoss, "0.0000"),
            Text(model.Ece, "0.0000"),
        ])));

    public static IEnumerable<string> Gaps(OwnersJson run) => TiesTable.Aligned(
        ["owner-fitted to", "owners", "ties", "log-loss", "ECE"],
        run.ByGaps.Append(run.Calibrated).Select(row => (string[])
        [
            row.FromGaps is { } from ? FormattableString.Invariant($"{from} gaps or more") : "calibrated",
            FormattableString.Invariant($"{row.Owners}"),
            FormattableString.Invariant($"{row.Ties}"),
            Text(row.LogLoss, "0.0000"),
            Text(row.Ece, "0.0000"),
        ]));

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
