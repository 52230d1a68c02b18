using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>One contact as <c>due --json</c> prints it; dates and policy are null while nothing is asked for.</summary>
internal sealed record DueContactJson(
    string Contact,
    bool IsDue,
    string State,
    bool IsResting,
    string? Reference,
    string? Ideal,
    string? Latest,
    string? Policy,
    string? PolicyName,
    string? For,
    IReadOnlyList<AdjustmentJson> Adjustments,
    IReadOnlyList<OverriddenJson> Overridden)
{
    public static DueContactJson Of(CadenceResolution resolution, LocalDate by) => new(
        resolution.Contact.Value,
        resolution.IsDueBy(by),
        resolution.State.ToString(),
        resolution.IsResting,
        DueJson.Text(resolution.Reference),
        DueJson.Text(resolution.Window?.Ideal),
        DueJson.Text(resolution.Window?.Latest),
        resolution.Policy?.ToString(),
        resolution.PolicyName,
        resolution.Selector?.ToString(),
        [.. resolution.Adjustments.Select(step => new AdjustmentJson(step.Kind.ToString(), DueJson.Text(step.From)!, DueJson.Text(step.To)))],
        [
            .. resolution.Overridden.Select(lost => new OverriddenJson(
                lost.Policy.ToString()!, lost.PolicyName, lost.Selector?.ToString(), DueJson.Text(lost.Window.Ideal)!, DueJson.Text(lost.Window.Latest)!)),
        ]);
}
