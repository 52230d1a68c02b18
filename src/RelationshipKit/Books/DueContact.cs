using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit;

/// <summary>A contact with whom a touch is wanted, and why.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class DueContact
{
    internal DueContact(Contact contact, CadenceResolution resolution, LocalDate by)
    {
        Contact = contact;
        Resolution = resolution;
        Dates = [.. resolution.Dates.Where(date => date.IsDueBy(by))];
        IsIntervalDue = !resolution.IsResting && resolution.Window is { } window && window.Ideal <= by;
    }

    /// <summary>Gets the contact.</summary>
    [JsonIgnore]
    public Contact Contact { get; }

    [JsonInclude, JsonPropertyName("contact")]
    internal ContactId ContactIdText => Contact.Id;

    [JsonInclude, JsonPropertyName("name")]
    internal string ContactName => Contact.Name;

    /// <summary>Gets the window, its state, the policy that said so, and the reasons.</summary>
    [JsonPropertyName("resolution")]
    public CadenceResolution Resolution { get; }

    /// <summary>Gets the dates that may be kept by the day asked about, in order of their days.</summary>
    [JsonPropertyName("dates")]
    public ImmutableArray<CadenceDate> Dates { get; }

    /// <summary>Gets a value indicating whether the interval is due by the day asked about; if not, dates alone are.</summary>
    [JsonPropertyName("isIntervalDue")]
    public bool IsIntervalDue { get; }

    // A contact with a date is listed on its day, the others on their ideal date.
    internal LocalDate Day => Dates is [var first, ..] ? first.On : Resolution.Window!.Value.Ideal;

    /// <summary>
    /// Returns name, ideal date and policy, such as "Ada: ideal 2026-02-18, every 3 weeks". The name is personal: show it to the owner, and
    /// log it nowhere.
    /// </summary>
    /// <returns>A short text for the owner, not for round trips.</returns>
    public override string ToString() =>
        Dates.IsEmpty || Resolution.Dates.Any(date => date.IsDueBy(Resolution.Today))
            ? $"{Contact.Name}: {Resolution}"
            : $"{Contact.Name}: {string.Join(", ", Dates)}{(IsIntervalDue ? $"; {Resolution}" : "")}";
}
