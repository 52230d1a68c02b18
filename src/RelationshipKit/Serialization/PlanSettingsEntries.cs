using System.Collections.Immutable;
using RelationshipKit.Planning;

namespace RelationshipKit.Serialization;

/// <summary>Writes and reads the settings of weeks: what differs from the default.</summary>
internal static class PlanSettingsEntries
{
    public static PlanningDocument.PlanSettingsEntry Write(PlanSettings settings)
    {
        var standard = PlanSettings.Default;
        return new()
        {
            MinutesPerWeek = Unless(settings.MinutesPerWeek, standard.MinutesPerWeek),
            MinutesPerDay = Unless(settings.MinutesPerDay, standard.MinutesPerDay),
            MostPerDay = Unless(settings.MostPerDay, standard.MostPerDay),
            WorkingDays = settings.WorkingDays.Order().SequenceEqual(standard.WorkingDays) ? null : [.. settings.WorkingDays.Order().Select(JsonWords.Of)],
            ChannelMinutes = settings.ChannelMinutes.SequenceEqual(standard.ChannelMinutes) ? null : settings.ChannelMinutes.ToDictionary(StringComparer.Ordinal),
            DormantPlaces = Unless(settings.DormantPlaces, standard.DormantPlaces),
            MostPerCircle = Unless(settings.MostPerCircle, standard.MostPerCircle),
            MostPerFacet = Unless(settings.MostPerFacet, standard.MostPerFacet),
            IsGentle = settings.IsGentle ? true : null,
        };
    }

    public static PlanSettings Read(PlanningDocument.PlanSettingsEntry entry, string path)
    {
        var standard = PlanSettings.Default;
        return ContactEntries.Made(
            () =>
            {
                var settings = standard with
                {
                    MinutesPerWeek = entry.MinutesPerWeek ?? standard.MinutesPerWeek,
                    MinutesPerDay = entry.MinutesPerDay ?? standard.MinutesPerDay,
                    MostPerDay = entry.MostPerDay ?? standard.MostPerDay,
                    WorkingDays = entry.WorkingDays is { } days ? [.. CadenceTexts.ReadDays(days, $"{path}.workingDays")] : standard.WorkingDays,
                    ChannelMinutes = entry.ChannelMinutes is { } minutes ? minutes.ToImmutableSortedDictionary(StringComparer.Ordinal) : standard.ChannelMinutes,
                    DormantPlaces = entry.DormantPlaces ?? standard.DormantPlaces,
                    MostPerCircle = entry.MostPerCircle ?? standard.MostPerCircle,
                    MostPerFacet = entry.MostPerFacet ?? standard.MostPerFacet,
                    IsGentle = entry.IsGentle ?? false,
                };
                settings.ThrowIfInvalid("settings");
                return settings;
            },
            path);
    }

    private static int? Unless(int value, int standard) => value == standard ? null : value;
}
