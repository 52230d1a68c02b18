using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>One touch that a plan proposes: with whom, on which day, how, what for, and why.</summary>
/// <remarks>It proposes; nothing is sent. Instances are immutable and safe to share between threads.</remarks>
public sealed class PlanItem
{
    internal PlanItem(Contact contact, LocalDate day, Channel channel, Gesture gesture, int minutes, double gain, PlanReason reason)
    {
        Contact = contact;
        Day = day;
        Channel = channel;
        Gesture = gesture;
        Minutes = minutes;
        Gain = gain;
        Reason = reason;
    }

    /// <summary>Gets the contact.</summary>
    [JsonIgnore]
    public Contact Contact { get; }

    [JsonInclude, JsonPropertyName("contact")]
    internal ContactId ContactIdText => Contact.Id;

    [JsonInclude, JsonPropertyName("name")]
    internal string ContactName => Contact.Name;

    /// <summary>Gets the day, in the owner's zone.</summary>
    [JsonIgnore]
    public LocalDate Day { get; }

    [JsonInclude, JsonPropertyName("day")]
    internal string DayText => IsoTexts.Of(Day);

    /// <summary>Gets the channel.</summary>
    [JsonPropertyName("channel")]
    public Channel Channel { get; }

    /// <summary>Gets what it is for.</summary>
    [JsonPropertyName("gesture")]
    public Gesture Gesture { get; }

    /// <summary>Gets the minutes set aside for it.</summary>
    [JsonPropertyName("minutes")]
    public int Minutes { get; }

    /// <summary>Gets what it gains over leaving it: wanted contact kept, and strength; positive.</summary>
    [JsonPropertyName("gain")]
    public double Gain { get; }

    /// <summary>Gets why it is there.</summary>
    [JsonPropertyName("reason")]
    public PlanReason Reason { get; }

    /// <summary>Gets what else there is to say about it.</summary>
    [JsonPropertyName("notes")]
    public ImmutableArray<PlanReason> Notes { get; internal init; } = [];

    /// <summary>
    /// Gets a value indicating whether nothing asks for the touch in this week: it comes early, where there is time for it.
    /// </summary>
    [JsonPropertyName("isOptional")]
    public bool IsOptional { get; internal init; }

    /// <summary>Gets the policy that asked for it.</summary>
    [JsonIgnore]
    public ICadencePolicy? Policy { get; internal init; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string? PolicyText => Policy is null ? null : StockCadence.TextOf(Policy);

    /// <summary>Returns the day, channel and reason; the contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => $"{LocalDatePattern.Iso.Format(Day)} {Channel} ({PlanReason.Number(Minutes)} min): {Reason}";
}
