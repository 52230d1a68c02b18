using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Orleans;

/// <summary>One touch that a plan proposes: with whom, on which day, how, what for, and why.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.PlanItemResult")]
public sealed class PlanItemResult
{
    /// <summary>Gets the contact.</summary>
    [Id(0)]
    public ContactId Contact { get; init; }

    /// <summary>Gets the contact's name. It is personal: show it to the owner, and log it nowhere.</summary>
    [Id(1)]
    public string Name { get; init; } = "";

    /// <summary>Gets the day, in the owner's zone.</summary>
    [Id(2)]
    public LocalDate Day { get; init; }

    /// <summary>Gets the name of the channel.</summary>
    [Id(3)]
    public string Channel { get; init; } = "";

    /// <summary>Gets what it is for: the name of a <see cref="RelationshipKit.Gesture"/>.</summary>
    [Id(4)]
    public string Gesture { get; init; } = "";

    /// <summary>Gets the minutes set aside for it.</summary>
    [Id(5)]
    public int Minutes { get; init; }

    /// <summary>Gets why it is there, in English.</summary>
    [Id(6)]
    public string Reason { get; init; } = "";

    /// <summary>Gets what else there is to say about it.</summary>
    [Id(7)]
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets whether nothing asks for the touch in this week.</summary>
    [Id(8)]
    public bool IsOptional { get; init; }

    /// <summary>Returns the day, channel and reason; the contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Day)} {Channel} ({Minutes} min): {Reason}");

    internal static PlanItemResult Of(Planning.Weeks.PlanItem item) => new()
    {
        Contact = item.Contact.Id,
        Name = item.Contact.Name,
        Day = item.Day,
        Channel = item.Channel.Name,
        Gesture = $"{item.Gesture}",
        Minutes = item.Minutes,
        Reason = item.Reason.ToString(),
        Notes = [.. item.Notes.Select(note => note.ToString())],
        IsOptional = item.IsOptional,
    };
}
