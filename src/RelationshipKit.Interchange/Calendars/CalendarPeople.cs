using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Who takes part in an event, and whose birthday it is.</summary>
internal static partial class CalendarPeople
{
    private const int MostAttendees = 1_000;

    /// <summary>
    /// Returns those who did not decline, without rooms and other things; what declined says whether one of them is the owner.
    /// </summary>
    public static ImmutableArray<SourceParticipant> Of(CalendarEntry entry, SourceContext context, out bool ownerDeclined)
    {
        ownerDeclined = false;
        var people = ImmutableArray.CreateBuilder<SourceParticipant>();
        var seen = new HashSet<SourceAddress>();
        var declined = new HashSet<SourceAddress>();
        foreach (var attendee in entry.All("ATTENDEE").Take(MostAttendees))
        {
            if (attendee.Parameter("CUTYPE")
                .ToUpperInvariant() is "ROOM" or "RESOURCE" or "GROUP" || AddressOf(attendee) is not { } address)
            {
                continue;
            }

            var isMe = context.Settings.Me.Any(me => AddressText.Email(me) == address);
            if (attendee.Parameter("PARTSTAT").Equals("DECLINED", StringComparison.OrdinalIgnoreCase))
            {
                declined.Add(address);
                ownerDeclined |= isMe;
            }
            else if (seen.Add(address))
            {
                people.Add(new SourceParticipant(address, NameText.Clean(attendee.Parameter("CN")), ParticipantRole.Recipient, isMe));
            }
        }

        if (entry.Find("ORGANIZER") is { } organizer && AddressOf(organizer) is { } host && !declined.Contains(host))
        {
            var isMe = context.Settings.Me.Any(me => AddressText.Email(me) == host);
            var at = -1;
            for (var i = 0; i < people.Count; i++)
            {
                at = people[i].Address == host ? i : at;
            }

            if (at >= 0)
            {
                people[at] = people[at] with { Role = ParticipantRole.Sender };
            }
            else
            {
                people.Insert(0, new SourceParticipant(host, NameText.Clean(organizer.Parameter("CN")), ParticipantRole.Sender, isMe));
            }
        }

        return people.ToImmutable();
    }

    /// <summary>Returns the person whose birthday or anniversary a yearly event is; <see langword="null"/> if it is not one.</summary>
    public static SourcePerson? Occasion(CalendarEntry entry, CalendarTime start, int yearNow)
    {
        if (!entry.All("RRULE").Any(rule => rule.Value.Contains("FREQ=YEARLY", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var summary = NameText.Clean(VCardText.Unescape(entry.Value("SUMMARY")));
        var isBirthday = !Anniversary().IsMatch(summary);
        if (isBirthday && !Birthday().IsMatch(summary))
        {
            return null;
        }

        // Calendars that know no year of birth begin in some recent one.
        var local = start.Local.Date;
        var date = local.Year is > 1604 && local.Year < yearNow - 3
            ? PartialDate.FromDate(local)
            : PartialDate.FromMonthDay(local.Month, local.Day);
        var name = NameText.Clean(
            Rest().Replace(isBirthday ? Birthday().Replace(summary, " ") : Anniversary().Replace(summary, " "), " ")
                .Trim(' ', ':', '-', '–', ',', '(', ')', '!', '\'', '’'));

        // "Happy birthday!" is that of the owner.
        name = Wish().Replace(name, "");
        return name.Length is 0 or > 100 ? null
            : new SourcePerson { Name = name, Birthday = isBirthday ? date : default, Anniversary = isBirthday ? default : date };
    }

    private static SourceAddress? AddressOf(CalendarProperty property)
    {
        var value = property.Value.Trim();
        return AddressText.Email(value) ?? AddressText.Email(property.Parameter("EMAIL"))
            ?? (value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? null : AddressText.Name(property.Parameter("CN")));
    }

    [GeneratedRegex(
        @"('s|’s|'|’|s(?! ?(birthday|b-?day)))?( hat)?( \d{1,3}(st|nd|rd|th|\.)?)? ?\b(birthday|b-?day|geburtstag|anniversaire|cumpleaños|verjaardag|bursdag|fødselsdag|födelsedag|compleanno|aniversário)\b( (of|von|de|di|van|til|av)\b| d['’])?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Birthday();

    [GeneratedRegex(
        @"('s|’s)?( \d{1,3}(st|nd|rd|th|\.)?)? ?\b(wedding anniversary|anniversary|hochzeitstag|jahrestag|anniversaire de mariage|aniversario( de bodas?)?|aniversário de casamento|anniversario( di matrimonio)?|huwelijksverjaardag|trouwdag|bryllupsdag|bröllopsdag)\b( (of|von|de|di|van)\b| d['’])?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Anniversary();

    [GeneratedRegex(
        @"^(happy|alles (gute|liebe) zum|herzlichen glückwunsch zum|joyeux|bon|feliz|buon|my|mein|mon|mi)( |$)", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    // Cakes and balloons, and years in brackets.
    [GeneratedRegex(@"[\p{So}\p{Cs}]+|\(\d{4}\)|\(\d{1,3}\)")]
    private static partial Regex Rest();
}
