using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Cadences;

/// <summary>
/// When a contact is next wanted, which policy said so, which were overridden, and what moved the date: an answer with its reasons.
/// </summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class CadenceResolution
{
    internal CadenceResolution(
        ContactId contact,
        Facet? facet,
        LocalDate today,
        CadenceWindow? asked,
        Wanted? wanted,
        ImmutableArray<OverriddenCadence> overridden,
        ImmutableArray<CadenceAdjustment> adjustments,
        bool isResting,
        int dormantAfterDays)
    {
        Contact = contact;
        Facet = facet;
        Today = today;
        Asked = asked;
        Window = wanted?.Window;
        Policy = wanted?.By;
        PolicyName = wanted?.Name;
        Selector = wanted?.For;
        TouchpointFilter = wanted is { } decided ? decided.Counts ?? Cadences.TouchpointFilter.Any : null;
        Reference = wanted?.Reference;
        State = isResting ? CadenceState.Resting
            : wanted is { } found ? found.Window.StateOn(found.Reference, today, dormantAfterDays)
            : CadenceState.Unknown;
        Overridden = overridden;
        Adjustments = adjustments;
        IsResting = isResting;
    }

    /// <summary>Gets the contact.</summary>
    [JsonPropertyName("contact")]
    public ContactId Contact { get; }

    /// <summary>Gets the facet asked about; <see langword="null"/> for the whole person.</summary>
    [JsonPropertyName("facet")]
    public Facet? Facet { get; }

    /// <summary>Gets the day the state is told for, in the owner's zone.</summary>
    [JsonIgnore]
    public LocalDate Today { get; }

    [JsonInclude, JsonPropertyName("today")]
    internal string TodayText => IsoTexts.Of(Today);

    /// <summary>Gets the window the policy asked for, before all adjustments; <see langword="null"/> if it asked for nothing.</summary>
    [JsonPropertyName("asked")]
    public CadenceWindow? Asked { get; }

    /// <summary>Gets the window after all adjustments; <see langword="null"/> if nothing is asked for.</summary>
    [JsonPropertyName("window")]
    public CadenceWindow? Window { get; }

    /// <summary>Gets the date the window was counted from; <see langword="null"/> without a window.</summary>
    [JsonIgnore]
    public LocalDate? Reference { get; }

    [JsonInclude, JsonPropertyName("reference")]
    internal string? ReferenceText => IsoTexts.Of(Reference);

    /// <summary>Gets the day of the last touch that counts for the policy that decided.</summary>
    /// <value>
    /// <see langword="null"/> without a window, or if there was no such touch yet: then the window is counted from another day.
    /// </value>
    [JsonIgnore]
    public LocalDate? LastTouch { get; internal init; }

    /// <summary>Gets whether there was no touchpoint with them up to that day, not even one that does not count or an attempt.</summary>
    [JsonIgnore]
    public bool IsNeverYet { get; internal init; }

    [JsonInclude, JsonPropertyName("lastTouch")]
    internal string? LastTouchText => IsoTexts.Of(LastTouch);

    /// <summary>Gets the state of today; <see cref="CadenceState.Unknown"/> without a window.</summary>
    [JsonPropertyName("state")]
    public CadenceState State { get; }

    /// <summary>Gets the policy that decided: of several combined, that one; <see langword="null"/> without a window.</summary>
    [JsonIgnore]
    public ICadencePolicy? Policy { get; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string? PolicyText => Policy is null ? null : StockCadence.TextOf(Policy);

    /// <summary>Gets the name under which the policy was found; <see langword="null"/> if it was found without one.</summary>
    [JsonPropertyName("policyName")]
    public string? PolicyName { get; }

    /// <summary>Gets whom the policy is for, as far as it says; <see langword="null"/> if it is for everybody.</summary>
    [JsonPropertyName("selector")]
    public ContactSelector? Selector { get; }

    /// <summary>Gets which touches satisfy the policy that decided; <see langword="null"/> without a window.</summary>
    [JsonIgnore]
    public TouchpointFilter? TouchpointFilter { get; }

    /// <summary>
    /// Gets the dates that are open or come within a year, in order of their days; they stand beside the window of the interval.
    /// </summary>
    /// <remarks>A date that no day is left for, because of quiet days, wishes or absences, is not among them: it lapses.</remarks>
    [JsonPropertyName("dates")]
    public ImmutableArray<CadenceDate> Dates { get; internal init; } = [];

    /// <summary>Gets the policies that asked for another window without result, in the order in which they lost.</summary>
    [JsonPropertyName("overridden")]
    public ImmutableArray<OverriddenCadence> Overridden { get; }

    /// <summary>Gets the steps by which the window was moved, in order; the last may have taken it away.</summary>
    [JsonPropertyName("adjustments")]
    public ImmutableArray<CadenceAdjustment> Adjustments { get; }

    /// <summary>Gets a value indicating whether today lies within a pause of the contact or of everybody.</summary>
    [JsonPropertyName("isResting")]
    public bool IsResting { get; }

    /// <summary>
    /// Gets a value indicating whether nothing is asked for because a back-off allows no more touches and attempts without an answer.
    /// </summary>
    [JsonPropertyName("isUnanswered")]
    public bool IsUnanswered { get; private set; }

    /// <summary>Gets the policy that could not answer, or null if all did. The state is then <see cref="CadenceState.Unknown"/>.</summary>
    [JsonPropertyName("failure")]
    public CadenceFailure? Failure { get; private set; }

    /// <summary>
    /// Determines whether a touch is wanted by a day: the ideal date of the interval is not after it and the contact does not rest, or a
    /// date may be kept until then.
    /// </summary>
    /// <param name="date">The day, itself included, in the ISO calendar.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public bool IsDueBy(LocalDate date)
    {
        CadenceDates.Check(date);
        return (!IsResting && Window is { } window && window.Ideal <= date) || Dates.Any(kept => kept.IsDueBy(date));
    }

    /// <summary>Returns window and policy in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        Failure is { } failure ? failure.ToString()
        : Dates.Where(date => date.IsDueBy(Today)).ToArray() is [_, ..] open
            ? $"{string.Join(", ", open.AsEnumerable())}{(IsResting || Window is null ? "" : $"; {Interval}")}"
        : Interval;

    private string Interval =>
        State == CadenceState.Resting && !Adjustments.IsEmpty ? Adjustments[^1].ToString()
        : Window is { } window ? $"ideal {CadenceWindow.Text(window.Ideal)}, {StockCadence.TextOf(Policy!)}"
        : !Adjustments.IsEmpty ? Adjustments[^1].ToString()
        : Dates is [var next, ..] ? next.ToString()
        : "nothing is asked for";

    /// <summary>Determines whether a touch served what was asked: afterwards no window is open, or one that begins later.</summary>
    /// <param name="after">The resolution right after the touch, where this one has a window.</param>
    internal bool IsServedBy(CadenceResolution after) => after.Window is not { } next || next.Ideal > Window!.Value.Ideal;

    internal CadenceResolution Unanswered()
    {
        IsUnanswered = true;
        return this;
    }

    internal CadenceResolution Failed(CadenceFailure failure)
    {
        Failure = failure;
        return this;
    }
}
