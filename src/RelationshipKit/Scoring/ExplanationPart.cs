using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>What one contact-day adds to a strength, and the touchpoints behind it.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class ExplanationPart
{
    internal ExplanationPart(TieCell cell, double ageDays, double contribution, ImmutableArray<Touchpoint> touchpoints)
    {
        Date = cell.Date;
        Class = cell.Class;
        Weight = cell.Weight;
        AgeDays = ageDays;
        Contribution = contribution;
        Touchpoints = touchpoints;
    }

    /// <summary>Gets the date in the owner's zone.</summary>
    [JsonIgnore]
    public LocalDate Date { get; }

    [JsonInclude, JsonPropertyName("date")]
    internal string DateText => IsoTexts.Of(Date);

    /// <summary>Gets whether these were light or rich touchpoints.</summary>
    [JsonPropertyName("class")]
    public ChannelClass Class { get; }

    /// <summary>Gets the largest weight among the touchpoints, in (0, 1]: the one that counted.</summary>
    [JsonPropertyName("weight")]
    public double Weight { get; }

    /// <summary>Gets the fractional days from the last of the touchpoints to the instant explained; not negative.</summary>
    [JsonPropertyName("ageDays")]
    public double AgeDays { get; }

    /// <summary>Gets what the day adds to the strength; not negative. The parts of an explanation sum to the strength.</summary>
    [JsonPropertyName("contribution")]
    public double Contribution { get; }

    /// <summary>Gets the touchpoints of the day in this class, earliest first.</summary>
    [JsonIgnore]
    public ImmutableArray<Touchpoint> Touchpoints { get; }

    [JsonInclude, JsonPropertyName("touchpoints")]
    internal int TouchpointsCount => Touchpoints.Length;

    /// <summary>Gets the part in words: date, channels, class and age, in the invariant culture and without personal data.</summary>
    [JsonPropertyName("reason")]
    public string Reason =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{LocalDatePattern.Iso.Format(Date)}: {ChannelNames} ({(Class == ChannelClass.Rich ? "rich" : "light")}), "
                + $"{AgeDays:0.0} days ago");

    private string ChannelNames => string.Join(" and ", Touchpoints.Select(touchpoint => touchpoint.Channel.Name).Distinct());

    /// <summary>Returns the contribution and the reason.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Contribution:0.000} {Reason}");
}
