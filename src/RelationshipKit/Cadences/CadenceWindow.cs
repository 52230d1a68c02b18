using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>The dates between which a touch is wanted: an ideal one and the latest that is fine too.</summary>
/// <remarks>
/// <para>Dates are days in the owner's zone, in the ISO calendar, from 0001-01-02 to 9999-12-30; a latest date past the end is the
/// end.</para>
/// <para>The default value of this type is the window of 0001-01-02 alone. This type is an immutable value type, so it is safe to share
/// between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<CadenceWindow>))]
public readonly record struct CadenceWindow : ISpanParsable<CadenceWindow>, ISpanFormattable
{
    internal static readonly LocalDate FirstDate = new(1, 1, 2);
    internal const string RoundTrip = "R";

    internal static readonly LocalDate LastDate = new(9999, 12, 30);

    // The first date is kept as the day before it, which no window has: so the default value is a good one, and equal to what it stands
    // for.
    private readonly LocalDate ideal;
    private readonly LocalDate latest;

    private CadenceWindow(LocalDate ideal, LocalDate latest, LocalDate? on = null, string? occasion = null)
    {
        this.ideal = ideal == FirstDate ? default : ideal;
        this.latest = latest == FirstDate ? default : latest;
        On = on;
        Occasion = occasion;
    }

    /// <summary>Gets the date on which a touch is wanted most.</summary>
    public LocalDate Ideal => ideal == default ? FirstDate : ideal;

    /// <summary>Gets the latest date that is fine too; not before <see cref="Ideal"/>.</summary>
    public LocalDate Latest => latest == default ? FirstDate : latest;

    /// <summary>Gets the day that the window belongs to, if it is about a date and not about an interval.</summary>
    public LocalDate? On { get; }

    /// <summary>Gets what the date is, such as "birthday"; null if the policy does not say or the window is not a date.</summary>
    public string? Occasion { get; }

    /// <summary>
    /// Gets a value indicating whether the window is about a date: it is kept within its days or lapses, and never moves.
    /// </summary>
    public bool IsDate => On is not null;

    /// <summary>Gets the days from the ideal to the latest date; not negative.</summary>
    public int ToleranceDays => Period.DaysBetween(Ideal, Latest);

    /// <summary>Returns the window between two dates.</summary>
    /// <param name="ideal">The ideal date.</param>
    /// <param name="latest">The latest tolerated date; not before <paramref name="ideal"/>.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">
    /// A date is not in the ISO calendar, or <paramref name="latest"/> comes before <paramref name="ideal"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-02 to 9999-12-30.</exception>
    public static CadenceWindow Between(LocalDate ideal, LocalDate latest)
    {
        Check(ideal, nameof(ideal));
        Check(latest, nameof(latest));
        return latest >= ideal
            ? new CadenceWindow(ideal, latest)
            : throw new ArgumentException(
                $"The latest date is {Text(latest)}; it must not come before the ideal date, {Text(ideal)}.", nameof(latest));
    }

    /// <summary>Returns the window of a date that belongs to its day, such as a birthday.</summary>
    /// <param name="date">The day.</param>
    /// <param name="leadDays">The days before it on which it may be kept already, from 0 to 36525.</param>
    /// <param name="graceDays">The days after it on which it may still be kept, from 0 to 36525.</param>
    /// <param name="occasion">What the date is, such as "birthday"; from 1 to 256 characters, or null.</param>
    /// <returns>The window: from so many days before the day until so many after it, as far as the calendar goes.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar, or the occasion has no such length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The date lies outside 0001-01-02 to 9999-12-30, or a number of days outside its range.
    /// </exception>
    /// <remarks>
    /// A date needs no touch to count from. Before the day only a touch meant for it keeps it (congratulating, a gift), from the day on any
    /// touch but one that is theirs only. It never moves: missed, it gives way to the next one.
    /// </remarks>
    public static CadenceWindow OnDate(LocalDate date, int leadDays, int graceDays, string? occasion = null)
    {
        Check(date, nameof(date));
        Guard.InRange(leadDays, 0, 36_525);
        Guard.InRange(graceDays, 0, 36_525);
        return new CadenceWindow(
            LocalDate.Max(FirstDate, CadenceDates.Before(date, leadDays)),
            CadenceDates.Plus(date, graceDays) ?? LastDate,
            date,
            occasion is null ? null : Names.Check(occasion, name: nameof(occasion)));
    }

    /// <summary>Returns the window from an ideal date with a tolerance in days.</summary>
    /// <param name="ideal">The ideal date.</param>
    /// <param name="toleranceDays">The days after it that are fine too, 0 or more; those past 9999-12-30 are left out.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The date lies outside 0001-01-02 to 9999-12-30, or the tolerance is negative.
    /// </exception>
    public static CadenceWindow From(LocalDate ideal, int toleranceDays)
    {
        Check(ideal, nameof(ideal));
        ArgumentOutOfRangeException.ThrowIfNegative(toleranceDays);
        return new CadenceWindow(ideal, CadenceDates.Plus(ideal, toleranceDays) ?? LastDate);
    }

    /// <inheritdoc/>
    public static CadenceWindow Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result) ? result
            : throw new FormatException("The text is not valid; it must be an ideal and a latest date, such as 2026-03-02/2026-03-16.");
    }

    /// <inheritdoc/>
    static CadenceWindow ISpanParsable<CadenceWindow>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CadenceWindow result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<CadenceWindow>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CadenceWindow result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, out CadenceWindow result)
    {
        result = default;
        var parts = s.ToString().Split('/', 4);
        if (parts.Length < 2
            || !LocalDatePattern.Iso.Parse(parts[0]).TryGetValue(default, out var ideal)
            || !LocalDatePattern.Iso.Parse(parts[1]).TryGetValue(default, out var latest)
            || ideal < FirstDate || latest > LastDate || latest < ideal)
        {
            return false;
        }

        if (parts.Length == 2)
        {
            result = new CadenceWindow(ideal, latest);
            return true;
        }

        if (!LocalDatePattern.Iso.Parse(parts[2]).TryGetValue(default, out var on) || on < ideal || on > latest)
        {
            return false;
        }

        string? occasion = null;
        if (parts.Length == 4 && !Texts.TryMake(parts[3], static text => Names.Check(text), out occasion))
        {
            return false;
        }

        result = new CadenceWindow(ideal, latest, on, occasion);
        return true;
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => format == RoundTrip
        ? $"{Text(Ideal)}/{Text(Latest)}{(On is { } day ? $"/{Text(day)}" : "")}{(Occasion is { } name ? $"/{name}" : "")}"
        : ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(format.ToString(), provider), destination, out charsWritten);

    /// <summary>Says where a day stands.</summary>
    /// <param name="reference">The date the window was counted from.</param>
    /// <param name="today">The day of the question, in the owner's zone.</param>
    /// <param name="dormantAfterDays">The days of silence before which nobody is dormant; a convention.</param>
    /// <returns>
    /// <see cref="CadenceState.Fresh"/> while not more than half of the days from reference to ideal have passed,
    /// <see cref="CadenceState.Comfortable"/> before the ideal date, <see cref="CadenceState.Ripe"/> through the latest,
    /// <see cref="CadenceState.Lapsed"/> for as many more days as lie between reference and ideal (at least one), then
    /// <see cref="CadenceState.Dormant"/>. A date is never late: after its grace it is <see cref="CadenceState.Unknown"/>, because nothing
    /// is asked any more.
    /// </returns>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    public CadenceState StateOn(LocalDate reference, LocalDate today, int dormantAfterDays = 60)
    {
        CheckCalendar(reference, nameof(reference));
        CheckCalendar(today, nameof(today));
        var (ideal, latest) = (Ideal, Latest);
        if (IsDate)
        {
            // A date is never late: it is kept within its days, or over.
            return today > latest ? CadenceState.Unknown
                : today >= ideal ? CadenceState.Ripe
                : 2L * Period.DaysBetween(reference, today) <= Period.DaysBetween(reference, ideal) ? CadenceState.Fresh
                : CadenceState.Comfortable;
        }

        var interval = Math.Max(1, Period.DaysBetween(reference, ideal));
        return today > latest
            ? (Period.DaysBetween(latest, today) <= interval || Period.DaysBetween(reference, today) < dormantAfterDays
                ? CadenceState.Lapsed
                : CadenceState.Dormant)
            : today >= ideal ? CadenceState.Ripe
            : 2L * Period.DaysBetween(reference, today) <= interval ? CadenceState.Fresh
            : CadenceState.Comfortable;
    }

    /// <summary>Returns both dates.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"ideal {Text(Ideal)}, latest {Text(Latest)}";

    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static void Check(LocalDate date, string paramName)
    {
        CheckCalendar(date, paramName);
        if (date < FirstDate || date > LastDate)
        {
            throw new ArgumentOutOfRangeException(
                paramName, date,
                string.Create(
                    CultureInfo.InvariantCulture, $"The date is {Text(date)}; it must be from {Text(FirstDate)} to {Text(LastDate)}."));
        }
    }

    private static void CheckCalendar(LocalDate date, string paramName)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException($"The date is in the calendar {date.Calendar.Id}; it must be in ISO.", paramName);
        }
    }
}
