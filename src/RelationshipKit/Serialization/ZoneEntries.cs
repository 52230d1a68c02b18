using NodaTime;

namespace RelationshipKit.Serialization;

/// <summary>Reads the name of a time zone.</summary>
internal static class ZoneEntries
{
    public static DateTimeZone Read(string name, string path) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? throw JsonDocumentHead.Error(
                $"The zone \"{name}\" is unknown; it must be a name of the tz database such as Europe/London.", path);
}
