namespace RelationshipKit.Validation.Metrics;

/// <summary>How good the scores of one model are.</summary>
internal sealed record MetricValues
{
    /// <summary>
    /// Gets the share of (positive, negative) pairs ranked rightly, equal scores counting half; null if all outcomes are equal.
    /// </summary>
    public double? Auc { get; init; }

    /// <summary>Gets the average precision; null if no outcome is positive.</summary>
    public double? AveragePrecision { get; init; }

    /// <summary>Gets the mean of -ln(probability of what happened); null if the scores are no probabilities.</summary>
    public double? LogLoss { get; init; }

    /// <summary>Gets the mean squared difference to what happened; null if the scores are no probabilities.</summary>
    public double? Brier { get; init; }

    /// <summary>Gets the expected calibration error over 10 bins of equal mass; null if the scores are no probabilities.</summary>
    public double? Ece { get; init; }
}
