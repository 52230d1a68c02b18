using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Writes the dates of a book as an iCalendar feed (RFC 5545).</summary>
internal sealed class CalendarFeed(RelationshipBook book, Instant asOf)
{
    // A leap year, for dates of which the year is not known.
    private const int AnyYear = 1972;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private readonly string stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(asOf);

    public void Write(Stream stream, int days)
    {
        void Line(string text) => FoldedLines.Write(stream, text);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//RelationshipKit//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        foreach (var contact in book.Contacts.Where(contact => contact.State == ContactState.Active))
        {
            foreach (var (occasion, number) in contact.Occasions.Select((occasion, i) => (occasion, i)))
            {
                Occasion(Line, contact, occasion, number);
            }
        }

        foreach (var week in book.AcceptedWeeks.Values)
        {
            foreach (var (touch, number) in week.Touches.Select((touch, i) => (touch, i)))
            {
                if (book.Find(touch.Contact) is { State: ContactState.Active } contact)
                {
                    Event(
                        Line, string.Create(CultureInfo.InvariantCulture, $"plan|{Day.Format(week.Monday)}|{contact.Id}|{number}"),
                        touch.Day, $"{contact.Name}: {touch.Channel}");
                }
            }
        }

        var today = asOf.InZone(book.Zone).Date;
        var by = LocalDate.Min(today.PlusDays(days), new LocalDate(9999, 12, 30));
        foreach (var due in book.DueBy(asOf, by))
        {
            // An overdue contact is due today, because nobody looks at the past of a calendar.
            if (due.Resolution.Window is { } window && window.Ideal <= by)
            {
                Event(Line, $"due|{due.Contact.Id}", LocalDate.Max(window.Ideal, today), $"Be in touch with {due.Contact.Name}");
            }
        }

        Line("END:VCALENDAR");
    }

    private void Occasion(Action<string> line, Contact contact, Occasion occasion, int number)
    {
        if (occasion.Date is not { Month: { } month, Day: { } day })
        {
            return;
        }

        var isYearly = occasion.Kind != OccasionKind.Achievement;
        if (!isYearly && occasion.Date.Year is null)
        {
            return;
        }

        var rule = (month, day, occasion.LeapDayRule) switch
        {
            _ when !isYearly => null,
            (2, 29, LeapDayRule.LastOfFebruary) => "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            (2, 29, LeapDayRule.FirstOfMarch) => "FREQ=YEARLY;BYYEARDAY=60",
            _ => string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"),
        };
        var title = occasion.Title ?? string.Concat(occasion.Kind.Name[..1].ToUpperInvariant(), occasion.Kind.Name.AsSpan(1));
        Event(
            line, string.Create(CultureInfo.InvariantCulture, $"date|{contact.Id}|{occasion.Kind}|{number}"),
            new LocalDate(occasion.Date.Year ?? AnyYear, month, day), $"{title}: {contact.Name}", rule);
    }

    private void Event(Action<string> line, string identity, LocalDate day, string summary, string? rule = null)
    {
        line("BEGIN:VEVENT");
        line($"UID:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32]}@relationshipkit");
        line($"DTSTAMP:{stamp}");
        line($"DTSTART;VALUE=DATE:{Day.Format(day)}");
        if (rule is not null)
        {
            line($"RRULE:{rule}");
        }

        line($"SUMMARY:{VCardText.Escape(summary)}");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
}
