using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>A date of which only a part may be known: a year, a month of a year, a day of any year, or all of it.</summary>
/// <remarks>
/// <para>Years run from 1 to 9999 in the ISO calendar. 29 February is allowed without a year, and with one only in leap years.</para>
/// <para>Two are equal when the same parts are known and the same.</para>
/// <para>The default value of this type is <see cref="Unknown"/>, of which nothing is known.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<PartialDate>))]
public readonly record struct PartialDate : ISpanParsable<PartialDate>, ISpanFormattable
{
    private const int LastYear = 9999;

    // A leap year, so that a day without a year may be 29 February.
    private const int AnyYear = 2000;

    // The last day of the supported time: a day less than the calendar has, so that no zone leads out of it.
    private static readonly LocalDate LastDate = new(LastYear, 12, 30);

    // 0 stands for a part that is not known.
    private readonly short year;
    private readonly byte month;
    private readonly byte day;

    private PartialDate(int year, int month, int day)
    {
        this.year = (short)year;
        this.month = (byte)month;
        this.day = (byte)day;
    }

    /// <summary>Gets the date of which nothing is known.</summary>
    public static PartialDate Unknown => default;

    /// <summary>Gets the year, from 1 to 9999; <see langword="null"/> if it is not known.</summary>
    public int? Year => year == 0 ? null : year;

    /// <summary>Gets the month, from 1 to 12; <see langword="null"/> if it is not known.</summary>
    public int? Month => month == 0 ? null : month;

    /// <summary>Gets the day of the month, from 1 to 31; <see langword="null"/> if it is not known.</summary>
    public int? Day => day == 0 ? null : day;

    /// <summary>Returns a year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <returns>The date of which only the year is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside its range.</exception>
    public static PartialDate FromYear(int year)
    {
        Guard.InRange(year, 1, LastYear);
        return new PartialDate(year, 0, 0);
    }

    /// <summary>Returns a month of a year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <returns>The date of which year and month are known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year or the month lies outside its range.</exception>
    public static PartialDate FromYearMonth(int year, int month)
    {
        Guard.InRange(year, 1, LastYear);
        Guard.InRange(month, 1, 12);
        return new PartialDate(year, month, 0);
    }

    /// <summary>Returns a day of any year.</summary>
    /// <param name="month">From 1 to 12.</param>
    /// <param name="day">From 1 to the length of the month, which for February is 29.</param>
    /// <returns>The date of which month and day are known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The month or the day lies outside its range.</exception>
    public static PartialDate FromMonthDay(int month, int day)
    {
        Guard.InRange(month, 1, 12);
        Guard.InRange(day, 1, CalendarSystem.Iso.GetDaysInMonth(AnyYear, month));
        return new PartialDate(0, month, day);
    }

    /// <summary>Returns a date of which everything is known.</summary>
    /// <param name="date">In the ISO calendar and the years 1 to 9999.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentException">The date is in another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside its range.</exception>
    public static PartialDate FromDate(LocalDate date)
    {
        CheckCalendar(date, nameof(date));
        Guard.InRange(date.Year, 1, LastYear, nameof(date));
        return new PartialDate(date.Year, date.Month, date.Day);
    }

    /// <summary>Reads what <see cref="ToString()"/> writes.</summary>
    /// <param name="s">
    /// One of the forms <c>2024</c>, <c>2024-05</c>, <c>--05-17</c>, <c>2024-05-17</c>, or empty for <see cref="Unknown"/>.
    /// </param>
    /// <param name="provider">Not used: the forms are the same everywhere.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text has none of these forms, or names a day that does not exist.</exception>
    public static PartialDate Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryRead(s, provider, out var result)
            ? result
            : throw new FormatException(
                $"The text of {s.Length} characters is not a partial date; it must be a real date written like 2024, 2024-05, --05-17 "
                    + "or 2024-05-17, or empty.");
    }

    /// <inheritdoc/>
    static PartialDate ISpanParsable<PartialDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDate result) =>
        TryRead(s, provider, out result) && s is not null;

    /// <inheritdoc/>
    static bool ISpanParsable<PartialDate>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PartialDate result) =>
        TryRead(s, provider, out result);

    private static bool TryRead(ReadOnlySpan<char> s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        var (year, month, day) = (0, 0, 0);
        var wellFormed = s.Length switch
        {
            0 => true,
            4 => Digits(s, 0, 4, out year),
            7 when s[0] != '-' => Digits(s, 0, 4, out year) && s[4] == '-' && Digits(s, 5, 2, out month),
            7 => s[1] == '-' && Digits(s, 2, 2, out month) && s[4] == '-' && Digits(s, 5, 2, out day),
            10 => Digits(s, 0, 4, out year) && s[4] == '-' && Digits(s, 5, 2, out month) && s[7] == '-' && Digits(s, 8, 2, out day),
            _ => false,
        };
        if (!wellFormed || !IsReal(s.Length, year, month, day))
        {
            return false;
        }

        result = new PartialDate(year, month, day);
        return true;
    }


    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Texts.TryFormat(ToString(), destination, out charsWritten);

    /// <summary>Finds the next day this date falls on, year after year.</summary>
    /// <param name="reference">The day after which to look, in the ISO calendar; the day itself does not count.</param>
    /// <param name="leapDayRule">When a 29 February falls in a year that has none.</param>
    /// <returns>
    /// The first such day after <paramref name="reference"/> and, if the year is known, not before that year; <see langword="null"/> if
    /// month or day is not known, or if there is none up to 9999-12-30.
    /// </returns>
    /// <exception cref="ArgumentException">The reference is in another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not defined.</exception>
    public LocalDate? NextAfter(LocalDate reference, LeapDayRule leapDayRule)
    {
        CheckCalendar(reference, nameof(reference));
        Guard.Defined(leapDayRule);
        if (day == 0)
        {
            return null;
        }

        // A rule may skip seven years in a row, around a century that is not a leap year.
        for (var candidate = Math.Max(Math.Max(reference.Year, (int)year), 1); candidate <= LastYear; candidate++)
        {
            if (InYear(candidate, leapDayRule) is { } date && date > reference)
            {
                return date <= LastDate ? date : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the known parts in ISO-8601 form: <c>2024</c>, <c>2024-05</c>, <c>--05-17</c> or <c>2024-05-17</c>; empty for
    /// <see cref="Unknown"/>.
    /// </summary>
    /// <returns>A text in the invariant culture that <see cref="Parse(string, IFormatProvider?)"/> reads back.</returns>
    public override string ToString() => (year, month, day) switch
    {
        (0, 0, _) => "",
        (0, _, _) => string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}"),
        (_, 0, _) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
        (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
    };

    private static bool Digits(ReadOnlySpan<char> text, int start, int count, out int value)
    {
        value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + text[i] - '0';
        }

        return value > 0;
    }

    private static bool IsReal(int length, int year, int month, int day) => length switch
    {
        0 or 4 => true,
        7 when day == 0 => month <= 12,
        _ => month <= 12 && day <= CalendarSystem.Iso.GetDaysInMonth(year == 0 ? AnyYear : year, month),
    };

    private static void CheckCalendar(LocalDate date, string name)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException($"The date is in the calendar {date.Calendar.Id}; it must be in ISO.", name);
        }
    }

    private LocalDate? InYear(int inYear, LeapDayRule leapDayRule)
    {
        if (month != 2 || day != 29 || CalendarSystem.Iso.IsLeapYear(inYear))
        {
            return new LocalDate(inYear, month, day);
        }

        return leapDayRule switch
        {
            LeapDayRule.LastOfFebruary => new LocalDate(inYear, 2, 28),
            LeapDayRule.FirstOfMarch => new LocalDate(inYear, 3, 1),
            _ => null,
        };
    }
}
