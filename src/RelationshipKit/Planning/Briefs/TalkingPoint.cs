using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Briefs;

/// <summary>
/// Something to talk about, from facts alone: a code with its data. The host supplies the words, or they are those of
/// <see cref="Describe"/>.
/// </summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class TalkingPoint
{
    internal TalkingPoint(TalkingPointKind kind, LocalDate? date, string? subject)
    {
        Kind = kind;
        Date = date;
        Subject = subject;
    }

    /// <summary>Gets what it is about.</summary>
    [JsonPropertyName("kind")]
    public TalkingPointKind Kind { get; }

    /// <summary>Gets the day it goes back to or lies on, in the owner's zone; <see langword="null"/> if it has none.</summary>
    [JsonIgnore]
    public LocalDate? Date { get; }

    [JsonInclude, JsonPropertyName("date")]
    internal string? DateText => IsoTexts.Of(Date);

    /// <summary>Gets the favour that thanks are open for; <see langword="null"/> of anything else.</summary>
    [JsonPropertyName("gesture")]
    public Gesture? Gesture { get; internal init; }

    /// <summary>
    /// Gets the owner's own words for it: a detail, a topic, a title, a note; <see langword="null"/> if none were written down.
    /// </summary>
    [JsonIgnore]
    public string? Subject { get; }

    /// <summary>Returns the kind, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind.ToString();

    /// <summary>Says the point in English, with the owner's own words.</summary>
    /// <returns>A short sentence or phrase. It may hold personal data.</returns>
    public string Describe() => BriefTexts.Say(this);
}
