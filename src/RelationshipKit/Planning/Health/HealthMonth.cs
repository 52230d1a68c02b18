using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Health;

/// <summary>How the network stood at the end of one month, as the touchpoints up to then tell it.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class HealthMonth
{
    internal HealthMonth(YearMonth month, int contactDays, int livingTies, double expectedContacts, HillNumbers effective)
    {
        Month = month;
        ContactDays = contactDays;
        LivingTies = livingTies;
        ExpectedContacts = expectedContacts;
        Effective = effective;
    }

    /// <summary>Gets the month, in the owner's zone; the last one is told as of the instant asked about.</summary>
    [JsonIgnore]
    public YearMonth Month { get; }

    [JsonInclude, JsonPropertyName("month")]
    internal string MonthText => IsoTexts.Of(Month);

    /// <summary>Gets the contact-days of the month, one for each contact and date.</summary>
    [JsonPropertyName("contactDays")]
    public int ContactDays { get; }

    /// <summary>Gets how many ties had a strength of at least <see cref="NetworkHealth.LivingStrength"/>.</summary>
    [JsonPropertyName("livingTies")]
    public int LivingTies { get; }

    /// <summary>Gets the expected contacts of all ties together: full contacts in 30 days at the rate of then.</summary>
    [JsonPropertyName("expectedContacts")]
    public double ExpectedContacts { get; }

    /// <summary>Gets the effective number of ties of then.</summary>
    [JsonPropertyName("effective")]
    public HillNumbers Effective { get; }

    /// <summary>Returns the month and its numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Month.Year:0000}-{Month.Month:00}: {ContactDays} contact-days, {LivingTies} living ties, {ExpectedContacts:0.0} "
            + $"contacts a month");
}
