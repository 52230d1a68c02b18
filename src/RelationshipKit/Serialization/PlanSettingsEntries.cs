using System.Collections.Immutable;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Serialization;

/// <summary>Writes and reads the settings of weeks: what differs from the default.</summary>
internal static class PlanSettingsEntries
{
    public static PlanningDocument.PlanSettingsEntry Write(PlanSettings settings)
    {
        // What follows from the minutes of the week goes without saying.
        var standard = new PlanSettings { MinutesPerWeek = settings.MinutesPerWeek };
        return new()
        {
            MinutesPerWeek = Unless(settings.MinutesPerWeek, PlanSettings.Default.MinutesPerWeek),
            MinutesPerDay = Unless(settings.MinutesPerDay, standard.MinutesPerDay),
            MostPerDay = Unless(settings.MostPerDay, standard.MostPerDay),
            WorkingDays = settings.WorkingDays.Order()
                .SequenceEqual(standard.WorkingDays) ? null : [.. settings.WorkingDays.Order().Select(JsonWords.Of)],
            ChannelMinutes = settings.ChannelMinutes.SequenceEqual(standard.ChannelMinutes) ? null
                : settings.ChannelMinutes.ToDictionary(StringComparer.Ordinal),
            DormantPlaces = Unless(settings.DormantPlaces, standard.DormantPlaces),
            MostPerCircle = Unless(settings.MostPerCircle, standard.MostPerCircle),
            MostPerFacet = Unless(settings.MostPerFacet, standard.MostPerFacet),
            DaysOfFacet = settings.DaysOfFacet.IsEmpty ? null
                : settings.DaysOfFacet.ToDictionary(
                    row => row.Key, row => (string?[])[.. row.Value.Order().Select(JsonWords.Of)], StringComparer.Ordinal),
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
                    WorkingDays = entry.WorkingDays is { } days
                        ? [.. CadenceTexts.ReadDays(days, $"{path}.workingDays")]
                        : standard.WorkingDays,
                    DaysOfFacet = (entry.DaysOfFacet ?? []).ToImmutableSortedDictionary(
                        row =>
                            row.Key,
                            row => (ImmutableArray<NodaTime.IsoDayOfWeek>)[.. CadenceTexts.ReadDays(row.Value, $"{path}.daysOfFacet")],
                                StringComparer.Ordinal),
                    ChannelMinutes = entry.ChannelMinutes is { } minutes
                        ? minutes.ToImmutableSortedDictionary(StringComparer.Ordinal)
                        : standard.ChannelMinutes,
                    IsGentle = entry.IsGentle ?? false,
                };
                settings = entry.MinutesPerDay is { } minutesPerDay ? settings with { MinutesPerDay = minutesPerDay } : settings;
                settings = entry.MostPerDay is { } mostPerDay ? settings with { MostPerDay = mostPerDay } : settings;
                settings = entry.DormantPlaces is { } places ? settings with { DormantPlaces = places } : settings;
                settings = entry.MostPerCircle is { } mostPerCircle ? settings with { MostPerCircle = mostPerCircle } : settings;
                settings = entry.MostPerFacet is { } mostPerFacet ? settings with { MostPerFacet = mostPerFacet } : settings;
                settings.ThrowIfInvalid("settings");
                return settings;
            },
            path);
    }

    private static int? Unless(int value, int standard) => value == standard ? null : value;
}
