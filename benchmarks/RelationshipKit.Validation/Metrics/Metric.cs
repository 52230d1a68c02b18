namespace RelationshipKit.Validation.Metrics;

/// <summary>A metric by its name, so that intervals and means are taken of each in the same way.</summary>
internal sealed record Metric(string Name, Func<MetricValues, double?> Of)
{
    public static Metric Auc { get; } = new("auc", values => values.Auc);

    public static Metric AveragePrecision { get; } = new("ap", values => values.AveragePrecision);

    public static Metric LogLoss { get; } = new("logLoss", values => values.LogLoss);

    public static Metric Brier { get; } = new("brier", values => values.Brier);

    public static Metric Ece { get; } = new("ece", values => values.Ece);

    public static IReadOnlyList<Metric> All { get; } = [Auc, AveragePrecision, LogLoss, Brier, Ece];

    /// <summary>Returns the mean over several measurements; null if one of them lacks the metric.</summary>
    public double? MeanOf(IReadOnlyList<MetricValues> measured)
    {
        var sum = 0.0;
        foreach (var values in measured)
        {
            if (Of(values) is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return sum / measured.Count;
    }
}
