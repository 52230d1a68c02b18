using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Scoring;

/// <summary>How the state of a tie is read: ceilings, priors and bands. Changing them never makes a stored state useless.</summary>
/// <remarks>
/// <para>Problems are named together, in one exception, where the settings are used: when a scorer is made.</para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ScoreSettings
{
    // Before Default, which is made of it.
    private static readonly ImmutableSortedDictionary<string, double> NoCeilings =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Gets the settings used when none are given.</summary>
    public static ScoreSettings Default { get; } = new();

    /// <summary>Gets the most that light channels can add to lambda, in expected contacts per 30 days.</summary>
    /// <value>
    /// From 0.01 to positive infinity, which switches it off. The default is 1, a convention: texts alone never take the strength past
    /// 1 - e^-1 = .632.
    /// </value>
    public double LightCeiling { get; init; } = 1;

    /// <summary>Gets the light ceilings of circles by name, where they differ; each from 0.01 to positive infinity.</summary>
    public ImmutableSortedDictionary<string, double> CircleCeilings { get; init; } = NoCeilings;

    /// <summary>Gets the light ceilings of facets by name, where they differ; each from 0.01 to positive infinity.</summary>
    public ImmutableSortedDictionary<string, double> FacetCeilings { get; init; } = NoCeilings;

    /// <summary>Gets κ, the even exchange every balance is taken to start with, in direction-days to each side.</summary>
    /// <value>From 0.1 to 100. The default is 2, a convention. The larger it is, the more a lopsided start is forgiven.</value>
    public double BalancePrior { get; init; } = 2;

    /// <summary>Gets how far from 0 a balance may lie and still be called even.</summary>
    /// <value>From 0 to 1. The default is 0.25, a convention.</value>
    public double EvenBand { get; init; } = 0.25;

    /// <summary>Gets the contact-days from which evidence is fair; below it a balance is unknown.</summary>
    /// <value>From 2 to 1,000 and less than <see cref="SolidFromContactDays"/>. The default is 3, a convention.</value>
    public int FairFromContactDays { get; init; } = 3;

    /// <summary>Gets the contact-days from which evidence is solid.</summary>
    /// <value>From 3 to 10,000. The default is 8, a convention.</value>
    public int SolidFromContactDays { get; init; } = 8;

    /// <summary>Gets the hazard that forecasts and silence percentiles come from.</summary>
    /// <value>
    /// The default is <see cref="RhythmHazard.Default"/>, which is not calibrated for your network: fit it to a history of your own to
    /// improve it.
    /// </value>
    public RhythmHazard Hazard { get; init; } = RhythmHazard.Default;

    /// <summary>Gets the contact-days below which momentum is 0.</summary>
    /// <value>From 2 to 1,000. The default is 2: one day shows no direction.</value>
    public int MomentumFromContactDays { get; init; } = 2;

    /// <summary>Gets the age of a tie, since its first touch, below which momentum is 0.</summary>
    /// <value>From an hour to 3,650 days. The default is 7 days, a convention: a younger tie can only seem to grow.</value>
    public Duration MomentumFromAge { get; init; } = Duration.FromDays(7);

    /// <summary>Gets the silence after which the next touchpoint opens a conversation.</summary>
    /// <value>From a minute to 30 days. The default is 12 hours, a convention: a night apart.</value>
    public Duration ConversationSilence { get; init; } = Duration.FromHours(12);

    /// <summary>Gets the time within which an answer is a reply.</summary>
    /// <value>From a minute to 365 days. The default is 7 days, a convention.</value>
    public Duration ReplyWindow { get; init; } = Duration.FromDays(7);

    /// <summary>Returns settings in which a circle has a light ceiling of its own.</summary>
    /// <param name="circle">The circle.</param>
    /// <param name="ceiling">From 0.01 to positive infinity.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="circle"/> is <see langword="null"/>.</exception>
    public ScoreSettings WithCeiling(Circle circle, double ceiling)
    {
        ArgumentNullException.ThrowIfNull(circle);
        return this with { CircleCeilings = CircleCeilings.SetItem(circle.Name, ceiling) };
    }

    /// <summary>Returns settings in which a facet has a light ceiling of its own.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="ceiling">From 0.01 to positive infinity.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facet"/> is <see langword="null"/>.</exception>
    public ScoreSettings WithCeiling(Facet facet, double ceiling)
    {
        ArgumentNullException.ThrowIfNull(facet);
        return this with { FacetCeilings = FacetCeilings.SetItem(facet.Name, ceiling) };
    }

    /// <summary>
    /// Returns the light ceiling of a contact: that of the facet asked about, else of the contact's circle, else
    /// <see cref="LightCeiling"/>.
    /// </summary>
    /// <param name="contact">The contact.</param>
    /// <param name="facet">The facet asked about; <see langword="null"/> for the whole person.</param>
    /// <returns>The ceiling, in expected contacts per 30 days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public double CeilingFor(Contact contact, Facet? facet = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return facet is not null && FacetCeilings.TryGetValue(facet.Name, out var ofFacet) ? ofFacet
            : contact.Circle is { } circle && CircleCeilings.TryGetValue(circle.Name, out var ofCircle) ? ofCircle
            : LightCeiling;
    }

    /// <summary>Determines whether all settings of two instances are equal.</summary>
    /// <param name="other">The settings to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ScoreSettings? other) =>
        other is not null
        && LightCeiling.Equals(other.LightCeiling)
        && Same(CircleCeilings, other.CircleCeilings)
        && Same(FacetCeilings, other.FacetCeilings)
        && BalancePrior.Equals(other.BalancePrior)
        && EvenBand.Equals(other.EvenBand)
        && FairFromContactDays == other.FairFromContactDays
        && SolidFromContactDays == other.SolidFromContactDays
        && Equals(Hazard, other.Hazard)
        && MomentumFromContactDays == other.MomentumFromContactDays
        && MomentumFromAge == other.MomentumFromAge
        && ConversationSilence == other.ConversationSilence
        && ReplyWindow == other.ReplyWindow;

    /// <summary>Returns a hash code that agrees with <see cref="Equals(ScoreSettings)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() =>
        HashCode.Combine(LightCeiling, CircleCeilings?.Count, FacetCeilings?.Count, BalancePrior, EvenBand, Hazard, ReplyWindow);

    /// <summary>Returns the ceiling, the prior and the evidence thresholds in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"light ceiling {LightCeiling}, balance prior {BalancePrior}, fair from {FairFromContactDays} and solid from "
                + $"{SolidFromContactDays} contact-days");

    /// <summary>Throws one exception that names everything that is wrong.</summary>
    internal void ThrowIfInvalid(string paramName)
    {
        List<string> problems = [];
        CheckRange(nameof(LightCeiling), LightCeiling, 0.01, double.PositiveInfinity);
        CheckCeilings(nameof(CircleCeilings), CircleCeilings);
        CheckCeilings(nameof(FacetCeilings), FacetCeilings);
        CheckRange(nameof(BalancePrior), BalancePrior, 0.1, 100);
        CheckRange(nameof(EvenBand), EvenBand, 0, 1);
        CheckRange(nameof(FairFromContactDays), FairFromContactDays, 2, 1_000);
        CheckRange(nameof(SolidFromContactDays), SolidFromContactDays, 3, 10_000);
        if (FairFromContactDays >= SolidFromContactDays)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(FairFromContactDays)} is {FairFromContactDays}; it must be less than {nameof(SolidFromContactDays)}, "
                    + $"{SolidFromContactDays}."));
        }

        if (Hazard is null)
        {
            problems.Add($"{nameof(Hazard)} is null; it must be a hazard.");
        }

        CheckRange(nameof(MomentumFromContactDays), MomentumFromContactDays, 2, 1_000);
        CheckDuration(nameof(MomentumFromAge), MomentumFromAge, Duration.FromHours(1), Duration.FromDays(3_650));
        CheckDuration(nameof(ConversationSilence), ConversationSilence, Duration.FromMinutes(1), Duration.FromDays(30));
        CheckDuration(nameof(ReplyWindow), ReplyWindow, Duration.FromMinutes(1), Duration.FromDays(365));
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The score settings are invalid: {string.Join(" ", problems)}", paramName);
        }

        void CheckRange(string name, double value, double min, double max)
        {
            if (!(value >= min && value <= max))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {min} to {max}."));
            }
        }

        void CheckCeilings(string name, ImmutableSortedDictionary<string, double>? ceilings)
        {
            if (ceilings is null)
            {
                problems.Add($"{name} is null; it must be a dictionary.");
                return;
            }

            foreach (var (key, ceiling) in ceilings)
            {
                CheckRange($"{name}['{key}']", ceiling, 0.01, double.PositiveInfinity);
            }
        }

        void CheckDuration(string name, Duration value, Duration min, Duration max)
        {
            if (value < min || value > max)
            {
                problems.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {value.TotalHours} hours; it must be from {min.TotalHours} to {max.TotalHours} hours."));
            }
        }
    }

    // Null is a problem to be named where the settings are used, not where they are compared.
    private static bool Same(ImmutableSortedDictionary<string, double>? left, ImmutableSortedDictionary<string, double>? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : left.SequenceEqual(right);
}
