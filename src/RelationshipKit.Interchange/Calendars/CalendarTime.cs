using System.Globalization;
using NodaTime;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>A moment of a calendar: local time, the zone it is in, and whether it is a day without a time.</summary>
internal readonly record struct CalendarTime(LocalDateTime Local, DateTimeZone Zone, bool IsDate)
{
    public Instant Instant => Zone.AtLeniently(Local).ToInstant();

    /// <summary>Reads the value of a property; <see langword="null"/> if it is not a date of the calendar.</summary>
    public static CalendarTime? TryParse(CalendarProperty property, string value, DateTimeZone zone)
    {
        value = value.Trim();
        var isUtc = value.EndsWith('Z');
        value = isUtc ? value[..^1] : value;
        var isDate = value.Length == 8;
        if (!(isDate || (value.Length == 15 && value[8] == 'T')) || !TryNumber(value[..8], out var date))
        {
            return null;
        }

        var time = 0;
        if (!isDate && !TryNumber(value[9..], out time))
        {
            return null;
        }

        var (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
        var (hour, minute, second) = (time / 10_000, time / 100 % 100, Math.Min(time % 100, 59));
        if (year is < 2 or > 9_998 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) || hour > 23
            || minute > 59)
        {
            return null;
        }

        var named = isUtc ? DateTimeZone.Utc : CalendarZones.Find(property.Parameter("TZID")) ?? zone;
        return new CalendarTime(new LocalDateTime(year, month, day, hour, minute, second), named, isDate);
    }

    /// <summary>Returns the local time as it is written without a zone.</summary>
    public string Written => Local.ToString(IsDate ? "uuuuMMdd" : "uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>Returns the same moment in another zone.</summary>
    public CalendarTime In(DateTimeZone zone) =>
        IsDate ? this with { Zone = zone } : new CalendarTime(Instant.InZone(zone).LocalDateTime, zone, false);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
