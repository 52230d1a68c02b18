using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>
/// Reads the events of iCalendar files: meetings with those who did not decline, up to the as-of; yearly birthdays are occasions.
/// </summary>
/// <remarks>
/// The file is read twice: first for the occurrences that were moved, which the rule of their series must leave out, then for the events.
/// </remarks>
internal sealed class CalendarReader
{
    // Beyond the first one of each event. A file that asks for more was made to.
    private const long MostLaterOccurrences = 250_000;

    private readonly SourceContext context;
    private readonly Dictionary<string, HashSet<Instant>> moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<SourceParticipant>> attendees = new(StringComparer.Ordinal);
    private readonly Ordinals ordinals = new();
    private readonly Recurrence recurrence;
    private readonly Dictionary<string, HashSet<LocalDate>> movedDays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private readonly CalendarZoneRules zones;
    private long expanded;

    private CalendarReader(SourceContext context)
    {
        this.context = context;
        zones = new CalendarZoneRules(context.Settings.Zone);
        recurrence = new Recurrence(context.Settings.AsOf, context.Settings.Zone);
    }

    /// <summary>Reads the occasions and meetings of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var reader = new CalendarReader(context);
        reader.LookThrough();
        foreach (var entry in reader.Entries())
        {
            context.Account.OnRecord();
            foreach (var item in reader.Items(entry))
            {
                yield return item;
            }
        }
    }

    private void LookThrough()
    {
        foreach (var entry in Entries())
        {
            if (entry.Time("RECURRENCE-ID", context.Settings.Zone) is { } id)
            {
                if (!moved.TryGetValue(entry.Uid, out var ids))
                {
                    moved.Add(entry.Uid, ids = []);
                }

                ids.Add(id.Instant);
                if (id.IsDate)
                {
                    if (!movedDays.TryGetValue(entry.Uid, out var days))
                    {
                        movedDays.Add(entry.Uid, days = []);
                    }

                    days.Add(id.Local.Date);
                }
            }
            else if (entry.Sequence > 0 && entry.Uid.Length > 0)
            {
                versions[entry.Uid] = Math.Max(entry.Sequence, versions.GetValueOrDefault(entry.Uid));
            }

            if (entry.Find("RECURRENCE-ID") is null && entry.Find("RRULE") is not null && entry.Uid.Length > 0)
            {
                attendees.TryAdd(entry.Uid, CalendarPeople.Of(entry, context, out _));
            }
        }
    }

    private IEnumerable<SourceItem> Items(CalendarEntry entry)
    {
        var where = FileAccount.Line(entry.Line);
        var zone = context.Settings.Zone;
        if (entry.Time("DTSTART", zone) is not { } start)
        {
            context.Account.OnBad(where, "the event has no start that can be read.");
            yield break;
        }

        if (entry.Find("DTSTART")!.Parameter("TZID") is { Length: > 0 } named && CalendarZones.Find(named) is null)
        {
            context.Account.OnNote("a time zone is not known by its name; its times were read in the zone of the owner.");
        }

        if (CalendarPeople.Occasion(entry, start, context.Settings.AsOf.InUtc().Year) is { } person)
        {
            yield return person;
            yield break;
        }

        var people = CalendarPeople.Of(entry, context, out var ownerDeclined);
        var id = entry.Time("RECURRENCE-ID", zone);
        if (people.Length == 0 && id is not null && attendees.TryGetValue(entry.Uid, out var ofSeries))
        {
            // A moved occurrence that names nobody is that of its series.
            people = ofSeries;
        }

        var isOlder = id is null && entry.Sequence < versions.GetValueOrDefault(entry.Uid);
        var reason = isOlder ? "a later version of the event is in the file." : entry.Value("STATUS").ToUpperInvariant() switch
        {
            "CANCELLED" => "the event was cancelled.",
            "TENTATIVE" => "the event is not confirmed.",
            _ => ownerDeclined ? "the owner declined." : people.All(one => one.IsMe) ? "the event has nobody who takes part." : null,
        };
        if (reason is not null)
        {
            context.Account.OnUnused(where, reason);
            yield break;
        }

        var starts = id is null ? Starts(entry, start, where) : [start];
        var uid = entry.Uid;
        var elsewhere = id is null ? moved.GetValueOrDefault(uid) : null;
        var days = id is null && !start.IsDate ? movedDays.GetValueOrDefault(uid) : null;
        var size = people.Count(person => !person.IsMe);
        var channel = ChannelOf(entry, size);
        var length = entry.Length(start, context.Settings.Zone);
        var any = false;
        foreach (var occurrence in starts)
        {
            var at = occurrence.Instant;
            if (at > context.Settings.AsOf || elsewhere?.Contains(at) == true
                || days?.Contains(occurrence.Local.Date) == true)
            {
                continue;
            }

            any = true;
            yield return new SourceEvent
            {
                At = at,
                Channel = channel,
                Direction = Direction.Mutual,
                Participants = people,
                IsGroup = size > 20,
                GroupSize = size,
                Length = length,
                Key = KeyOf(uid, at, id?.Instant ?? at),
            };
        }

        if (!any && starts.Count <= 1)
        {
            context.Account.OnUnused(where, "the event lies after the instant looked at, or was moved.");
        }
    }

    private List<CalendarTime> Starts(CalendarEntry entry, CalendarTime start, string where)
    {
        if (expanded >= MostLaterOccurrences)
        {
            context.Account.OnNote("the file has more than 250000 occurrences of series; of further series the first one was read.");
            return [start];
        }

        var starts = recurrence.Expand(entry, start, out var reason);
        expanded += Math.Max(0, starts.Count - 1);
        if (reason is not null)
        {
            context.Account.OnNote($"{where}: {reason}");
        }

        return starts;
    }

    private static Channel ChannelOf(CalendarEntry entry, int size)
    {
        var place = entry.Value("LOCATION") + entry.Value("X-GOOGLE-CONFERENCE") + entry.Value("X-MICROSOFT-SKYPETEAMSMEETINGURL");
        var isVideo = place.Contains("zoom.us", StringComparison.OrdinalIgnoreCase)
            || place.Contains("meet.google", StringComparison.OrdinalIgnoreCase)
            || place.Contains("teams", StringComparison.OrdinalIgnoreCase) || place.Contains("webex", StringComparison.OrdinalIgnoreCase);
        return size > 20 ? Channel.GroupEvent : isVideo ? Channel.Video : Channel.InPerson;
    }

    private string KeyOf(string uid, Instant at, Instant original) =>
        uid.Length > 0 ? $"ics|{uid}|{original.ToUnixTimeSeconds()}" : ordinals.Key("ics", "", at, "");

    private IEnumerable<CalendarEntry> Entries()
    {
        using var stream = context.OpenMixed();
        var lines = new CalendarLines(stream, CalendarLines.Fallback(context.Settings));
        CalendarEntry? entry = null;
        var depth = 0;
        var isCancelled = false;
        while (lines.Next() is { } line)
        {
            context.OnStep();
            if (CalendarProperty.TryParse(line) is not { } property)
            {
                continue;
            }

            if (entry is null)
            {
                zones.Read(property);

                // A calendar of this method takes back all of its events.
                isCancelled = property.Name == "METHOD" ? property.Value.Equals("CANCEL", StringComparison.OrdinalIgnoreCase)
                    : isCancelled && !(property.Name == "END" && property.Value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase));
            }

            var isEvent = property.Value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase);
            if (property.Name == "BEGIN")
            {
                if (isEvent)
                {
                    // An event that lost its end still is one.
                    if (entry is not null)
                    {
                        yield return entry;
                    }

                    entry = new CalendarEntry(lines.LineNumber);
                    depth = 0;
                    if (isCancelled)
                    {
                        entry.Add(new CalendarProperty("STATUS", [], "CANCELLED"));
                    }
                }
                else
                {
                    depth++;
                }
            }
            else if (property.Name == "END")
            {
                if (isEvent && entry is not null)
                {
                    yield return entry;
                    entry = null;
                }

                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0)
            {
                entry?.Add(zones.Named(property));
            }
        }

        if (entry is not null)
        {
            yield return entry;
        }
    }
}
