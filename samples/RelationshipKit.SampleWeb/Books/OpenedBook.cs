using NodaTime;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>A book as a page shows it.</summary>
/// <param name="Book">The book.</param>
/// <param name="Now">The instant it is looked at: now, or the last day of the made-up network.</param>
/// <param name="IsDemo">Whether it is the made-up network, which is kept nowhere.</param>
public sealed record OpenedBook(RelationshipBook Book, Instant Now, bool IsDemo)
{
    public LocalDate Today => Now.InZone(Book.Zone).Date;

    /// <summary>Gets the Monday of the week to plan: this one, or the next if no working day is left in it.</summary>
    public LocalDate Monday
    {
        get
        {
            var monday = Today.PlusDays(1 - (int)Today.DayOfWeek);
            var isOver = !Enumerable.Range(0, 8 - (int)Today.DayOfWeek)
                .Any(ahead => Book.PlanSettings.WorkingDays.Contains(Today.PlusDays(ahead).DayOfWeek));
            return isOver ? monday.PlusWeeks(1) : monday;
        }
    }

    /// <summary>Returns the contact with an id, also one that it had before a merge.</summary>
    public Contact? Find(string? id) =>
        id is { Length: > 0 and <= 1000 } && ContactId.TryParse(id, null, out var parsed) ? Book.Find(parsed) : null;

    /// <summary>Returns the day, in the owner's zone, of an instant.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Book.Zone).Date;
}
