using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Planning.Weeks;

/// <summary>The days of a week from Monday to Sunday.</summary>
internal static class WeekDates
{
    public const int Days = 7;

    /// <summary>Returns a Monday whose week lies within the dates of windows.</summary>
    public static LocalDate Check(LocalDate monday, string name) =>
        monday.Calendar != CalendarSystem.Iso
            ? throw new ArgumentException($"The date is in the calendar {monday.Calendar.Id}; it must be in ISO.", name)
            : monday.DayOfWeek != IsoDayOfWeek.Monday
                ? throw new ArgumentException(
                    $"The date is {LocalDatePattern.Iso.Format(monday)}, a {monday.DayOfWeek}; it must be a Monday.", name)
                : monday < CadenceWindow.FirstDate.PlusWeeks(5) || monday > CadenceWindow.LastDate.PlusWeeks(-2)
                    ? throw new ArgumentOutOfRangeException(
                        name, monday,
                        $"The date is {LocalDatePattern.Iso.Format(monday)}; it must be from "
                            + $"{LocalDatePattern.Iso.Format(CadenceWindow.FirstDate.PlusWeeks(5))} to "
                            + $"{LocalDatePattern.Iso.Format(CadenceWindow.LastDate.PlusWeeks(-2))}.")
                    : monday;
}
