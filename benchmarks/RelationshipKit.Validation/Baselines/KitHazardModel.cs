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

    public double[] Score(ForecastTask task)
    {
        var asOf = InstantOf(task.History.CutSeconds);
        var used = fits ? FittedTo(task.History) : hazard;
        var horizon = Duration.FromDays(task.HorizonDays);
        return [.. task.Eligible.Select(tie => used.ForecastAt(StateOf(tie), asOf).ContactWithin(horizon)!.Value)];
    }

    private static Instant InstantOf(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    private static RhythmState StateOf(TieHistory tie) =>
        RhythmState.Of(tie.ContactDays, InstantOf(tie.Days[0].FirstSeconds), InstantOf(tie.Days[^1].LastSeconds));

    private RhythmHazard FittedTo(History history)
    {
        var gaps = NetworkGaps.Of(history);
        return hazard.FittedTo(gaps.History, gaps.Ties, gaps.AsOf);
    }
}
