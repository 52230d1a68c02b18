using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ical.Net.Evaluation;
using NodaTime;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Expands the recurring events of a file up to an instant.</summary>
/// <remarks>
/// A rule is expanded in local time, without a zone; each occurrence is then put into the zone. So a clock change moves no occurrence. The
/// usual rules are a <see cref="DayRule"/>; others are left to Ical.Net, one event alone, which takes fifty times as long for a day.
/// </remarks>
/// <param name="asOf">The last instant looked at.</param>
/// <param name="zone">The zone of times that name none.</param>
internal sealed partial class Recurrence(Instant asOf, DateTimeZone zone)
{
    /// <summary>The most occurrences of one event.</summary>
    public const int MostOccurrences = 20_000;

    // In days of the calendar that Ical.Net looks at, about a microsecond each. A file that asks for more was made to.
    private const long MostWork = 600_000;

    private const long WorkOfLetter = 4;

    private const long WorkOfOccurrence = 8;

    // Of usual rules, some 20 nanoseconds each.
    private const long MostSteps = 20_000_000;

    private const int MostUnmatched = 5_000;

    private readonly LocalDate last =
        asOf.InUtc().Year >= DayRule.LastYear ? new LocalDate(DayRule.LastYear, 12, 31) : asOf.InUtc().Date.PlusDays(2);

    private long work;
    private long steps;

    /// <summary>Returns the starts of the occurrences up to an instant, the exceptions left out.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="start">Its start.</param>
    /// <param name="reason">Why the rule was not expanded; <see langword="null"/> if it was.</param>
    public List<CalendarTime> Expand(CalendarEntry entry, CalendarTime start, out string? reason)
    {
        reason = null;
        var rules = entry.All("RRULE").Select(rule => rule.Value).ToArray();
        if (rules.Length == 0 && entry.Find("RDATE") is null)
        {
            return [start];
        }

        if (rules.Any(rule => rule.Length > 1_000 || !Rule().IsMatch(rule) || TooOften().IsMatch(rule)))
        {
            reason = "the rule of recurrence is not one of days, weeks, months or years; only the first occurrence was read.";
            return [start];
        }

        try
        {
            rules = Array.ConvertAll(rules, rule => Plain(rule, start));
            var usual = rules.Length == 1 ? DayRule.TryParse(rules[0], start) : null;
            if (rules.Length == 0 || (usual is null ? work < MostWork : steps < MostSteps))
            {
                var starts = rules.Length == 0 ? [start] : usual is null ? Unusual(start, rules) : Usual(start, usual);
                return Mended(entry, start, starts);
            }

            reason = "the rules of recurrence of the file take too long to expand; only the first occurrence was read.";
            return [start];
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The library documents no exceptions; a rule it cannot expand costs that rule.
            reason = "the rule of recurrence cannot be expanded; only the first occurrence was read.";
            return [start];
        }
    }

    // Ical.Net takes a hundred microseconds for each date of a list.
    private List<CalendarTime> Mended(CalendarEntry entry, CalendarTime start, List<CalendarTime> starts)
    {
        if (entry.Find("RDATE") is not null)
        {
            var dates = Dates(entry, start, "RDATE").Select(date => start with { Local = date.Local }).Where(date => date.Instant <= asOf);
            starts = [.. starts.Concat(dates).DistinctBy(one => one.Local).OrderBy(one => one.Local).Take(MostOccurrences)];
        }

        if (entry.Find("EXDATE") is not null)
        {
            var exceptions = Dates(entry, start, "EXDATE").Select(date => date.Local).ToHashSet();
            starts.RemoveAll(one => exceptions.Contains(one.Local));
        }

        return starts;
    }

    private List<CalendarTime> Usual(CalendarTime start, DayRule rule)
    {
        var starts = new List<CalendarTime>();
        foreach (var day in rule.Days(last, start.Local.TimeOfDay))
        {
            var time = start with { Local = day + start.Local.TimeOfDay };
            if (starts.Count == MostOccurrences || time.Instant > asOf)
            {
                break;
            }

            starts.Add(time);
        }

        steps += rule.Steps;
        return starts;
    }

    private List<CalendarTime> Unusual(CalendarTime start, string[] rules)
    {
        var days = Math.Max(0, Period.DaysBetween(start.Local.Date, last));
        var text = Text(start, rules);
        work += (text.Length * WorkOfLetter) + (rules.Length * (long)days);
        var events = Ical.Net.Calendar.Load(text)!.Events;
        var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostUnmatched };
        var starts = new List<CalendarTime>();
        foreach (var occurrence in events[0]!.GetOccurrences(null, options))
        {
            var local = LocalDateTime.FromDateTime(DateTime.SpecifyKind(occurrence.Period.StartTime.Value, DateTimeKind.Unspecified));
            var time = start with { Local = local };
            if (time.Instant > asOf || starts.Count == MostOccurrences)
            {
                break;
            }

            starts.Add(time);
            work += WorkOfOccurrence;
        }

        return starts;
    }

    private static string Text(CalendarTime start, string[] rules)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n");
        text.Append("DTSTART").Append(start.IsDate ? ";VALUE=DATE" : "").Append(':').Append(start.Written).Append("\r\n");
        foreach (var rule in rules)
        {
            text.Append("RRULE:").Append(rule).Append("\r\n");
        }

        return text.Append("END:VEVENT\r\nEND:VCALENDAR\r\n").ToString();
    }

    // Periods give their start; an exception may name the day only.
    private IEnumerable<CalendarTime> Dates(CalendarEntry entry, CalendarTime start, string name)
    {
        foreach (var property in entry.All(name))
        {
            foreach (var value in property.Value.Split(','))
            {
                var slash = value.IndexOf('/', StringComparison.Ordinal);
                if (CalendarTime.TryParse(property, slash < 0 ? value : value[..slash], zone) is { } time)
                {
                    var local = time.IsDate
                        ? time with { Local = time.Local.Date + (start.IsDate ? LocalTime.Midnight : start.Local.TimeOfDay) }
                        : time.In(start.Zone);
                    yield return local with
                    {
                        Local = start.IsDate ? local.Local.Date.AtMidnight() : local.Local,
                        IsDate = start.IsDate,
                    };
                }
            }
        }
    }

    // UNTIL is an instant, and the rule is expanded in local time. Numbers that no calendar can reach are as good as none.
    private static string Plain(string rule, CalendarTime start)
    {
        var parts = new List<string>();
        foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase))
            {
                var until = CalendarTime.TryParse(new CalendarProperty("UNTIL", [], ""), part[6..], start.Zone);
                if (until is { } time)
                {
                    var local = time.IsDate || start.IsDate ? time : time.In(start.Zone);
                    local = time.IsDate
                        && !start.IsDate ? new CalendarTime(time.Local.Date + new LocalTime(23, 59, 59), start.Zone, false) : local;
                    parts.Add($"UNTIL={(local with { IsDate = start.IsDate }).Written}");
                }
            }
            else if (!part.StartsWith("COUNT=", StringComparison.OrdinalIgnoreCase)
                || int.TryParse(part.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                parts.Add(part.ToUpperInvariant());
            }
        }

        // A rule may have either; where both stand the end is the better known.
        return string.Join(
            ';', parts.Any(part => part.StartsWith("UNTIL", StringComparison.Ordinal)) ? parts.Where(
                part => !part.StartsWith("COUNT", StringComparison.Ordinal)) : parts);
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9=;,:+\-]*FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY|SECONDLY|MINUTELY|HOURLY)[A-Za-z0-9=;,:+\-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex("FREQ=(SECONDLY|MINUTELY|HOURLY)|BYSECOND=|BYMINUTE=|BYHOUR=[0-9]+,", RegexOptions.IgnoreCase)]
    private static partial Regex TooOften();
}
