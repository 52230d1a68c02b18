using NodaTime;
using NodaTime.TimeZones;

namespace RelationshipKit.Interchange.Calendars;

/// <summary>Finds the zones that calendars name: names of the tz database, those of Windows, and either with something in front.</summary>
internal static class CalendarZones
{
    private static readonly Dictionary<string, string> Windows = TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.ToDictionary(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the zone with a name; <see langword="null"/> if there is none.</summary>
    public static DateTimeZone? Find(string name)
    {
        name = name.Trim().Trim('"');
        if (name.Length is 0 or > 200)
        {
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
        {
            return zone;
        }

        if (Windows.TryGetValue(name, out var id))
        {
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        }

        // /freeassociation.sourceforge.net/Tzfile/Europe/Berlin and its like.
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < parts.Length; i++)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(string.Join('/', parts[i..])) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
