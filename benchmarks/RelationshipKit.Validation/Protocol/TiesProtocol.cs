using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>Tests models at the last cut of a network, or at every cut that has earlier ones to train on.</summary>
/// <remarks>
/// Each test cut trains on the earlier cuts whose outcome windows end by it. Models run beside each other; what comes out does not depend
/// on how many threads there are.
/// </remarks>
internal static class TiesProtocol
{
    /// <summary>Returns what each model says at each tested cut.</summary>
    /// <exception cref="LeakException">A model looks past a cut.</exception>
    public static IReadOnlyList<TestedCut> Run(EdgeNetwork network, TiesSettings settings, IReadOnlyList<ITieModel> models)
    {
        List<TestedCut> tested = [];
        foreach (var cutDays in settings.CutDays.Skip(settings.Rolling ? 0 : settings.CutDays.Count - 1))
        {
            if (TrainingCutsOf(settings, cutDays).Count > 0)
            {
                tested.Add(Test(network, settings, models, cutDays));
            }
        }

        return tested;
    }

    /// <summary>Returns the models that can be trained at every tested cut.</summary>
    public static IReadOnlyList<ITieModel> Trainable(EdgeNetwork network, TiesSettings settings, IReadOnlyList<ITieModel> models)
    {
        ForecastTask[] tasks =
        [
            .. settings.CutDays.Skip(settings.Rolling ? 0 : settings.CutDays.Count - 1)
                .Where(cut => TrainingCutsOf(settings, cut).Count > 0)
                .Select(cut => TaskOf(network, settings, CutOf(network, settings, cut))),
        ];
        return [.. models.Where(model => tasks.All(model.CanTrain))];
    }

    /// <summary>Returns the cuts that a test cut may train on: those whose outcome windows end by it.</summary>
    public static IReadOnlyList<double> TrainingCutsOf(TiesSettings settings, double cutDays) =>
        [.. settings.CutDays.Where(earlier => earlier + settings.HorizonDays <= cutDays)];

    /// <summary>Returns what a model is given at a cut.</summary>
    public static ForecastTask TaskOf(EdgeNetwork network, TiesSettings settings, LabelledCut cut) =>
        new(
            cut.History, cut.Eligible, settings.HorizonDays,
            [.. TrainingCutsOf(settings, cut.CutDays).Select(days => CutOf(network, settings, days))]);

    public static LabelledCut CutOf(EdgeNetwork network, TiesSettings settings, double cutDays) =>
        LabelledCut.Of(network, cutDays, settings.HorizonDays, settings.MinContactDays);

    private static TestedCut Test(EdgeNetwork network, TiesSettings settings, IReadOnlyList<ITieModel> models, double cutDays)
    {
        var cut = CutOf(network, settings, cutDays);
        var task = TaskOf(network, settings, cut);
        var past = network.KnownAt(network.CutAfter(cutDays));
        var withoutFuture = TaskOf(past, settings, CutOf(past, settings, cutDays));

        bool[] outcomes = [.. cut.Outcomes];
        var scores = new double[models.Count][];
        var scored = new ScoredOutcomes[models.Count];
        try
        {
            Parallel.For(0, models.Count, new ParallelOptions { MaxDegreeOfParallelism = settings.MaxDegreeOfParallelism }, i =>
            {
                scores[i] = LeakGuard.Score(models[i], task, withoutFuture);
                scored[i] = new ScoredOutcomes(scores[i], outcomes, models[i].GivesProbabilities);
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<LeakException>().FirstOrDefault() is { } leak)
        {
            throw leak;
        }

        return new TestedCut(cut, [.. task.Training.Select(training => training.CutDays)], scores, scored);
    }
}
