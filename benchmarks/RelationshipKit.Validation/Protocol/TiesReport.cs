using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>What the models are worth on one network.</summary>
/// <param name="TestedCutDays">The tested cuts, in days since the first row.</param>
/// <param name="TrainingCutDays">The cuts the last tested one trained on.</param>
/// <param name="Ties">The number of ties asked about, over the tested cuts.</param>
/// <param name="BaseRate">The share of them that were in touch, the mean over the tested cuts.</param>
/// <param name="Models">The models, in the order they were given.</param>
internal sealed record TiesReport(
    IReadOnlyList<double> TestedCutDays,
    IReadOnlyList<double> TrainingCutDays,
    int Ties,
    double BaseRate,
    IReadOnlyList<ModelReport> Models)
{
    /// <summary>Reports what came out of a run.</summary>
    /// <param name="tested">The tested cuts; at least one.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="models">The models of the run, in its order.</param>
    /// <param name="reference">The name of the model that differences are taken to.</param>
    public static TiesReport Of(IReadOnlyList<TestedCut> tested, TiesSettings settings, IReadOnlyList<ITieModel> models, string reference)
    {
        var resamples = PeopleBootstrap.Run(tested, settings);
        var points = models.Select((_, model) => PointsOf(tested, model)).ToArray();
        var referenceIndex = models.TakeWhile(model => model.Name != reference).Count();
        var reports = models.Select((model, m) => new ModelReport(
            model.Name,
            [.. Metric.All.Select((_, k) => Estimate.Of(points[m][k], resamples[m][k]))],
            m == referenceIndex || referenceIndex == models.Count ? []
                : [.. Metric.All.Select((_, k) => DifferenceOf(points, resamples, m, referenceIndex, k))],
            model.GivesProbabilities ? SlopeOf(tested, m) : null,
            model.GivesProbabilities ? tested[^1].Scored[m].CalibrationBins() : []));
        return new TiesReport(
            [.. tested.Select(cut => cut.Cut.CutDays)],
            tested[^1].TrainingCutDays,
            tested.Sum(cut => cut.Cut.Eligible.Count),
            tested.Average(cut => cut.Cut.BaseRate),
            [.. reports]);
    }

    private static double?[] PointsOf(IReadOnlyList<TestedCut> tested, int model)
    {
        MetricValues[] values = [.. tested.Select(cut => cut.Scored[model].Measure())];
        return [.. Metric.All.Select(metric => metric.MeanOf(values))];
    }

    private static Estimate DifferenceOf(double?[][] points, double[][][] resamples, int model, int reference, int metric) =>
        Estimate.Of(
            points[model][metric] - points[reference][metric],
            resamples[model][metric].Zip(resamples[reference][metric], (mine, theirs) => mine - theirs));

    private static double? SlopeOf(IReadOnlyList<TestedCut> tested, int model)
    {
        var slopes = tested.Select(cut => CalibrationSlope.Of(cut.Scores[model], cut.Cut.Outcomes)).ToArray();
        return slopes.Any(slope => slope is null) ? null : slopes.Average();
    }
}
