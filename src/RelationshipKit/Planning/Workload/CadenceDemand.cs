using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Cadences;

namespace RelationshipKit.Planning.Workload;

/// <summary>What the cadence of one contact asks for in the long run.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class CadenceDemand
{
    internal CadenceDemand(
        Contact contact, double touchesPerWeek, double minutesPerWeek, ICadencePolicy? policy, string? selector, bool isDormant)
    {
        Contact = contact;
        TouchesPerWeek = touchesPerWeek;
        MinutesPerWeek = minutesPerWeek;
        Policy = policy;
        Selector = selector;
        IsDormant = isDormant;
    }

    /// <summary>Gets the contact.</summary>
    [JsonIgnore]
    public Contact Contact { get; }

    [JsonInclude, JsonPropertyName("contact")]
    internal ContactId ContactIdText => Contact.Id;

    [JsonInclude, JsonPropertyName("name")]
    internal string ContactName => Contact.Name;

    /// <summary>Gets the touches a week; 0 if nothing is asked for, or not for ever.</summary>
    [JsonPropertyName("touchesPerWeek")]
    public double TouchesPerWeek { get; }

    /// <summary>Gets the minutes a week, each touch through the quickest channel that satisfies the policy.</summary>
    [JsonPropertyName("minutesPerWeek")]
    public double MinutesPerWeek { get; }

    /// <summary>Gets the policy that asked most often; <see langword="null"/> if none asks.</summary>
    [JsonIgnore]
    public ICadencePolicy? Policy { get; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string? PolicyText => Policy is null ? null : StockCadence.TextOf(Policy);

    /// <summary>Gets a value indicating whether the tie is dormant now.</summary>
    [JsonPropertyName("isDormant")]
    public bool IsDormant { get; }

    // Whom that policy is for, in words; part of what tells groups of contacts apart.
    internal string? Selector { get; }

    /// <summary>Returns the rates; the contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{TouchesPerWeek:0.###} touches and {MinutesPerWeek:0.#} minutes a week");
}
