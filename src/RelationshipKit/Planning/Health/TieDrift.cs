using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Health;

/// <summary>Where ties went in the last 90 days.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class TieDrift
{
    internal TieDrift(int deepening, int steady, int fading)
    {
        Deepening = deepening;
        Steady = steady;
        Fading = fading;
    }

    /// <summary>Gets how many ties are stronger by more than <see cref="NetworkHealth.DriftBand"/> than they were 90 days ago.</summary>
    [JsonPropertyName("deepening")]
    public int Deepening { get; }

    /// <summary>Gets how many ties are about as strong as they were.</summary>
    [JsonPropertyName("steady")]
    public int Steady { get; }

    /// <summary>Gets how many ties are weaker by more than <see cref="NetworkHealth.DriftBand"/>.</summary>
    [JsonPropertyName("fading")]
    public int Fading { get; }

    /// <summary>Gets the share of ties that deepen among all that ever had contact, in [0, 1]; 0 without any.</summary>
    [JsonPropertyName("deepeningShare")]
    public double DeepeningShare => Deepening + Steady + Fading is var all and > 0 ? (double)Deepening / all : 0;

    /// <summary>Returns the counts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => FormattableString.Invariant($"{Deepening} deepening, {Steady} steady, {Fading} fading");
}
