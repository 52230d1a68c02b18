using System.Runtime.CompilerServices;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Dates in the owner's zone, and steps between them that end where the calendar does.</summary>
internal static class CadenceDates
{
    // A day wider than instants on either side, as zones reach that far.
    private static readonly LocalDate First = new(1, 1, 1);
    private static readonly LocalDate Last = new(9999, 12, 31);

    public static LocalDate Check(LocalDate date, [CallerArgumentExpression(nameof(date))] string? name = null)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException($"The date is in the calendar {date.Calendar.Id}; it must be in ISO.", name);
        }

        return date >= First && date <= Last
            ? date
            : throw new ArgumentOutOfRangeException(
                name, date,
                $"The date is {CadenceWindow.Text(date)}; it must be from {CadenceWindow.Text(First)} to {CadenceWindow.Text(Last)}.");
    }

    /// <summary>Returns the date some days before, but never one before time began.</summary>
    public static LocalDate Before(LocalDate date, int days) => DaysBetween(First, date) <= days ? First : date.PlusDays(-days);

    /// <summary>Adds a period of days, weeks, months and years; <see langword="null"/> past the last date of a window.</summary>
    /// <remarks>A month that is too short ends on its last day: 31 January and one month is 28 or 29 February.</remarks>
    public static LocalDate? Plus(LocalDate date, Period period) =>
        Plus(date, (period.Years * 12L) + period.Months, (period.Weeks * 7L) + period.Days);

    /// <summary>
    /// Adds months, then days; <see langword="null"/> past the last date of a window. Years and months go first and at once, as Noda Time
    /// adds them.
    /// </summary>
    public static LocalDate? Plus(LocalDate date, long months, long days) =>
        months == 0 ? Plus(date, days)
        : (date.Year * 12L) + date.Month - 1 + months < 10_000 * 12L ? Plus(date.PlusMonths((int)months), days)
        : null;

    /// <summary>Adds days; <see langword="null"/> past the last date of a window.</summary>
    public static LocalDate? Plus(LocalDate date, long days)
    {
        // Far from the end of time nothing needs to be counted.
        return (date.Year < 9_800 && days < 36_525)
            || days <= Period.DaysBetween(date, CadenceWindow.LastDate) ? date.PlusDays((int)days) : null;
    }

    public static int DaysBetween(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    /// <summary>Returns a period of whole days, weeks, months and years that leads forward, from a day to 100 years.</summary>
    public static Period CheckPeriod(Period period, [CallerArgumentExpression(nameof(period))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(period, name);
        var sign = Math.Min(Math.Min(period.Years, period.Months), Math.Min(period.Weeks, period.Days));
        var days = ApproximateDays(period);
        return !period.HasTimeComponent && sign >= 0 && days is >= 1 and <= 36_525
            ? period
            : throw new ArgumentOutOfRangeException(
                name, period, $"The period is {period}; it must be whole days, weeks, months and years, none negative, from P1D to P100Y.");
    }

    /// <summary>Returns about how many days a period has, to tell shorter from longer ones.</summary>
    public static double ApproximateDays(Period period) =>
        (365.25 * period.Years) + (30.4375 * period.Months) + (7.0 * period.Weeks) + period.Days;
}
