using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>A reason as data: a code, and the facts it is about.</summary>
/// <remarks>
/// Facts that a code is not about are <see langword="null"/>. <see cref="Describe"/> says it in English; a host puts the code and the facts
/// into another language. Codes may be added in later versions. Instances are immutable and safe to share between threads.
/// </remarks>
public sealed class PlanReason
{
    internal PlanReason(PlanReasonCode code) => Code = code;

    /// <summary>Gets what it says.</summary>
    [JsonPropertyName("code")]
    public PlanReasonCode Code { get; }

    [JsonInclude, JsonPropertyName("text")]
    internal string Words => ToString();

    /// <summary>Gets the date it is about.</summary>
    [JsonIgnore]
    public LocalDate? Date { get; internal init; }

    [JsonInclude, JsonPropertyName("date")]
    internal string? DateText => IsoTexts.Of(Date);

    /// <summary>Gets the date until which it holds.</summary>
    [JsonIgnore]
    public LocalDate? Until { get; internal init; }

    [JsonInclude, JsonPropertyName("until")]
    internal string? UntilText => IsoTexts.Of(Until);

    /// <summary>
    /// Gets the day that the cadence is counted from where that is not the day of the last touch that counts;
    /// <see langword="null"/> otherwise.
    /// </summary>
    /// <value>Without any such touch, <see cref="Count"/> is <see langword="null"/>.</value>
    [JsonIgnore]
    public LocalDate? CountedFrom { get; internal init; }

    [JsonInclude, JsonPropertyName("countedFrom")]
    internal string? CountedFromText => IsoTexts.Of(CountedFrom);

    /// <summary>Gets whether there was no touchpoint with them yet, not even one that does not count or an attempt.</summary>
    [JsonIgnore]
    public bool IsNeverYet { get; internal init; }

    /// <summary>Gets a number of people, days, weeks or steps; the code says of what.</summary>
    [JsonPropertyName("count")]
    public int? Count { get; internal init; }

    /// <summary>Gets a number of days between two touches.</summary>
    [JsonPropertyName("days")]
    public int? Days { get; internal init; }

    /// <summary>Gets minutes.</summary>
    [JsonPropertyName("minutes")]
    public int? Minutes { get; internal init; }

    /// <summary>Gets a channel.</summary>
    [JsonPropertyName("channel")]
    public Channel? Channel { get; internal init; }

    /// <summary>Gets the name of a circle or a facet, or whom a policy is for.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; internal init; }

    /// <summary>
    /// Gets the owner's own words for it: a promise, a need, a detail, a title, a note; in <see cref="Describe"/>, never in
    /// <see cref="ToString"/>.
    /// </summary>
    [JsonIgnore]
    public string? Subject { get; internal init; }

    /// <summary>Gets the gesture it answers.</summary>
    [JsonPropertyName("gesture")]
    public Gesture? Gesture { get; internal init; }

    /// <summary>Gets the kind of an occasion.</summary>
    [JsonPropertyName("occasion")]
    public OccasionKind? Occasion { get; internal init; }

    /// <summary>Gets the policy it is about.</summary>
    [JsonIgnore]
    public ICadencePolicy? Policy { get; internal init; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string? PolicyText => Policy is null ? null : StockCadence.TextOf(Policy);

    /// <summary>Returns the English text without <see cref="Subject"/>, which is personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => PlanTexts.TextOf(this, withSubject: false);

    /// <summary>Says the reason in English, with the owner's own words.</summary>
    /// <returns>A phrase without a full stop. It may hold personal data.</returns>
    public string Describe() => PlanTexts.TextOf(this, withSubject: true);

    internal PlanReason WithoutSubject() => new(Code)
    {
        Date = Date, Until = Until, Count = Count, Days = Days, Minutes = Minutes, Channel = Channel, Name = Name, Gesture = Gesture,
        Occasion = Occasion, Policy = Policy, CountedFrom = CountedFrom, IsNeverYet = IsNeverYet,
    };

    internal static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
