using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace RelationshipKit.Scoring;

/// <summary>How one side answers the other's openings.</summary>
/// <remarks>
/// <para>Only openings old enough that the reply window has passed are counted, so that a fresh one is not held against anybody.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ReplyStatistics
{
    internal ReplyStatistics(int openings, int replies, Duration? medianLatency)
    {
        Openings = openings;
        Replies = replies;
        MedianLatency = medianLatency;
    }

    /// <summary>Gets the number of openings that asked for a reply; not negative.</summary>
    [JsonPropertyName("openings")]
    public int Openings { get; }

    /// <summary>Gets how many of them were answered within the reply window.</summary>
    [JsonPropertyName("replies")]
    public int Replies { get; }

    /// <summary>Gets the share of openings that were answered, in [0, 1]; unknown without openings.</summary>
    [JsonPropertyName("rate")]
    public double? Rate => Openings == 0 ? null : (double)Replies / Openings;

    /// <summary>Gets the median time from an opening to its reply; unknown without replies. Of two middle ones it is the mean.</summary>
    [JsonIgnore]
    public Duration? MedianLatency { get; }

    [JsonInclude, JsonPropertyName("medianLatencyHours")]
    internal double? MedianLatencyHours => MedianLatency?.TotalHours;

    /// <summary>Returns the number of replies and openings.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Replies} of {Openings} answered");
}
