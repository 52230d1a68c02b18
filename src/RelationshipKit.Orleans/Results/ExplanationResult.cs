using System.Globalization;
using NodaTime;

namespace RelationshipKit.Orleans;

/// <summary>Why a strength is what it is: a sum over contact-days.</summary>
/// <remarks>The parts and the correction sum to the strength within 1e-12. Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.ExplanationResult")]
public sealed class ExplanationResult
{
    /// <summary>Gets the revision of the book that answered.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>Gets the instant explained.</summary>
    [Id(1)]
    public Instant AsOf { get; init; }

    /// <summary>Gets the strength explained, from 0 to 1.</summary>
    [Id(2)]
    public double Strength { get; init; }

    /// <summary>Gets the expected contacts behind the strength.</summary>
    [Id(3)]
    public double ExpectedContacts { get; init; }

    /// <summary>Gets the part of the strength that the owner's own correction makes; 0 without one.</summary>
    [Id(4)]
    public double Correction { get; init; }

    /// <summary>Gets the parts, largest first.</summary>
    [Id(5)]
    public IReadOnlyList<ExplanationPartResult> Parts { get; init; } = [];

    /// <summary>Returns the strength and the number of parts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strength:0.000} from {Parts.Count} parts");

    internal static ExplanationResult Of(long revision, Scoring.Explanation why) => new()
    {
        Revision = revision,
        AsOf = why.AsOf,
        Strength = why.Strength.Value,
        ExpectedContacts = why.ExpectedContacts,
        Correction = why.Correction,
        Parts = [.. why.Parts.Select(ExplanationPartResult.Of)],
    };
}
