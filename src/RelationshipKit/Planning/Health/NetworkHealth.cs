using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Health;

/// <summary>
/// How a whole network stands: circles, effective number of ties, balance of facets, which way ties go, intended against actual contact.
/// </summary>
/// <remarks>
/// <para>
/// These are descriptions for the owner only. They rank no people and give the owner no mark. A touchpoint counts once for each contact
/// that took part, whatever facets it has; later touchpoints than the instant asked about count nowhere. The same input gives the same bits
/// in any order of contacts.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class NetworkHealth
{
    /// <summary>The strength from which a tie counts as living: what one call leaves after about a month.</summary>
    public const double LivingStrength = 0.1;

    /// <summary>The change of strength in 90 days that does not count as a change yet.</summary>
    internal const double DriftBand = 0.05;

    /// <summary>The number of months that are told, the present one last.</summary>
    internal const int Months = 12;

    internal const int RecentDays = 90;
    internal const int YearDays = 365;

    internal NetworkHealth(
        Instant asOf,
        ImmutableArray<CircleHealth> circles,
        HillNumbers effective,
        ImmutableArray<FacetShare> facets,
        TieDrift drift,
        ImmutableArray<HealthMonth> trend)
    {
        AsOf = asOf;
        Circles = circles;
        Effective = effective;
        Facets = facets;
        FacetBalance = HillNumbers.Of(facets.Select(facet => facet.ContactDays));
        Drift = drift;
        Trend = trend;
    }

    /// <summary>Gets the instant asked about.</summary>
    [JsonIgnore]
    public Instant AsOf { get; }

    [JsonInclude, JsonPropertyName("asOf")]
    internal string AsOfText => IsoTexts.Of(AsOf);

    /// <summary>Gets the circles, the smallest capacity first, then by name; the contacts in none come last.</summary>
    [JsonPropertyName("circles")]
    public ImmutableArray<CircleHealth> Circles { get; }

    /// <summary>Gets the effective number of ties, by expected contacts.</summary>
    [JsonPropertyName("effective")]
    public HillNumbers Effective { get; }

    /// <summary>Gets the facets that contact of the last year belongs to or a contact has, the largest first, then by name.</summary>
    [JsonPropertyName("facets")]
    public ImmutableArray<FacetShare> Facets { get; }

    /// <summary>
    /// Gets how evenly contact is spread over facets, as an effective number and, by <see cref="HillNumbers.Evenness"/>, as a normalised
    /// entropy.
    /// </summary>
    [JsonPropertyName("facetBalance")]
    public HillNumbers FacetBalance { get; }

    /// <summary>Gets how many ties deepen, stay and fade.</summary>
    [JsonPropertyName("drift")]
    public TieDrift Drift { get; }

    /// <summary>Gets the last twelve months, the earliest first.</summary>
    [JsonPropertyName("trend")]
    public ImmutableArray<HealthMonth> Trend { get; }

    /// <summary>Gets the touches a month that all cadences ask for.</summary>
    [JsonPropertyName("intendedPerMonth")]
    public double IntendedPerMonth => Circles.Sum(circle => circle.IntendedPerMonth);

    /// <summary>Gets the contact-days a month of the last 90 days.</summary>
    [JsonPropertyName("actualPerMonth")]
    public double ActualPerMonth => Circles.Sum(circle => circle.ActualPerMonth);

    /// <summary>Reads the health of a network off its contacts and touchpoints.</summary>
    /// <param name="contacts">The contacts, each with an id and aliases of its own, in any order.</param>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="scorer">What scores ties, in the owner's zone.</param>
    /// <param name="plan">How often to be in touch.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <returns>The health.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    internal static NetworkHealth Of(
        IEnumerable<Contact> contacts, ITouchpointReader touchpoints, RelationshipScorer scorer, CadenceRules plan, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(plan);
        return new HealthReader([.. contacts.OrderBy(contact => contact.Id)], touchpoints, scorer, plan, asOf).Read();
    }

    /// <summary>Returns the main numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Effective}; {Drift}; {ActualPerMonth:0.0} touches a month for {IntendedPerMonth:0.0} intended");
}
