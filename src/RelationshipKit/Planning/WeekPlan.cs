using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

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
    public LocalDate Monday { get; }

    /// <summary>Gets the settings it was made with.</summary>
    public PlanSettings Settings { get; }

    /// <summary>Gets the touches, by day and then by the id of the contact.</summary>
    public ImmutableArray<PlanItem> Items { get; internal init; } = [];

    /// <summary>Gets those left out, by id.</summary>
    public ImmutableArray<LeftOutContact> LeftOut { get; internal init; } = [];

    /// <summary>Gets how gentle the week is; <see langword="null"/> if it was not asked to be.</summary>
    public GentlePace? Pace { get; internal init; }

    /// <summary>Gets what there is to say about the whole.</summary>
    public ImmutableArray<PlanReason> Notes { get; internal init; } = [];

    /// <summary>Gets what all touches together gain over leaving them: wanted contact kept, and strength.</summary>
    public double Gain { get; internal init; }

    /// <summary>Gets what no plan within the same limits gains more than; <see cref="Gain"/> itself if this one is known to be the best.</summary>
    public double UpperBound { get; internal init; }

    /// <summary>Gets a value indicating whether no plan within the same limits gains more.</summary>
    public bool IsBest => UpperBound <= Gain;

    /// <summary>Gets the minutes of all touches; never more than the week's budget.</summary>
    public int PlannedMinutes => Items.Sum(item => item.Minutes);

    /// <summary>Returns the week and the counts, which are no personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"week of {LocalDatePattern.Iso.Format(Monday)}: {Items.Length} touches, {PlannedMinutes} of {Settings.MinutesPerWeek} minutes, {LeftOut.Length} left out");
}
