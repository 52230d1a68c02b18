using System.Globalization;
using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Health;

/// <summary>How much of the contact of the last year went to one facet of life.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class FacetShare
{
    internal FacetShare(Facet facet, double contactDays, double share)
    {
        Facet = facet;
        ContactDays = contactDays;
        Share = share;
    }

    /// <summary>Gets the facet.</summary>
    [JsonPropertyName("facet")]
    public Facet Facet { get; }

    /// <summary>
    /// Gets its contact-days of the last 365 days. A contact-day counts once for each contact: to the facets its touchpoints name, else to
    /// those of the contact, in equal parts.
    /// </summary>
    [JsonPropertyName("contactDays")]
    public double ContactDays { get; }

    /// <summary>Gets its part of all contact-days that belong to a facet, in [0, 1].</summary>
    [JsonPropertyName("share")]
    public double Share { get; }

    /// <summary>Returns the facet and its share in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Facet} {100 * Share:0} %");
}
