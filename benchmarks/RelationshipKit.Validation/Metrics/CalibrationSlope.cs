using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Metrics;

/// <summary>The slope of what happened on the logit of what was said: 1 for honest probabilities, below 1 for too bold ones.</summary>
internal static class CalibrationSlope
{
    // A logit of 30 is as good as certain, and finite.
    private const double MostLogit = 30;

    /// <summary>Returns the slope; null if all outcomes are equal or all probabilities are.</summary>
    public static double? Of(ReadOnlySpan<double> probabilities, IReadOnlyList<bool> outcomes)
    {
        var rows = new double[probabilities.Length][];
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < rows.Length; i++)
        {
            var logit = Math.Clamp(Elementary.Log(probabilities[i] / (1 - probabilities[i])), -MostLogit, MostLogit);
            rows[i] = [logit];
            (least, most) = (Math.Min(least, logit), Math.Max(most, logit));
        }

        return !(least < most) || outcomes.Distinct().Count() < 2 ? null : LogisticRegression.Fit(rows, outcomes, ridge: 0).Weights[1];
    }
}
