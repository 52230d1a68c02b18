using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The kit's rhythm hazard fitted to the history, told what the other ties of the two people say.</summary>
/// <remarks>
/// The effect of the other ties is learned from windows of the history itself: up to twelve horizons back to back that end at the cut, the forecasts made at the beginning
/// of each, and what became of them by its end. Nothing past the cut is used, and no label that the history does not hold.
/// </remarks>
internal sealed class KitElsewhereModel(string name, RhythmHazard hazard) : ITieModel
{
    private const int MostWindows = 12;

    // One contact-day tells no rhythm.
    private const int LeastContactDays = 2;

    public string Name => name;

    public bool GivesProbabilities => true;

    public double[] Score(ForecastTask task)
    {
        var fitted = KitHazardModel.Fitted(hazard, task.History);
        var effect = ElsewhereEffect.FittedTo(Outcomes(fitted, task.History, task.HorizonDays));
        var elsewhere = Elsewhere.Of(task.History);
        return [.. task.Eligible.Select(tie => effect.Adjusted(KitHazardModel.ContactWithin(fitted, tie, task.HorizonDays), SilentDays(elsewhere, tie)))];
    }

    private static double SilentDays(Elsewhere elsewhere, TieHistory tie) =>
        ElsewhereEffect.MeanSilentDays(elsewhere.SilentDays(tie.Pair.First, tie), elsewhere.SilentDays(tie.Pair.Second, tie));

    private static IEnumerable<ElsewhereOutcome> Outcomes(RhythmHazard fitted, History history, double horizonDays)
    {
        var horizon = (long)Math.Round(horizonDays * EdgeNetwork.SecondsPerDay);
        var first = history.Ties.Min(tie => tie.Days[0].FirstSeconds);
        for (var end = history.CutSeconds; end > history.CutSeconds - (MostWindows * horizon); end -= horizon)
        {
            var start = end - horizon;

            // A window needs as much of a past as it looks ahead.
            if (start - first < horizon)
            {
                yield break;
            }

            var past = history.At(start);
            var elsewhere = Elsewhere.Of(past);
            foreach (var tie in past.Ties.Where(tie => tie.ContactDays >= LeastContactDays))
            {
                yield return ElsewhereOutcome.Of(
                    KitHazardModel.ContactWithin(fitted, tie, horizonDays), SilentDays(elsewhere, tie), tie.Pair.HasContactBetween(start, end));
            }
        }
    }
}
