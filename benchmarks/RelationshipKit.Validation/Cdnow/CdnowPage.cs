using System.Globalization;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>A run of the <c>cdnow</c> command in words and Markdown tables.</summary>
internal static class CdnowPage
{
    public static IEnumerable<string> Of(CdnowJson run)
    {
        yield return Text($"{run.File}: {run.Rows} rows, {run.PurchaseDays} purchase-days, {run.Customers} customers.");
        yield return Text(
            $"Calibration to {CustomerTable.CalibrationEnd:uuuu-MM-dd}: {run.Repeats} repeated purchases, {run.WithoutRepeat} customers without. Holdout of {run.HoldoutWeeks:0.#} weeks: {run.HoldoutPurchases} purchases.");
        yield return "";
        yield return "Fits by maximum likelihood, without a prior, in weeks, beside the published ones:";
        yield return "";
        foreach (var line in TiesTable.Aligned(["model", "quantity", "fitted", "published", "difference"], run.Models.SelectMany(FitRows)))
        {
            yield return line;
        }

        yield return "";
        yield return "The holdout, predicted by these fits:";
        yield return "";
        foreach (var line in TiesTable.Aligned(
            ["model", "purchases expected", "mean absolute error", "AUC of any purchase", "steps"],
            [
                .. run.Models.Select(model => (string[])
                [
                    model.Name,
                    Text($"{model.ExpectedPurchases:0.0}"),
                    Text($"{model.MeanAbsoluteError:0.000}"),
                    Text($"{model.Auc:0.000}"),
                    Text($"{model.Iterations}{(model.Converged ? "" : ", not converged")}"),
                ]),
                ["recency", "-", "-", Text($"{run.RecencyAuc:0.000}"), "-"],
                ["what happened", Text($"{run.HoldoutPurchases}"), "-", "-", "-"],
            ]))
        {
            yield return line;
        }

        yield return "";
        yield return "Values at single histories and the parameters of the papers, beside reference values (the papers have 1.226 and 25.46 expected):";
        yield return "";
        foreach (var line in TiesTable.Aligned(
            ["model", "x", "t_x", "T", "H", "log-likelihood", "alive", "contact", "expected", "off by at most"],
            run.Points.Select(point => (string[])
            [
                point.Name,
                Text($"{point.X}"),
                Text($"{point.Last}"),
                Text($"{point.Age}"),
                Text($"{point.Horizon}"),
                Text($"{point.LogLikelihood:0.00000000}"),
                Text($"{point.Alive:0.00000000}"),
                Text($"{point.Contact:0.00000000}"),
                Text($"{point.Expected:0.00000000}"),
                Text($"{point.LargestDifference:0.0e+0}"),
            ])))
        {
            yield return line;
        }
    }

    private static IEnumerable<string[]> FitRows(FitJson model)
    {
        foreach (var parameter in model.Parameters)
        {
            yield return Row(parameter.Name, parameter.Value, parameter.Published, "0.00000");
        }

        yield return Row("log-likelihood", model.LogLikelihood, model.PublishedLogLikelihood, "0.0000");

        string[] Row(string name, double value, double published, string format) =>
        [
            model.Name,
            name,
            value.ToString(format, CultureInfo.InvariantCulture),
            published.ToString("0.#######", CultureInfo.InvariantCulture),
            (value - published).ToString("+0.00000;-0.00000;0.00000", CultureInfo.InvariantCulture),
        ];
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
