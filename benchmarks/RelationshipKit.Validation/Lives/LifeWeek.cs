using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Validation.Lives;

/// <summary>A week of a life, as it is known on its Monday morning.</summary>
internal sealed class LifeWeek
{
    private static readonly LocalTime Morning = new(7, 0);

    public LifeWeek(RelationshipBook book, LocalDate monday, int number, int minutes, LifeDraw draw)
    {
        Book = book;
        Monday = monday;
        Number = number;
        Minutes = minutes;
        Draw = draw;
        AsOf = (monday + Morning).InZoneLeniently(book.Zone).ToInstant();
        WorkingDays =
            [.. Enumerable.Range(0, 7).Select(monday.PlusDays).Where(day => PlanSettings.Default.WorkingDays.Contains(day.DayOfWeek))];
        Resolutions = book.Contacts.ToImmutableSortedDictionary(contact => contact.Id, contact => book.CadenceOf(contact.Id, AsOf));
    }

    public RelationshipBook Book { get; }

    public LocalDate Monday { get; }

    public LocalDate Sunday => Monday.PlusDays(6);

    public int Number { get; }

    public int Minutes { get; }

    public LifeDraw Draw { get; }

    public Instant AsOf { get; }

    public ImmutableArray<LocalDate> WorkingDays { get; }

    /// <summary>Gets what each contact's cadence says on Monday.</summary>
    public ImmutableSortedDictionary<ContactId, CadenceResolution> Resolutions { get; }

    /// <summary>Gets how many touches a day may have.</summary>
    public int MostPerDay => Math.Max(2, (Minutes + 24) / 25);

    /// <summary>Gets how many minutes a day may have.</summary>
    public int MinutesPerDay => Math.Max(45, Minutes / 2);

    /// <summary>Returns the days from a date on on which somebody may be touched.</summary>
    public IEnumerable<LocalDate> OpenDaysOf(Contact contact, LocalDate from) =>
        Resolutions[contact.Id].IsResting ? []
            : WorkingDays.Where(day => day >= from && Book.Cadences.Bars(contact, day) is null && !IsTooSoon(contact, day));

    private bool IsTooSoon(Contact contact, LocalDate day) =>
        Book.Cadences.WishesOf(contact).AtMostEvery is { } apart
        && TouchDates.Last(
            Book.Touchpoints.Of(contact),
            static touch => touch.Direction != Direction.Incoming && !touch.IsAutomatic, Book.Zone, Monday) is { } last
        && CadenceDates.Plus(last, apart) is var earliest
        && !(day >= earliest);
}
