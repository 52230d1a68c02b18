using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>An event of a calendar with the properties that are needed.</summary>
internal sealed class CalendarEntry(long line)
{
    private const int MostProperties = 5_000;

    private static readonly HashSet<string> Wanted =
        [
            "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE",
            "ORGANIZER", "ATTENDEE", "LOCATION", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"
        ];

    private readonly List<CalendarProperty> properties = [];

    public long Line { get; } = line;

    public string Uid => Value("UID");

    /// <summary>Gets the number of the version; 0 if there is none.</summary>
    public int Sequence => int.TryParse(Value("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public void Add(CalendarProperty property)
    {
        if (Wanted.Contains(property.Name) && properties.Count < MostProperties)
        {
            properties.Add(property);
        }
    }

    public CalendarProperty? Find(string name) => properties.Find(property => property.Name == name);

    public IEnumerable<CalendarProperty> All(string name) => properties.Where(property => property.Name == name);

    public string Value(string name) => Find(name)?.Value ?? "";

    /// <summary>Returns the moment that a property names; <see langword="null"/> if it names none.</summary>
    public CalendarTime? Time(string name, DateTimeZone zone) =>
        Find(name) is { } property ? CalendarTime.TryParse(property, property.Value, zone) : null;

    /// <summary>Returns how long the event lasts; <see langword="null"/> if it does not say, or says what cannot be.</summary>
    public Duration? Length(CalendarTime start, DateTimeZone zone)
    {
        var length = Time("DTEND", zone) is { } end ? end.Instant - start.Instant
            : PeriodPattern.NormalizingIso.Parse(Value("DURATION")) is { Success: true } parsed && parsed.Value.Years == 0
                && parsed.Value.Months == 0
                ? parsed.Value.ToDuration()
            : (Duration?)null;
        return length >= Duration.Zero && length <= Duration.FromDays(31) ? length : null;
    }

    /// <summary>Returns the line, without the event.</summary>
    public override string ToString() => $"line {Line}";
}
