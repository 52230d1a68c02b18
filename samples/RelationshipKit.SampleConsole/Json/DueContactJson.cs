using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>One contact as <c>due --json</c> prints it; dates and policy are null while nothing is asked for.</summary>
internal sealed record DueContactJson(
    string Contact,
    string Name,
    bool IsDue,
    string State,
    bool IsResting,
    string? Reference,
    string? Ideal,
    string? Latest,
    string? Policy,
    string? PolicyName,
    string? For,
    IReadOnlyList<DueDateJson> Dates,
    IReadOnlyList<AdjustmentJson> Adjustments,
    IReadOnlyList<OverriddenJson> Overridden)
{
    public static DueContactJson Of(Contact contact, CadenceResolution resolution, LocalDate by) => new(
        resolution.Contact.Value,
        contact.Name,
        resolution.IsDueBy(by),
        resolution.State.ToString(),
        resolution.IsResting,
        DueJson.Text(resolution.Reference),
        DueJson.Text(resolution.Window?.Ideal),
        DueJson.Text(resolution.Window?.Latest),
        resolution.Policy?.ToString(),
        resolution.PolicyName,
        resolution.Selector?.ToString(),
        [.. resolution.Dates.Select(
            date =>
                new DueDateJson(
                    DueJson.Text(date.On)!, date.Occasion, DueJson.Text(date.Window.Ideal)!, DueJson.Text(date.Window.Latest)!,
                    date.IsDueBy(by)))],
        [.. resolution.Adjustments.Select(
            step => new AdjustmentJson(step.Kind.ToString(), DueJson.Text(step.From)!, DueJson.Text(step.To)))],
        [
            .. resolution.Overridden.Select(lost => new OverriddenJson(
                lost.Policy.ToString()!, lost.PolicyName, lost.Selector?.ToString(), DueJson.Text(lost.Window.Ideal)!,
                DueJson.Text(lost.Window.Latest)!)),
        ]);
}
