using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Planning.Workload;

/// <summary>One change of the cadences after which the budget would do.</summary>
/// <remarks>Nothing acts on it but the owner. Instances are immutable and safe to share between threads.</remarks>
public sealed class Relaxation
{
    internal Relaxation(PlanReason change, ImmutableArray<ContactId> contacts, double savesMinutes, double givesUpTouches)
    {
        Change = change;
        Contacts = contacts;
        SavesMinutes = savesMinutes;
        GivesUpTouches = givesUpTouches;
    }

    /// <summary>Gets the change.</summary>
    [JsonPropertyName("change")]
    public PlanReason Change { get; }

    /// <summary>Gets the contacts whose cadence changes, by id.</summary>
    [JsonPropertyName("contacts")]
    public ImmutableArray<ContactId> Contacts { get; }

    /// <summary>Gets the minutes a week that it saves.</summary>
    [JsonPropertyName("savesMinutes")]
    public double SavesMinutes { get; }

    /// <summary>Gets the touches a week that it gives up: the fewer, the smaller the change.</summary>
    [JsonPropertyName("givesUpTouches")]
    public double GivesUpTouches { get; }

    /// <summary>Returns the change and what it saves; contacts are not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change}: saves {SavesMinutes:0.#} minutes a week");
}
