using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Report;

/// <summary>One model, as the JSON gives it; log-loss, Brier and calibration are null where it gives no probability.</summary>
internal sealed record ModelJson(
    string Name,
    double? Auc,
    double? Ap,
    double? LogLoss,
    double? Brier,
    double? Ece,
    double? CalibrationSlope,
    MetricJson Interval,
    MetricJson? DifferenceToRfmLogistic)
{
    public static ModelJson Of(ModelReport model) => new(
        model.Name,
        model[Metric.Auc].Value,
        model[Metric.AveragePrecision].Value,
        model[Metric.LogLoss].Value,
        model[Metric.Brier].Value,
        model[Metric.Ece].Value,
        model.CalibrationSlope,
        MetricJson.Of(metric => model[metric]),
        model.Differences.Count == 0 ? null : MetricJson.Of(model.DifferenceIn));
}
