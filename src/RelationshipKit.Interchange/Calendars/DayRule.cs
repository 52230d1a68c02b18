using System.Globalization;
using NodaTime;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>A rule of recurrence of the usual kinds, which needs no library: days, weeks, or days of months.</summary>
internal sealed class DayRule
{
    /// <summary>The last year of a start or an end; the longest interval leads to no year after 9999 from there.</summary>
    public const int LastYear = 8_990;

    private const int LongestInterval = 1_000;

    private const string WeekdayNames = "MOTUWETHFRSASU";

    private readonly Dictionary<string, string> parts;
    private readonly LocalDate start;
    private readonly int[] months;
    private readonly int[] monthDays;
    private readonly int[] positions;
    private readonly (int Ordinal, IsoDayOfWeek Day)[] weekdays;
    private readonly int interval;
    private readonly int count;
    private readonly LocalDateTime? until;

    private DayRule(Dictionary<string, string> parts, CalendarTime start)
    {
        this.parts = parts;
        this.start = start.Local.Date;
        months = Numbers("BYMONTH", 12);
        monthDays = Numbers("BYMONTHDAY", 31);
        positions = Numbers("BYSETPOS", 366);
        weekdays = [.. List("BYDAY").Select(WeekdayOf)];
        interval = parts.TryGetValue("INTERVAL", out var each) ? Number(each, LongestInterval) : 1;
        count = parts.TryGetValue("COUNT", out var most) ? Number(most, int.MaxValue) : int.MaxValue;
        until = parts.TryGetValue("UNTIL", out var end)
            ? CalendarTime.TryParse(new CalendarProperty("UNTIL", [], ""), end, start.Zone)?.Local ?? throw new FormatException()
            : null;
    }

    /// <summary>Gets how many days and months were looked at.</summary>
    public long Steps { get; private set; }

    private string Frequency => parts["FREQ"];

    /// <summary>Returns the rule; <see langword="null"/> if it is of another kind, or the start is not one of its days.</summary>
    /// <param name="text">The rule in capital letters; its end in the local time of the start.</param>
    /// <param name="start">The first occurrence.</param>
    public static DayRule? TryParse(string text, CalendarTime start)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                return null;
            }
        }

        try
        {
            var rule = new DayRule(parts, start);
            return start.Local.Year <= LastYear && rule.IsUsual() && rule.IsOn(start.Local.Date) ? rule : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the days of the rule from the start on.</summary>
    /// <param name="last">The last day looked at, at most in <see cref="LastYear"/>.</param>
    /// <param name="time">The time of day of each.</param>
    public IEnumerable<LocalDate> Days(LocalDate last, LocalTime time)
    {
        var left = count;
        foreach (var day in Candidates(last))
        {
            if (day < start)
            {
                continue;
            }

            if (day > last || left-- == 0 || day + time > until)
            {
                yield break;
            }

            yield return day;
        }
    }

    /// <summary>Returns the frequency.</summary>
    public override string ToString() => Frequency;

    private bool IsUsual()
    {
        string[] known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"];
        var hasOrdinals = Array.Exists(weekdays, one => one.Ordinal != 0);
        return parts.Keys.All(known.Contains) && Array.TrueForAll(months, month => month > 0) && parts.GetValueOrDefault("FREQ") switch
        {
            "DAILY" => !hasOrdinals && positions.Length == 0,
            "WEEKLY" => !hasOrdinals && positions.Length == 0 && monthDays.Length == 0,
            "MONTHLY" => !hasOrdinals || monthDays.Length == 0,
            "YEARLY" => positions.Length == 0 && IsUsualYear(),
            _ => false,
        };
    }

    // Days of months that the rule names, or the day of the start; weekdays need a number.
    private bool IsUsualYear() =>
        months.Length == 0 ? monthDays.Length == 0 && weekdays.Length == 0
        : weekdays.Length == 0 || (monthDays.Length == 0 && Array.TrueForAll(weekdays, one => one.Ordinal != 0));

    private bool IsOn(LocalDate day) => Candidates(day).FirstOrDefault(candidate => candidate >= day) == day;

    // In ascending order; some may lie before the start or after the last day.
    private IEnumerable<LocalDate> Candidates(LocalDate last) => Frequency switch
    {
        "DAILY" => Daily(last),
        "WEEKLY" => Weekly(last),
        "MONTHLY" => Months(last, interval, null),
        _ => Months(last, interval * 12, months.Length > 0 ? months : [start.Month]),
    };

    private IEnumerable<LocalDate> Daily(LocalDate last)
    {
        for (var day = start; day <= last; day = day.PlusDays(interval))
        {
            Steps++;
            if (IsInMonth(day.Month) && IsMonthDay(day) && (weekdays.Length == 0 || IsWeekday(day)))
            {
                yield return day;
            }
        }
    }

    private IEnumerable<LocalDate> Weekly(LocalDate last)
    {
        var first = parts.TryGetValue("WKST", out var name) ? WeekdayOf(name).Day : IsoDayOfWeek.Monday;
        for (var week = start.PlusDays(-(((int)start.DayOfWeek - (int)first + 7) % 7)); week <= last; week = week.PlusDays(7 * interval))
        {
            Steps += 7;
            for (var i = 0; i < 7; i++)
            {
                var day = week.PlusDays(i);
                if (IsInMonth(day.Month) && (weekdays.Length == 0 ? day.DayOfWeek == start.DayOfWeek : IsWeekday(day)))
                {
                    yield return day;
                }
            }
        }
    }

    private IEnumerable<LocalDate> Months(LocalDate last, int step, int[]? ofYear)
    {
        var end = (last.Year * 12) + last.Month - 1;
        for (var at = (start.Year * 12) + (ofYear is null ? start.Month - 1 : 0); at <= end; at += step)
        {
            Steps++;
            foreach (var month in ofYear ?? [(at % 12) + 1])
            {
                if (ofYear is null && !IsInMonth(month))
                {
                    continue;
                }

                var days = DaysOf(at / 12, month);
                Steps += days.Count;
                for (var i = 0; i < days.Count; i++)
                {
                    if (positions.Length == 0 || Array.Exists(positions, one => one == i + 1 || one == i - days.Count))
                    {
                        yield return days[i];
                    }
                }
            }
        }
    }

    private List<LocalDate> DaysOf(int year, int month)
    {
        var days = new List<LocalDate>();
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (weekdays.Length == 0 && monthDays.Length == 0)
        {
            if (start.Day <= length)
            {
                days.Add(new LocalDate(year, month, start.Day));
            }

            return days;
        }

        Steps += length;
        for (var i = 1; i <= length; i++)
        {
            var day = new LocalDate(year, month, i);
            if (IsMonthDay(day) && (weekdays.Length == 0 || IsWeekday(day)))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private bool IsInMonth(int month) => months.Length == 0 || months.AsSpan().Contains(month);

    private bool IsMonthDay(LocalDate day) => monthDays.Length == 0 || monthDays.AsSpan().Contains(day.Day)
        || monthDays.AsSpan().Contains(day.Day - CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month) - 1);

    private bool IsWeekday(LocalDate day)
    {
        var name = day.DayOfWeek;
        foreach (var (ordinal, weekday) in weekdays)
        {
            if (weekday == name && (ordinal == 0 || ordinal == ((day.Day - 1) / 7) + 1
                || -ordinal == ((CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month) - day.Day) / 7) + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Ordinal, IsoDayOfWeek Day) WeekdayOf(string text)
    {
        var at = text.Length < 2 ? -1 : WeekdayNames.IndexOf(text[^2..], StringComparison.Ordinal);
        return at < 0 || at % 2 == 1 ? throw new FormatException()
            : (text.Length == 2 ? 0 : Signed(text[..^2], 5), (IsoDayOfWeek)((at / 2) + 1));
    }

    private string[] List(string name) => parts.TryGetValue(name, out var text) ? text.Split(',') : [];

    // In ascending order, so that months come as they are in the year.
    private int[] Numbers(string name, int most) => [.. List(name).Select(text => Signed(text, most)).Distinct().Order()];

    private static int Signed(string text, int most) =>
        text is ['-', .. var rest] ? -Number(rest, most) : Number(text is ['+', .. var plain] ? plain : text, most);

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new FormatException();
}
