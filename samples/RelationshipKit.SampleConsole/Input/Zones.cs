using NodaTime;
using NodaTime.TimeZones;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Time zones by their names.</summary>
internal static class Zones
{
    public static DateTimeZone Named(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new UsageException(
            "--zone", $"'{id}' is not a time zone; it must be a name of the tz database such as Europe/Berlin, or UTC.");

    /// <summary>Returns the zone of this computer, and UTC if it has none.</summary>
    public static DateTimeZone OfComputer()
    {
        try
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault();
        }
        catch (DateTimeZoneNotFoundException)
        {
            return DateTimeZone.Utc;
        }
    }
}
