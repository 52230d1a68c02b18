using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>What one model is worth, the mean over the tested cuts.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Metrics">Each metric, in the order of <see cref="Metric.All"/>, with its interval over people.</param>
/// <param name="Differences">
/// Each metric less that of the logistic model, on the same resamples; none for the logistic model itself.
/// </param>
/// <param name="CalibrationSlope">The slope of outcomes on logits; <see langword="null"/> if the model gives no probabilities.</param>
/// <param name="Bins">Said and happened at the last tested cut, in ten bins; empty if the model gives no probabilities.</param>
internal sealed record ModelReport(
    string Name,
    IReadOnlyList<Estimate> Metrics,
    IReadOnlyList<Estimate> Differences,
    double? CalibrationSlope,
    IReadOnlyList<CalibrationBin> Bins)
{
    public Estimate this[Metric metric] => Metrics[IndexOf(metric)];

    public Estimate DifferenceIn(Metric metric) => Differences.Count == 0 ? Estimate.None : Differences[IndexOf(metric)];

    private static int IndexOf(Metric metric) => Metric.All.TakeWhile(other => other != metric).Count();
}
