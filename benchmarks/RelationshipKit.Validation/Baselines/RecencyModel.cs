using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The shorter the silence, the likelier.</summary>
internal sealed class RecencyModel : ITieModel
{
    public string Name => "recency";

    public bool GivesProbabilities => false;

    public double[] Score(ForecastTask task) => [.. task.Eligible.Select(tie => -tie.ElapsedDays)];
}
