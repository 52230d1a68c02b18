using RelationshipKit.Numerics;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>A logistic model of recency, contact-days and age, trained on the outcomes of the earlier cuts.</summary>
/// <remarks>The features are log1p of days, standardised by the training rows; the ridge is 1.</remarks>
internal sealed class RfmLogisticModel : ITieModel
{
    private const double Ridge = 1;

    public string Name => "rfm-logistic";

    public bool GivesProbabilities => true;

    public double[] Score(ForecastTask task)
    {
        double[][] rows = [.. task.Training.SelectMany(cut => cut.Eligible).Select(FeaturesOf)];
        var (means, deviations) = Moments(rows);
        bool[] outcomes = [.. task.Training.SelectMany(cut => cut.Outcomes)];
        var model = LogisticRegression.Fit([.. rows.Select(row => Standardised(row, means, deviations))], outcomes, Ridge);
        return [.. task.Eligible.Select(tie => model.ProbabilityOf(Standardised(FeaturesOf(tie), means, deviations)))];
    }

    private static double[] FeaturesOf(TieHistory tie) =>
        [Elementary.Log1P(tie.ElapsedDays), Elementary.Log1P(tie.ContactDays), Elementary.Log1P(tie.AgeDays)];

    private static double[] Standardised(double[] row, double[] means, double[] deviations) =>
        [.. row.Select((x, i) => (x - means[i]) / deviations[i])];

    private static (double[] Means, double[] Deviations) Moments(double[][] rows)
    {
        var size = rows[0].Length;
        double[] means = [.. Enumerable.Range(0, size).Select(i => rows.Average(row => row[i]))];
        double[] deviations =
            [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(rows.Average(row => (row[i] - means[i]) * (row[i] - means[i]))))];

        // A feature that does not vary tells nothing, and must not divide by nothing.
        return (means, [.. deviations.Select(deviation => deviation > 0 ? deviation : 1)]);
    }
}
