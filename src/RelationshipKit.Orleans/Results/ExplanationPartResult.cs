using System.Globalization;
using NodaTime;

namespace RelationshipKit.Orleans;

/// <summary>What one contact-day adds to a strength.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.ExplanationPartResult")]
public sealed class ExplanationPartResult
{
    /// <summary>Gets the date in the owner's zone.</summary>
    [Id(0)]
    public LocalDate Date { get; init; }

    /// <summary>Gets whether the touchpoints were light or rich: the name of a <see cref="Ties.ChannelClass"/>.</summary>
    [Id(1)]
    public string Class { get; init; } = "";

    /// <summary>Gets the largest weight among the touchpoints, in (0, 1].</summary>
    [Id(2)]
    public double Weight { get; init; }

    /// <summary>Gets the fractional days from the last of the touchpoints to the instant explained.</summary>
    [Id(3)]
    public double AgeDays { get; init; }

    /// <summary>Gets what the day adds to the strength; not negative.</summary>
    [Id(4)]
    public double Contribution { get; init; }

    /// <summary>Gets the part in words, without personal data.</summary>
    [Id(5)]
    public string Reason { get; init; } = "";

    /// <summary>Returns the contribution and the reason.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Contribution:0.000} {Reason}");

    internal static ExplanationPartResult Of(Scoring.ExplanationPart part) => new()
    {
        Date = part.Date,
        Class = $"{part.Class}",
        Weight = part.Weight,
        AgeDays = part.AgeDays,
        Contribution = part.Contribution,
        Reason = part.Reason,
    };
}
