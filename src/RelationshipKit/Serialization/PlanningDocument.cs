namespace RelationshipKit.Serialization;

/// <summary>The shapes of what plans leave in a book.</summary>
internal sealed class PlanningDocument
{
    internal sealed class PlanSettingsEntry
    {
        public int? MinutesPerWeek { get; init; }

        public int? MinutesPerDay { get; init; }

        public int? MostPerDay { get; init; }

        public string[]? WorkingDays { get; init; }

        public Dictionary<string, string?[]>? DaysOfFacet { get; init; }

        public Dictionary<string, int>? ChannelMinutes { get; init; }

        public int? DormantPlaces { get; init; }

        public int? MostPerCircle { get; init; }

        public int? MostPerFacet { get; init; }

        public bool? IsGentle { get; init; }
    }

    internal sealed class FavourEntry
    {
        public required string Contact { get; init; }

        public required string Kind { get; init; }

        public required string Side { get; init; }

        public required string At { get; init; }
    }

    internal sealed class IntroductionEntry
    {
        public required string Seeker { get; init; }

        public required string Helper { get; init; }

        public required ContactsDocument.ContributionEntry Need { get; init; }

        public string? Connector { get; init; }

        public required string State { get; init; }

        public string? AgreedFirst { get; init; }

        public string? Outcome { get; init; }

        public required string LastStepAt { get; init; }
    }

    internal sealed class AcceptedWeekEntry
    {
        public required string Monday { get; init; }

        public required AcceptedTouchEntry?[] Touches { get; init; }
    }

    internal sealed class AcceptedTouchEntry
    {
        public required string Contact { get; init; }

        public required string Day { get; init; }

        public required string Channel { get; init; }

        public string? Gesture { get; init; }
    }

    internal sealed class CorrectionEntry
    {
        public required double ExpectedContacts { get; init; }

        public required string Since { get; init; }

        public required double HalfLifeDays { get; init; }
    }
}
