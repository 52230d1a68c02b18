using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ical.Net.Evaluation;
using NodaTime;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Expands the recurring events of a file up to an instant.</summary>
/// <remarks>
/// A rule is expanded by Ical.Net in local time, one event alone and without a zone; each occurrence is then put into the zone. So a clock
/// change moves no occurrence. What the rules of a file may take together is bounded.
/// </remarks>
/// <param name="asOf">The last instant looked at.</param>
/// <param name="zone">The zone of times that name none.</param>
internal sealed partial class Recurrence(Instant asOf, DateTimeZone zone)
{
    /// <summary>The most occurrences of one event.</summary>
    public const int MostOccurrences = 20_000;

    // In microseconds, about, that Ical.Net takes. A file that asks for more was made to.
    private const long MostWork = 2_000_000;

    private const long WorkOfLetter = 4;

    private const long WorkOfOccurrence = 8;

    // How often a rule may find nothing before it is given up, and what all of that takes.
    private const int MostUnmatched = 5_000;
    private const long WorkOfNothing = 7_000;

    private long work;

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
            if (rules.Length == 0 || work < MostWork)
            {
                var starts = rules.Length == 0 ? [start] : Expanded(start, Array.ConvertAll(rules, rule => Plain(rule, start)));
                return Mended(entry, start, starts);
            }

            reason = "the rules of recurrence of the file take too long to expand; only the first occurrence was read.";
            return [start];
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The library documents no exceptions; a rule it cannot expand costs that rule.
            work += e is EvaluationLimitExceededException ? WorkOfNothing : 0;
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

    private List<CalendarTime> Expanded(CalendarTime start, string[] rules)
    {
        var text = Text(start, rules);
        work += text.Length * WorkOfLetter;
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

        work += starts.Count > 0 && rules.Any(LooksAtEachDay) ? DaysOf(starts) : 0;
        return starts;
    }

    // Of a year that has a list of weekdays or positions each day is made and compared, about a microsecond each.
    private static bool LooksAtEachDay(string rule) =>
        rule.Contains("BYSETPOS", StringComparison.Ordinal)
        || (rule.Contains("FREQ=YEARLY", StringComparison.Ordinal) && rule.Contains("BYDAY", StringComparison.Ordinal));

    private static int DaysOf(List<CalendarTime> starts) => Period.DaysBetween(starts[0].Local.Date, starts[^1].Local.Date);

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
