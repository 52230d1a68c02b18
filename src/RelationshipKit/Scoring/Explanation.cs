using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>Why a strength is what it is: a sum over contact-days.</summary>
/// <remarks>
/// <para>
/// With Λ_i = 30 · w · k(age) of a cell, and q = c(1 - e^(-L/c)) / L for light cells and 1 for rich ones, its part is
/// </para>
/// <code>
/// part = strength · q · Λ_i / Λ
/// </code>
/// <para>
/// and the parts, with the correction, sum to the strength within 1e-12. Instances are immutable and safe to share between threads.
/// </para>
/// </remarks>
public sealed class Explanation
{
    internal Explanation(Instant asOf, Strength strength, double lambda, ImmutableArray<ExplanationPart> parts)
    {
        AsOf = asOf;
        Strength = strength;
        ExpectedContacts = lambda;
        Parts = parts;
    }

    /// <summary>Gets the instant explained.</summary>
    [JsonIgnore]
    public Instant AsOf { get; }

    [JsonInclude, JsonPropertyName("asOf")]
    internal string AsOfText => IsoTexts.Of(AsOf);

    /// <summary>Gets the strength explained: the same, bit for bit, as in the score.</summary>
    [JsonPropertyName("strength")]
    public Strength Strength { get; }

    /// <summary>Gets the lambda behind the strength.</summary>
    [JsonPropertyName("expectedContacts")]
    public double ExpectedContacts { get; }

    /// <summary>Gets the parts, largest first, then latest date first, rich before light.</summary>
    [JsonPropertyName("parts")]
    public ImmutableArray<ExplanationPart> Parts { get; }

    /// <summary>
    /// Gets the part of the strength that the owner's <see cref="TieCorrection"/> makes; negative where it takes away, 0 without one.
    /// </summary>
    [JsonPropertyName("correction")]
    public double Correction { get; internal init; }

    /// <summary>Returns the strength and the number of parts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strength} from {Parts.Length} parts");
}
