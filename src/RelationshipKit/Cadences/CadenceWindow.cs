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
/// <para>Dates are days in the owner's zone, in the ISO calendar, from 0001-01-02 to 9999-12-30; a latest date past the end is the end.</para>
/// <para>The default value of this type is the window of 0001-01-02 alone. This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<CadenceWindow>))]
public readonly record struct CadenceWindow : ISpanParsable<CadenceWindow>, ISpanFormattable
{
    internal static readonly LocalDate FirstDate = new(1, 1, 2);
    internal const string RoundTrip = "R";

    internal static readonly LocalDate LastDate = new(9999, 12, 30);

    // The first date is kept as the day before it, which no window has: so the default value is a good one, and equal to what it stands for.
    private readonly LocalDate ideal;
    private readonly LocalDate latest;

    private CadenceWindow(LocalDate ideal, LocalDate latest)
    {
        this.ideal = ideal == FirstDate ? default : ideal;
        this.latest = latest == FirstDate ? default : latest;
    }

    /// <summary>Gets the date on which a touch is wanted most.</summary>
    public LocalDate Ideal => ideal == default ? FirstDate : ideal;

    /// <summary>Gets the latest date that is fine too; not before <see cref="Ideal"/>.</summary>
    public LocalDate Latest => latest == default ? FirstDate : latest;

    /// <summary>Gets the days from the ideal to the latest date; not negative.</summary>
    public int ToleranceDays => Period.DaysBetween(Ideal, Latest);

    /// <summary>Returns the window between two dates.</summary>
    /// <param name="ideal">The ideal date.</param>
    /// <param name="latest">The latest tolerated date; not before <paramref name="ideal"/>.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar, or <paramref name="latest"/> comes before <paramref name="ideal"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date lies outside 0001-01-02 to 9999-12-30.</exception>
    public static CadenceWindow Between(LocalDate ideal, LocalDate latest)
    {
        Check(ideal, nameof(ideal));
        Check(latest, nameof(latest));
        return latest >= ideal
            ? new CadenceWindow(ideal, latest)
            : throw new ArgumentException($"The latest date is {Text(latest)}; it must not come before the ideal date, {Text(ideal)}.", nameof(latest));
    }

    /// <summary>Returns the window from an ideal date with a tolerance in days.</summary>
    /// <param name="ideal">The ideal date.</param>
    /// <param name="toleranceDays">The days after it that are fine too, 0 or more; those past 9999-12-30 are left out.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 0001-01-02 to 9999-12-30, or the tolerance is negative.</exception>
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
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static CadenceWindow Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("The text is not valid; it must be an ideal and a latest date, such as 2026-03-02/2026-03-16.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CadenceWindow result) =>
        TryParse(s.AsSpan(), provider, out result) && s is not null;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CadenceWindow result)
    {
        result = default;
        var slash = s.IndexOf('/');
        if (slash < 0
            || !LocalDatePattern.Iso.Parse(s[..slash].ToString()).TryGetValue(default, out var ideal)
            || !LocalDatePattern.Iso.Parse(s[(slash + 1)..].ToString()).TryGetValue(default, out var latest)
            || ideal < FirstDate || latest > LastDate || latest < ideal)
        {
            return false;
        }

        result = new CadenceWindow(ideal, latest);
        return true;
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => format == RoundTrip ? $"{Text(Ideal)}/{Text(Latest)}" : ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(format.ToString(), provider), destination, out charsWritten);

    /// <summary>Says where a day stands.</summary>
    /// <param name="reference">The date the window was counted from.</param>
    /// <param name="today">The day to stand on, in the owner's zone.</param>
    /// <returns>
    /// <see cref="CadenceState.Fresh"/> while not more than half of the days from reference to ideal have passed, <see cref="CadenceState.Comfortable"/> before the ideal date,
    /// <see cref="CadenceState.Ripe"/> through the latest, <see cref="CadenceState.Lapsed"/> for as many days again as lie between reference and ideal, at
    /// least one, then <see cref="CadenceState.Dormant"/>; never <see cref="CadenceState.Unknown"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    public CadenceState StateOn(LocalDate reference, LocalDate today)
    {
        CheckCalendar(reference, nameof(reference));
        CheckCalendar(today, nameof(today));
        var (ideal, latest) = (Ideal, Latest);
        var interval = Math.Max(1, Period.DaysBetween(reference, ideal));
        return today > latest ? (Period.DaysBetween(latest, today) <= interval ? CadenceState.Lapsed : CadenceState.Dormant)
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
                paramName, date, string.Create(CultureInfo.InvariantCulture, $"The date is {Text(date)}; it must be from {Text(FirstDate)} to {Text(LastDate)}."));
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
