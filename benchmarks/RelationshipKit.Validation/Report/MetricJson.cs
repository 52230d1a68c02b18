using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Report;

/// <summary>The ends of a 95 % interval of each metric, as the JSON gives them: [low, high].</summary>
internal sealed record MetricJson(double?[]? Auc, double?[]? Ap, double?[]? LogLoss, double?[]? Brier, double?[]? Ece)
{
    public static MetricJson Of(Func<Metric, Estimate> estimateOf) => new(
        Ends(estimateOf(Metric.Auc)),
        Ends(estimateOf(Metric.AveragePrecision)),
        Ends(estimateOf(Metric.LogLoss)),
        Ends(estimateOf(Metric.Brier)),
        Ends(estimateOf(Metric.Ece)));

    private static double?[]? Ends(Estimate estimate) => estimate.Low is null ? null : [estimate.Low, estimate.High];
}
