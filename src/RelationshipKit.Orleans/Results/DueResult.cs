using NodaTime;

namespace RelationshipKit.Orleans;

/// <summary>A contact with whom a touch is wanted, and why.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.DueResult")]
public sealed class DueResult
{
    /// <summary>Gets the contact.</summary>
    [Id(0)]
    public ContactId Contact { get; init; }

    /// <summary>Gets the contact's name. It is personal: show it to the owner, and log it nowhere.</summary>
    [Id(1)]
    public string Name { get; init; } = "";

    /// <summary>Gets whether the interval is due; if not, dates alone are.</summary>
    [Id(2)]
    public bool IsIntervalDue { get; init; }

    /// <summary>Gets the day on which a touch is best by the interval; null without one.</summary>
    [Id(3)]
    public LocalDate? Ideal { get; init; }

    /// <summary>Gets the last day that is in time by the interval; null without one.</summary>
    [Id(4)]
    public LocalDate? Latest { get; init; }

    /// <summary>Gets how the interval stands: the name of a <see cref="Cadences.CadenceState"/>.</summary>
    [Id(5)]
    public string State { get; init; } = "";

    /// <summary>Gets the dates that may be kept, in order of their days.</summary>
    [Id(6)]
    public IReadOnlyList<DueDateResult> Dates { get; init; } = [];

    /// <summary>Gets the whole in words, such as "Ada: ideal 2026-02-18, every 3 weeks". It names the contact.</summary>
    [Id(7)]
    public string Reason { get; init; } = "";

    /// <summary>Returns the reason, which names the contact.</summary>
    /// <returns>A short text for the owner, not for round trips.</returns>
    public override string ToString() => Reason;

    internal static DueResult Of(DueContact due) => new()
    {
        Contact = due.Contact.Id,
        Name = due.Contact.Name,
        IsIntervalDue = due.IsIntervalDue,
        Ideal = due.Resolution.Window?.Ideal,
        Latest = due.Resolution.Window?.Latest,
        State = $"{due.Resolution.State}",
        Dates = [.. due.Dates.Select(DueDateResult.Of)],
        Reason = due.ToString(),
    };
}
