using System.Text.Json.Serialization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Days on which nothing is wanted: a pause, a snooze, an absence of the owner or of a contact.</summary>
/// <remarks>
/// <para>
/// The days run from <see cref="From"/> up to but not including <see cref="Until"/>, in the owner's zone; a suspension from a day until the
/// same day changes nothing. It is data of the plan, so each new computation keeps it.
/// </para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Suspension>))]
public sealed record Suspension
{
    private Suspension(ContactId? contact, LocalDate from, LocalDate? until, SuspensionEffect effect)
    {
        Contact = contact == ContactId.None
            ? throw new ArgumentException("The id names nobody; it must name a contact or be absent.", nameof(contact))
            : contact;
        From = CadenceDates.Check(from);
        Until = until is { } end ? CadenceDates.Check(end, nameof(until)) : null;
        if (until < from)
        {
            throw new ArgumentException(
                $"The suspension ends on {CadenceWindow.Text(until.Value)}; it must not end before it begins, on "
                    + $"{CadenceWindow.Text(from)}.",
                nameof(until));
        }

        Effect = Numerics.Guard.Defined(effect);
    }

    /// <summary>Gets the contact it is about; <see langword="null"/> for everybody, as when the owner is away.</summary>
    public ContactId? Contact { get; }

    /// <summary>Gets the first day.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the day after the last; <see langword="null"/> for no end.</summary>
    public LocalDate? Until { get; }

    /// <summary>Gets what it does.</summary>
    public SuspensionEffect Effect { get; }

    /// <summary>
    /// Gets a value indicating whether dates, such as birthdays, are kept anyway; if not, those that fall into the suspension lapse.
    /// </summary>
    public bool KeepsDates { get; init; }

    /// <summary>Returns a pause: the clock stops, with one contact or with everybody.</summary>
    /// <param name="contact">The contact; <see langword="null"/> for everybody.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last; <see langword="null"/> until somebody ends it.</param>
    /// <returns>The suspension.</returns>
    /// <exception cref="ArgumentException">
    /// The id names nobody, a date is not in the ISO calendar, or the end comes before the beginning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-01 to 9999-12-31.</exception>
    public static Suspension Pause(ContactId? contact, LocalDate from, LocalDate? until = null) =>
        new(contact, from, until, SuspensionEffect.StopsClock);

    /// <summary>Returns a snooze: nothing is wanted of a contact before a day, whatever was due.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="from">The day it was snoozed.</param>
    /// <param name="until">The day from which it is wanted again.</param>
    /// <returns>The suspension.</returns>
    /// <exception cref="ArgumentException">
    /// The id names nobody, a date is not in the ISO calendar, or the end comes before the beginning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-01 to 9999-12-31.</exception>
    public static Suspension Snooze(ContactId contact, LocalDate from, LocalDate until) =>
        new(contact, from, until, SuspensionEffect.Postpones);

    /// <summary>Returns an absence: dates within it move to its end, and the clock runs on.</summary>
    /// <param name="contact">Who is away; <see langword="null"/> for the owner.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day of return.</param>
    /// <returns>The suspension.</returns>
    /// <exception cref="ArgumentException">
    /// The id names nobody, a date is not in the ISO calendar, or the end comes before the beginning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-01 to 9999-12-31.</exception>
    public static Suspension OutOfOffice(ContactId? contact, LocalDate from, LocalDate until) =>
        new(contact, from, until, SuspensionEffect.Shifts);

    /// <summary>Returns the suspension with any effect; meant for reading stores.</summary>
    /// <param name="contact">The contact; <see langword="null"/> for everybody.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last; <see langword="null"/> for no end.</param>
    /// <param name="effect">What it does.</param>
    /// <returns>The suspension.</returns>
    /// <exception cref="ArgumentException">
    /// The id names nobody, a date is not in the ISO calendar, or the end comes before the beginning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A date lies outside 0001-01-01 to 9999-12-31, or the effect is not defined.
    /// </exception>
    public static Suspension Create(ContactId? contact, LocalDate from, LocalDate? until, SuspensionEffect effect) =>
        new(contact, from, until, effect);

    /// <summary>Determines whether it is about a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns><see langword="true"/> if it is about everybody, or names the contact or an alias.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    internal bool IsAbout(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Contact is not { } id || id == contact.Id || contact.Aliases.Contains(id);
    }

    /// <summary>Determines whether a day lies within it.</summary>
    /// <param name="date">The day, in the ISO calendar.</param>
    /// <returns><see langword="true"/> from the first day up to but not including the end.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    internal bool Holds(LocalDate date)
    {
        CadenceDates.Check(date);
        return date >= From && (Until is not { } end || date < end);
    }

    /// <summary>Returns the same suspension of another contact.</summary>
    internal Suspension Of(ContactId contact) => Contact == contact ? this : new(contact, From, Until, Effect) { KeepsDates = KeepsDates };

    /// <summary>Returns the days and the effect; a contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        var what = Effect switch
        {
            SuspensionEffect.StopsClock => "paused",
            SuspensionEffect.Shifts => "away",
            _ => "snoozed",
        };
        return Until is { } end
            ? $"{what} from {CadenceWindow.Text(From)} until {CadenceWindow.Text(end)}"
            : $"{what} from {CadenceWindow.Text(From)}";
    }
}
