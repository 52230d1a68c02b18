using NodaTime;
using NodaTime.TimeZones;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>The zones that a calendar describes itself, under names of its own.</summary>
/// <remarks>
/// Of a description its two offsets are kept. The zone of the owner is taken if it has them, else the first zone of Windows that does; so
/// the days on which clocks change are those of the tz database.
/// </remarks>
/// <param name="owner">The zone of the owner.</param>
internal sealed class CalendarZoneRules(DateTimeZone owner)
{
    private const int MostZones = 1_000;

    private static readonly LocalDate[] Seasons = [new(2023, 1, 15), new(2023, 7, 15)];

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private string name = "";
    private string location = "";
    private string part = "";
    private string standard = "";
    private string daylight = "";

    /// <summary>Reads a line that stands in no event.</summary>
    public void Read(CalendarProperty property)
    {
        var value = property.Value.ToUpperInvariant();
        switch (property.Name)
        {
            case "BEGIN" when value == "VTIMEZONE":
                (name, location, part, standard, daylight) = ("", "", "", "", "");
                break;
            case "BEGIN":
                part = value;
                break;
            case "TZID":
                name = property.Value;
                break;
            case "X-LIC-LOCATION":
                location = property.Value;
                break;
            case "TZOFFSETTO" when part == "STANDARD":
                standard = value;
                break;
            case "TZOFFSETTO" when part == "DAYLIGHT":
                daylight = value;
                break;
            case "END" when value == "VTIMEZONE":
                Add();
                break;
        }
    }

    /// <summary>Returns a property with the name of a known zone in place of the calendar's own.</summary>
    public CalendarProperty Named(CalendarProperty property)
    {
        if (known.Count > 0 && property.Parameter("TZID") is { Length: > 0 } own && known.TryGetValue(own, out var id))
        {
            property.Parameters["TZID"] = id;
        }

        return property;
    }

    private void Add()
    {
        if (name.Length == 0 || known.Count >= MostZones || CalendarZones.Find(name) is not null)
        {
            return;
        }

        if (CalendarZones.Find(location) is { } located)
        {
            known.TryAdd(name, located.Id);
        }
        else if (OffsetOf(standard) is { } winter && ZoneOf(winter, OffsetOf(daylight) ?? winter) is { } zone)
        {
            known.TryAdd(name, zone.Id);
        }
    }

    private DateTimeZone? ZoneOf(Offset standardOffset, Offset daylightOffset)
    {
        bool Fits(DateTimeZone zone) =>
            Seasons.Select(day => zone.GetUtcOffset(day.AtMidnight().InUtc().ToInstant())).ToArray() is var offsets
            && offsets.Min() == Offset.Min(standardOffset, daylightOffset) && offsets.Max() == Offset.Max(standardOffset, daylightOffset);
        return standardOffset == daylightOffset ? DateTimeZone.ForOffset(standardOffset)
            : Fits(owner) ? owner
            : TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => DateTimeZoneProviders.Tzdb.GetZoneOrNull(pair.Value)).OfType<DateTimeZone>()
                .FirstOrDefault(Fits);
    }

    private static Offset? OffsetOf(string text) =>
        text.Length is 5 or 7 && text[0] is '+' or '-' && int.TryParse(text.AsSpan(1, 4), out var number) && number % 100 < 60
            && number / 100 < 18
            ? Offset.FromSeconds((text[0] == '-' ? -1 : 1) * (((number / 100) * 3_600) + ((number % 100) * 60)))
            : null;
}
