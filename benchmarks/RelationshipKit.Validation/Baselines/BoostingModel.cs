using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using RelationshipKit.Forecasts;
using RelationshipKit.Numerics;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>
/// Gradient boosting on the timing of a tie and on what the network knows of its people, trained on the outcomes of earlier windows.
/// </summary>
/// <remarks>
/// What is left for labels to find beyond the kit. Trees of FastTree (Friedman 2001), one thread and a fixed seed, so that the same history
/// gives the same bits.
/// </remarks>
internal sealed class BoostingModel : ITieModel
{
    private const int Features = 20;
    private const int LeastContactDays = 2;
    private const int LeastRows = 100;

    private static readonly double[] Recent = [7, 30, 90, 365];

    public string Name => "gbm";

    public bool GivesProbabilities => true;

    public bool CanTrain(ForecastTask task)
    {
        var rows = PastWindows.Of(task.History, task.HorizonDays)
            .SelectMany(
                window => window.Past.Ties.Where(tie => tie.ContactDays >= LeastContactDays)
                    .Select(tie => tie.Pair.HasContactBetween(window.Past.CutSeconds, window.EndSeconds)))
            .ToArray();
        return rows.Length >= LeastRows && rows.Distinct().Count() == 2;
    }

    public double[] Score(ForecastTask task)
    {
        var hazard = KitHazardModel.Fitted(RhythmHazard.Default, task.History);
        List<Row> rows = [];
        foreach (var (past, end) in PastWindows.Of(task.History, task.HorizonDays))
        {
            var around = Surroundings.Of(past);
            rows.AddRange(past.Ties.Where(tie => tie.ContactDays >= LeastContactDays)
                .Select(tie => RowOf(tie, around, hazard, task.HorizonDays, tie.Pair.HasContactBetween(past.CutSeconds, end))));
        }

        var context = new MLContext(seed: 1);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfThreads = 1,
            Seed = 1,
            FeatureSelectionSeed = 1,
            NumberOfTrees = 200,
            NumberOfLeaves = 16,
            MinimumExampleCountPerLeaf = 40,
            LearningRate = 0.05,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(rows));
        var now = Surroundings.Of(task.History);
        var asked = context.Data.LoadFromEnumerable(task.Eligible.Select(tie => RowOf(tie, now, hazard, task.HorizonDays, false)));
        return [.. context.Data.CreateEnumerable<Said>(model.Transform(asked), reuseRowObject: false)
            .Select(row => Math.Clamp((double)row.Probability, 0, 1))];
    }

    private static Row RowOf(TieHistory tie, Surroundings around, RhythmHazard hazard, double horizonDays, bool wasInTouch)
    {
        var (common, recent, either) = around.Acquaintances(tie.Pair);
        var elsewhere = Math.Min(around.SilentElsewhereDays(tie.Pair), 9_999);
        var (first, second) = (0, 0);
        Span<int> counts = stackalloc int[Recent.Length];
        foreach (var day in tie.Days)
        {
            first += day.FromFirst ? 1 : 0;
            second += day.FromSecond ? 1 : 0;
            for (var i = 0; i < Recent.Length; i++)
            {
                counts[i] += TieHistory.DaysBetween(day.LastSeconds, tie.CutSeconds) <= Recent[i] ? 1 : 0;
            }
        }

        var last = tie.Days[^1];
        var gap = TieHistory.DaysBetween(tie.Days[tie.ContactDays - 2].LastSeconds, last.FirstSeconds);
        double[] features =
        [
            tie.ElapsedDays, tie.ContactDays, tie.AgeDays, tie.SpanDays, tie.SpanDays / (tie.ContactDays - 1), gap,
            counts[0], counts[1], counts[2], counts[3],
            Math.Min(first, second), Math.Max(first, second), last is { FromFirst: true, FromSecond: true } ? 1 : 0,
            elsewhere, common, recent, either, either == 0 ? 0 : (double)common / either,
            KitHazardModel.ContactWithin(hazard, tie, horizonDays),
            Elementary.Log1P(tie.ElapsedDays) - Elementary.Log1P(tie.SpanDays / (tie.ContactDays - 1)),
        ];
        return new Row { Label = wasInTouch, Features = Array.ConvertAll(features, feature => (float)feature) };
    }

    private sealed class Row
    {
        public bool Label { get; set; }

        [VectorType(BoostingModel.Features)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Said
    {
        public float Probability { get; set; }
    }
}
