using System.Text.Json.Serialization;

namespace RelationshipKit.Serialization;

/// <summary>The document of <see cref="RhythmHazardJson"/>.</summary>
internal sealed class HazardDocument
{
    [JsonPropertyOrder(0)]
    public string? Format { get; init; }

    [JsonPropertyOrder(1)]
    public int? Version { get; init; }

    [JsonPropertyOrder(2)]
    public required bool IsCalibrated { get; init; }

    [JsonPropertyOrder(3)]
    public required long Gaps { get; init; }

    [JsonPropertyOrder(4)]
    public required double Level { get; init; }

    [JsonPropertyOrder(4)]
    public double? StartError { get; init; }

    /// <summary>A row for each stratum, a number for each bin.</summary>
    [JsonPropertyOrder(5)]
    public required IReadOnlyList<IReadOnlyList<double>?> Rates { get; init; }
}
