using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Cadences;

/// <summary>One step by which suspensions, quiet days or a contact's wishes moved an ideal date.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class CadenceAdjustment
{
    internal CadenceAdjustment(CadenceAdjustmentKind kind, LocalDate from, LocalDate? to)
    {
        Kind = kind;
        From = from;
        To = to;
    }

    /// <summary>Gets what moved it.</summary>
    [JsonPropertyName("kind")]
    public CadenceAdjustmentKind Kind { get; }

    /// <summary>Gets the ideal date before.</summary>
    [JsonIgnore]
    public LocalDate From { get; }

    [JsonInclude, JsonPropertyName("from")]
    internal string FromText => IsoTexts.Of(From);

    /// <summary>Gets the ideal date after, later than before; <see langword="null"/> if nothing is asked for any more.</summary>
    [JsonIgnore]
    public LocalDate? To { get; }

    [JsonInclude, JsonPropertyName("to")]
    internal string? ToText => IsoTexts.Of(To);

    /// <summary>Returns the step in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        var why = Kind switch
        {
            CadenceAdjustmentKind.Paused => "paused",
            CadenceAdjustmentKind.Snoozed => "snoozed",
            CadenceAdjustmentKind.Away => "away",
            CadenceAdjustmentKind.QuietDay => "a quiet day",
            CadenceAdjustmentKind.NoSuchDay => "a day the calendar skipped",
            CadenceAdjustmentKind.Archived => "archived",
            CadenceAdjustmentKind.Deceased => "has died",
            _ => "their wish",
        };
        return To is { } to ? $"{why}: {CadenceWindow.Text(From)} moved to {CadenceWindow.Text(to)}" : $"{why}: nothing is asked for";
    }
}
