using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>
/// Measures every model again and again on people drawn with replacement, to see how much a number owes to who was there.
/// </summary>
/// <remarks>
/// <para>
/// The vertex bootstrap of Snijders and Borgatti (1999): a resample draws as many people as there are, a pair counts as often as both its
/// people together (the product of their counts), and pairs of a person with their own copy are left out. Ties of one person rise and fall
/// together, which drawing pairs one by one would not show; the product errs on the side of wide intervals.
/// </para>
/// <para>All models and all tested cuts are measured on the same resamples, so that differences between them are paired.</para>
/// </remarks>
internal static class PeopleBootstrap
{
    /// <summary>Returns each metric of each model in each resample, the mean over the tested cuts; NaN where it does not exist.</summary>
    /// <returns>By model, metric and resample.</returns>
    public static double[][][] Run(IReadOnlyList<TestedCut> cuts, TiesSettings settings)
    {
        var models = cuts[0].Scored.Count;
        int[] people =
            [.. cuts.SelectMany(cut => cut.Cut.Eligible).SelectMany(tie => (int[])[tie.Pair.First, tie.Pair.Second]).Distinct().Order()];
        var results = new double[models][][];
        for (var model = 0; model < models; model++)
        {
            results[model] = [.. Metric.All.Select(_ => new double[settings.Resamples])];
        }

        // Each resample has a stream of random numbers of its own, so that it does not matter which thread takes it.
        Parallel.For(0, settings.Resamples, new ParallelOptions { MaxDegreeOfParallelism = settings.MaxDegreeOfParallelism }, resample =>
        {
            var counts = CountsOf(people, new SeededRandom(settings.Seed, resample));
            var weights = cuts.Select(cut => WeightsOf(cut, counts)).ToArray();
            for (var model = 0; model < models; model++)
            {
                var values = cuts.Select((cut, i) => cut.Scored[model].Measure(weights[i])).ToArray();
                for (var metric = 0; metric < Metric.All.Count; metric++)
                {
                    results[model][metric][resample] = Metric.All[metric].MeanOf(values) ?? double.NaN;
                }
            }
        });
        return results;
    }

    private static int[] CountsOf(int[] people, SeededRandom random)
    {
        var counts = new int[people[^1] + 1];
        for (var i = 0; i < people.Length; i++)
        {
            counts[people[random.Next(people.Length)]]++;
        }

        return counts;
    }

    private static double[] WeightsOf(TestedCut cut, int[] counts) =>
        [.. cut.Cut.Eligible.Select(tie => (double)counts[tie.Pair.First] * counts[tie.Pair.Second])];
}
