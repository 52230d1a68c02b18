using System.Text.Json.Serialization;

namespace RelationshipKit.Serialization;

/// <summary>The document of <see cref="RhythmHistoryJson"/>.</summary>
internal sealed class GapsDocument
{
    [JsonPropertyOrder(0)]
    public string? Format { get; init; }

    [JsonPropertyOrder(1)]
    public int? Version { get; init; }

    /// <summary>Ends of gaps, in units of 2^-40: a row for each stratum, a number for each bin.</summary>
    [JsonPropertyOrder(2)]
    public required IReadOnlyList<IReadOnlyList<Int128>?> Ended { get; init; }

    /// <summary>Time spent in the bin a gap ended in, in units of 2^-40 scaled gaps.</summary>
    [JsonPropertyOrder(3)]
    public required IReadOnlyList<IReadOnlyList<Int128>?> Spent { get; init; }
}
