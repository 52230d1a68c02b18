using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>One cut that was tested: what happened, and what each model had said.</summary>
/// <param name="Cut">The cut and its outcomes.</param>
/// <param name="TrainingCutDays">The earlier cuts that models could train on.</param>
/// <param name="Scores">What each model said, model by model, in the order of the eligible ties.</param>
/// <param name="Scored">The same beside the outcomes.</param>
internal sealed record TestedCut(
    LabelledCut Cut,
    IReadOnlyList<double> TrainingCutDays,
    IReadOnlyList<double[]> Scores,
    IReadOnlyList<ScoredOutcomes> Scored);
