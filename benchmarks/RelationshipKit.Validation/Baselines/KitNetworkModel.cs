using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The kit's rhythm hazard fitted to the history, with what the network knows of the two people.</summary>
/// <remarks>
/// The effect is learned from windows of the history itself: up to twelve horizons back to back that end at the cut, the forecasts made at
/// the beginning of each, and what became of them by its end. Nothing past the cut is used, and no label that the history does not hold.
/// </remarks>
internal sealed class KitNetworkModel(string name, RhythmHazard hazard) : ITieModel
{
    // One contact-day tells no rhythm.
    private const int LeastContactDays = 2;

    public string Name => name;

    public bool GivesProbabilities => true;

    public double[] Score(ForecastTask task)
    {
        var fitted = KitHazardModel.Fitted(hazard, task.History);
        var around = Surroundings.Of(task.History);
        var horizon = Duration.FromDays(task.HorizonDays);
        var outcomes = Outcomes(fitted, task.History, task.HorizonDays);
        foreach (var tie in task.Eligible)
        {
            var (common, recent, either) = around.Acquaintances(tie.Pair);
            outcomes.Add(
                KitHazardModel.ForecastOf(fitted, tie), horizon, around.SilentElsewhereDays(tie.Pair), common, recent, either,
                wasInTouch: null);
        }

        var effect = NetworkEffect.FittedTo(outcomes);
        return
        [
            .. task.Eligible.Select(tie =>
            {
                var (common, recent, either) = around.Acquaintances(tie.Pair);
                return effect.ContactWithin(
                    KitHazardModel.ForecastOf(fitted, tie), horizon, around.SilentElsewhereDays(tie.Pair), common, recent, either)!.Value;
            }),
        ];
    }

    private static NetworkHistory Outcomes(RhythmHazard fitted, History history, double horizonDays)
    {
        var outcomes = new NetworkHistory();
        foreach (var (past, end) in PastWindows.Of(history, horizonDays))
        {
            var around = Surroundings.Of(past);
            foreach (var tie in past.Ties.Where(tie => tie.ContactDays >= LeastContactDays))
            {
                var (common, recent, either) = around.Acquaintances(tie.Pair);
                outcomes.Add(
                    KitHazardModel.ForecastOf(fitted, tie),
                    Duration.FromDays(horizonDays),
                    around.SilentElsewhereDays(tie.Pair),
                    common,
                    recent,
                    either,
                    tie.Pair.HasContactBetween(past.CutSeconds, end));
            }
        }

        return outcomes;
    }
}
