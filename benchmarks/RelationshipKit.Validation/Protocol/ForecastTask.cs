using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Protocol;

/// <summary>What a model is given: the history up to the cut, and earlier cuts whose outcomes were known by then.</summary>
/// <param name="History">Everything known at the cut, of all ties.</param>
/// <param name="Eligible">The ties to score.</param>
/// <param name="HorizonDays">How far ahead to look.</param>
/// <param name="Training">Earlier cuts with their outcomes; every outcome window ends by the cut.</param>
internal sealed record ForecastTask(
    History History, IReadOnlyList<TieHistory> Eligible, double HorizonDays, IReadOnlyList<LabelledCut> Training);
