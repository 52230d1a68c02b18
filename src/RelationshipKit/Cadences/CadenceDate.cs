using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Cadences;

/// <summary>A date that a cadence wants kept: a birthday, a promise with a day, the first of each month.</summary>
/// <remarks>
/// It stands beside the interval of the contact; a touch on the day serves both. This type is immutable, so it is safe to share between
/// threads.
/// </remarks>
public sealed class CadenceDate
{
    internal CadenceDate(Wanted wanted, LocalDate day)
    {
        Window = wanted.Window;
        Day = day;
        Policy = wanted.By;
        PolicyName = wanted.Name;
        Selector = wanted.For;
    }

    /// <summary>Gets the day the date belongs to.</summary>
    [JsonIgnore]
    public LocalDate On => Window.On!.Value;

    [JsonInclude, JsonPropertyName("on")]
    internal string OnText => IsoTexts.Of(On);

    /// <summary>Gets what the date is, such as "birthday"; null if the policy does not say.</summary>
    [JsonPropertyName("occasion")]
    public string? Occasion => Window.Occasion;

    /// <summary>Gets the days on which it may be kept: from its lead until its grace is over.</summary>
    [JsonPropertyName("window")]
    public CadenceWindow Window { get; }

    /// <summary>
    /// Gets the day to keep it on: of those from today on that no quiet day, wish or absence takes, the nearest to <see cref="On"/>.
    /// </summary>
    [JsonIgnore]
    public LocalDate Day { get; }

    [JsonInclude, JsonPropertyName("day")]
    internal string DayText => IsoTexts.Of(Day);

    /// <summary>Gets the policy that wants it kept.</summary>
    [JsonIgnore]
    public ICadencePolicy Policy { get; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string PolicyText => StockCadence.TextOf(Policy);

    /// <summary>Gets the name under which the policy was found; null if it was found without one.</summary>
    [JsonPropertyName("policyName")]
    public string? PolicyName { get; }

    /// <summary>Gets whom the policy is for, as far as it says; null if it is for everybody.</summary>
    [JsonPropertyName("selector")]
    public ContactSelector? Selector { get; }

    /// <summary>Determines whether the date may be kept by a day.</summary>
    /// <param name="date">The day, itself included, in the ISO calendar.</param>
    /// <returns><see langword="true"/> if its window has begun by then.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public bool IsDueBy(LocalDate date)
    {
        CadenceDates.Check(date);
        return Window.Ideal <= date;
    }

    /// <summary>Returns the date in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        Occasion is null ? $"{CadenceWindow.Text(On)}: {StockCadence.TextOf(Policy)}" : $"{Occasion} on {CadenceWindow.Text(On)}";
}
