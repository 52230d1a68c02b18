using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Defaults;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The kit's rhythm hazard: as it ships, or fitted to everything before the cut and shrunk to what ships.</summary>
/// <remarks>Fitting takes no outcomes and no horizon: it counts the gaps of all ties, those too young to be asked about included.</remarks>
internal sealed class KitHazardModel(string name, RhythmHazard hazard, bool fits) : ITieModel
{
    public string Name => name;

    public bool GivesProbabilities => true;

    public static RhythmHazard Fitted(RhythmHazard hazard, History history)
    {
        var gaps = NetworkGaps.Of(history);
        return hazard.FittedTo(gaps.History, gaps.Ties, gaps.AsOf);
    }

    public static Forecast ForecastOf(RhythmHazard hazard, TieHistory tie) =>
        hazard.ForecastAt(
            RhythmState.Of(tie.ContactDays, InstantOf(tie.Days[0].FirstSeconds), InstantOf(tie.Days[^1].LastSeconds)),
            InstantOf(tie.CutSeconds));

    public static double ContactWithin(RhythmHazard hazard, TieHistory tie, double horizonDays) =>
        ForecastOf(hazard, tie).ContactWithin(Duration.FromDays(horizonDays))!.Value;

    public double[] Score(ForecastTask task)
    {
        var used = fits ? Fitted(hazard, task.History) : hazard;
        return [.. task.Eligible.Select(tie => ContactWithin(used, tie, task.HorizonDays))];
    }

    private static Instant InstantOf(long seconds) => Instant.FromUnixTimeSeconds(seconds);
}
