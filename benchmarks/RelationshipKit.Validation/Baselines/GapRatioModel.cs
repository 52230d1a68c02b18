using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The shorter the silence in units of the tie's own mean gap, the likelier.</summary>
/// <remarks>A tie with one contact-day has no gap; it is taken to have the mean gap of all gaps before the cut.</remarks>
internal sealed class GapRatioModel : ITieModel
{
    // Half a minute: contact-days a second apart across midnight must not divide by nothing.
    private const double LeastGapDays = 30.0 / EdgeNetwork.SecondsPerDay;

    public string Name => "gap-ratio";

    public bool GivesProbabilities => false;

    public double[] Score(ForecastTask task)
    {
        var gaps = task.History.Ties.Sum(tie => (double)(tie.ContactDays - 1));
        var pooled = gaps > 0 ? task.History.Ties.Sum(tie => tie.SpanDays) / gaps : 1;
        return [.. task.Eligible.Select(
            tie => -tie.ElapsedDays / Math.Max(LeastGapDays, tie.ContactDays > 1 ? tie.SpanDays / (tie.ContactDays - 1) : pooled))];
    }
}
