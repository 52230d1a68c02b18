using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>What to do in a week to keep in touch, who is left out, and why.</summary>
/// <remarks>
/// <para>
/// A touch gains the wanted contact that leaving it until the next week would lose, and the strength it leaves:
/// </para>
/// <code>
/// lost     = days past the latest date + days tolerated / 2, from the day of the touch to Sunday
/// anyway   = P(contact by the end of Sunday if nothing is planned), from the forecast
/// contact  = lost / (interval + lost) · (1 - anyway), lost / (interval + lost) being the share by which a longer interval lowers the rate
///          = 1 / (1 + days after it) for an occasion, whose day does not come back
/// strength = strength with the touch - strength without it, 7 days after it
/// gain     = contact + strength
/// </code>
/// <para>
/// The interval is what the policy asked for, so that a week without an inner friend costs more than one without somebody whom the owner
/// wants to see once a year. A contact who will most likely be in touch without it needs a place less than one who has fallen silent. The
/// forecast is that of <see cref="Scoring.ScoreSettings.Hazard"/>, of contact of any kind. So it counts only where after any contact, even
/// a message of theirs, no touch would be wanted in the week. Where that takes a call, an answer or the owner's own step, and where nothing
/// is known of a tie, <c>anyway</c> is 0. The shipped hazard tells ties apart, but its probabilities may be off for a network it was not
/// fitted to (<see cref="Forecasts.RhythmHazard.IsCalibrated"/>).
/// </para>
/// <para>
/// The plan chooses, for each contact at most one touch (two, where an occasion asks for the second), so that the gains sum to the most the
/// budgets allow. For up to 8 people of whom a touch is wanted it is the best choice there is; beyond, <see cref="UpperBound"/>
/// says how far from the best it can be. A larger budget of minutes never lowers the gain.
/// </para>
/// <para>
/// Windows, wishes, quiet days, absences and the caps on attempts are those of the cadence plan: no touch is planned before its ideal date
/// or on a day that they bar.
/// </para>
/// <para>The same book gives the same plan. Each contact is in the items or among those left out. Instances are immutable and safe to share
/// between threads.</para>
/// </remarks>
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
        $"week of {LocalDatePattern.Iso.Format(Monday)}: {Items.Length} touches, {PlannedMinutes} of {Settings.MinutesPerWeek} "
            + $"minutes, {LeftOut.Length} left out");
}
