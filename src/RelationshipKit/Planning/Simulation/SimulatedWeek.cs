using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Time;
using NodaTime.Text;

namespace RelationshipKit.Planning.Simulation;

/// <summary>What a simulated week asked for and what came of it.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class SimulatedWeek
{
    internal SimulatedWeek(LocalDate firstDay, int due, int reached, int answered, int theirs)
    {
        FirstDay = firstDay;
        Due = due;
        Reached = reached;
        Answered = answered;
        Theirs = theirs;
    }

    /// <summary>Gets the first of its seven days, in the owner's zone.</summary>
    [JsonIgnore]
    public LocalDate FirstDay { get; }

    [JsonInclude, JsonPropertyName("firstDay")]
    internal string FirstDayText => IsoTexts.Of(FirstDay);

    /// <summary>Gets how many contacts were due on one of its days.</summary>
    [JsonPropertyName("due")]
    public int Due { get; }

    /// <summary>Gets how many times the owner reached out: the load of the week.</summary>
    [JsonPropertyName("reached")]
    public int Reached { get; }

    /// <summary>Gets how many of these were answered.</summary>
    [JsonPropertyName("answered")]
    public int Answered { get; }

    /// <summary>Gets how many times a contact came forward unasked.</summary>
    [JsonPropertyName("theirs")]
    public int Theirs { get; }

    /// <summary>Returns the first day and the counts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{LocalDatePattern.Iso.Format(FirstDay)}: {Due} due, {Reached} reached, {Answered} answered, {Theirs} theirs");
}
