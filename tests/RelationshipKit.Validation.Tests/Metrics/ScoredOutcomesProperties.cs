using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Tests.Metrics;

[Properties(Arbitrary = [typeof(ScoredOutcomesProperties)])]
public class ScoredOutcomesProperties
{
    private const double Tolerance = 1e-9;

    public static Arbitrary<ScoredCase> Cases() => ScoredCase.Any();

    [Property]
    public bool A_ranking_turned_round_has_the_other_part_of_the_area(ScoredCase given)
    {
        var turned = new ScoredOutcomes(Array.ConvertAll(given.Scores, score => -score), given.Outcomes, false).Measure().Auc;

        return Close(1 - new ScoredOutcomes(given.Scores, given.Outcomes, false).Measure().Auc, turned);
    }

    [Property]
    public bool The_area_is_the_share_of_pairs_ranked_rightly(ScoredCase given)
    {
        var (won, all) = (0.0, 0);
        for (var i = 0; i < given.Scores.Length; i++)
        {
            for (var j = 0; j < given.Scores.Length; j++)
            {
                if (given.Outcomes[i] && !given.Outcomes[j])
                {
                    won += (Math.Sign(given.Scores[i] - given.Scores[j]) + 1) / 2.0;
                    all++;
                }
            }
        }

        return Close(all == 0 ? null : won / all, new ScoredOutcomes(given.Scores, given.Outcomes, true).Measure().Auc);
    }

    [Property]
    public bool Only_the_order_of_scores_ranks(ScoredCase given)
    {
        var plain = new ScoredOutcomes(given.Scores, given.Outcomes, true).Measure();
        var bent = new ScoredOutcomes(Array.ConvertAll(given.Scores, score => score * score * score), given.Outcomes, true).Measure();

        return Close(plain.Auc, bent.Auc) && Close(plain.AveragePrecision, bent.AveragePrecision);
    }

    [Property]
    public bool A_weight_of_several_is_the_tie_given_several_times(ScoredCase given)
    {
        int[] copies = [.. given.Counts.SelectMany((count, i) => Enumerable.Repeat(i, count))];
        var weighted = new ScoredOutcomes(given.Scores, given.Outcomes, true)
            .Measure(Array.ConvertAll(given.Counts, count => (double)count));
        var copied = new ScoredOutcomes([.. copies.Select(i => given.Scores[i])], [.. copies.Select(i => given.Outcomes[i])], true)
            .Measure();

        return AllClose(weighted, copied);
    }

    [Property]
    public Property The_order_of_ties_changes_no_metric(ScoredCase given) =>
        Prop.ForAll(
            Gen.Shuffle(Enumerable.Range(0, given.Scores.Length).ToArray()).ToArbitrary(),
            order => AllClose(
                new ScoredOutcomes([.. order.Select(i => given.Scores[i])], [.. order.Select(i => given.Outcomes[i])], true).Measure(),
                new ScoredOutcomes(given.Scores, given.Outcomes, true).Measure()));

    [Property]
    public bool Saying_the_base_rate_of_everything_is_calibrated(ScoredCase given)
    {
        var rate = (double)given.Outcomes.Count(outcome => outcome) / given.Outcomes.Length;

        return Close(0, new ScoredOutcomes([.. given.Outcomes.Select(_ => rate)], given.Outcomes, true).Measure().Ece);
    }

    [Property]
    public bool Bins_hold_all_ties_and_all_that_happened(ScoredCase given)
    {
        var bins = new ScoredOutcomes(given.Scores, given.Outcomes, true).CalibrationBins();

        return Close(given.Scores.Length, bins.Sum(bin => bin.Mass))
            && Close(given.Scores.Sum(), bins.Sum(bin => bin.Mass * bin.MeanScore))
            && Close(given.Outcomes.Count(outcome => outcome), bins.Sum(bin => bin.Mass * bin.MeanOutcome));
    }

    private static bool AllClose(MetricValues left, MetricValues right) =>
        Metric.All.All(metric => Close(metric.Of(left), metric.Of(right)));

    private static bool Close(double? left, double? right) =>
        left is null || right is null ? left is null && right is null : Math.Abs(left.Value - right.Value) <= Tolerance;
}
