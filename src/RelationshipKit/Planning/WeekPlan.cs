using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;

namespace RelationshipKit.Planning;

/// <summary>What to do in a week to keep in touch, who is left out, and why.</summary>
/// <remarks>Each contact is in the items or among those left out. Instances are immutable and safe to share between threads.</remarks>
public sealed class WeekPlan
{
    internal WeekPlan(LocalDate monday, PlanSettings settings)
    {
        Monday = monday;
        Settings = settings;
    }

    /// <summary>Gets the first day of the week.</summary>
    [JsonIgnore]
    public LocalDate Monday { get; }

    [JsonInclude, JsonPropertyName("monday")]
    internal string MondayText => IsoTexts.Of(Monday);

    /// <summary>Gets the settings it was made with.</summary>
    [JsonIgnore]
    public PlanSettings Settings { get; }

    /// <summary>Gets the touches, by day and then by the id of the contact.</summary>
    [JsonPropertyName("items")]
    public ImmutableArray<PlanItem> Items { get; internal init; } = [];

    /// <summary>Gets those left out, by id.</summary>
    [JsonPropertyName("leftOut")]
    public ImmutableArray<LeftOutContact> LeftOut { get; internal init; } = [];

    /// <summary>Gets how gentle the week is; <see langword="null"/> if it was not asked to be.</summary>
    [JsonIgnore]
    public GentlePace? Pace { get; internal init; }

    /// <summary>Gets what there is to say about the whole.</summary>
    [JsonPropertyName("notes")]
    public ImmutableArray<PlanReason> Notes { get; internal init; } = [];

    /// <summary>Gets what all touches together gain over leaving them: wanted contact kept, and strength.</summary>
    [JsonPropertyName("gain")]
    public double Gain { get; internal init; }

    /// <summary>
    /// Gets a bound: no plan within the same limits gains more than this. It equals <see cref="Gain"/> if this one is known to be the best.
    /// </summary>
    [JsonPropertyName("upperBound")]
    public double UpperBound { get; internal init; }

    /// <summary>Gets a value indicating whether no plan within the same limits gains more.</summary>
    [JsonPropertyName("isBest")]
    public bool IsBest => UpperBound <= Gain;

    /// <summary>Gets the minutes of all touches; never more than the week's budget.</summary>
    [JsonPropertyName("plannedMinutes")]
    public int PlannedMinutes => Items.Sum(item => item.Minutes);

    /// <summary>Returns the week and the counts, which are not personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"week of {LocalDatePattern.Iso.Format(Monday)}: {Items.Length} touches, {PlannedMinutes} of {Settings.MinutesPerWeek} minutes, {LeftOut.Length} left out");
}
