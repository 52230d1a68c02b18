namespace RelationshipKit.Serialization;

/// <summary>The document of <see cref="CadenceRulesJson"/>; what is absent is <see langword="null"/>.</summary>
internal sealed class CadencesDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public PolicyEntry? Policy { get; init; }

    public IReadOnlyList<SuspensionEntry?>? Suspensions { get; init; }

    public IReadOnlyList<string?>? QuietDays { get; init; }

    public IReadOnlyList<WishesEntry?>? Wishes { get; init; }

    public IReadOnlyList<FreshStartEntry?>? FreshStarts { get; init; }

    public string? Since { get; init; }

    public int? DormantAfterDays { get; init; }

    public IReadOnlyList<OverrideEntry?>? Overrides { get; init; }

    internal sealed class OverrideEntry
    {
        public required string Contact { get; init; }

        public required PolicyEntry Policy { get; init; }
    }

    /// <summary>A policy of any kind: the members that its kind has, and no others.</summary>
    internal sealed record PolicyEntry
    {
        public required string Kind { get; init; }

        public string? Name { get; init; }

        public string? Period { get; init; }

        public int? ToleranceDays { get; init; }

        public string? Anchor { get; init; }

        public IReadOnlyList<string?>? Rungs { get; init; }

        public IReadOnlyList<string?>? Days { get; init; }

        public double? Level { get; init; }

        public int? LeastDays { get; init; }

        public int? MostDays { get; init; }

        public int? LeadDays { get; init; }

        public int? GraceDays { get; init; }

        public int? WithinDays { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public double? Factor { get; init; }

        public int? MostUnanswered { get; init; }

        public SelectorEntry? Selector { get; init; }

        public QualifyingEntry? Qualifying { get; init; }

        public PolicyEntry? Policy { get; init; }

        public IReadOnlyList<PolicyEntry?>? Policies { get; init; }

        // What a host's own kind keeps; apart, so that its members may have any names.
        public System.Text.Json.JsonElement? Own { get; init; }
    }

    internal sealed class SelectorEntry
    {
        public string? Contact { get; init; }

        public string? Circle { get; init; }

        public int? AdvisedCapacity { get; init; }

        public string? Facet { get; init; }

        public string? Tag { get; init; }
    }

    internal sealed class QualifyingEntry
    {
        public IReadOnlyList<string?>? Channels { get; init; }

        public IReadOnlyList<string?>? Directions { get; init; }

        public IReadOnlyList<string?>? Gestures { get; init; }

        public string? Facet { get; init; }

        public bool? MustBeAnswered { get; init; }

        public int? MostPeople { get; init; }
    }

    internal sealed class SuspensionEntry
    {
        public string? Contact { get; init; }

        public required string From { get; init; }

        public string? Until { get; init; }

        public required string Effect { get; init; }

        public bool? KeepsDates { get; init; }
    }

    internal sealed class WishesEntry
    {
        public string? Contact { get; init; }

        public string? AtMostEvery { get; init; }

        public IReadOnlyList<string?>? NotOn { get; init; }

        public IReadOnlyList<string?>? NotAbout { get; init; }

        public IReadOnlyList<string?>? NeverBy { get; init; }

        public bool? NoContact { get; init; }
    }

    internal sealed class FreshStartEntry
    {
        public required string Contact { get; init; }

        public required string Date { get; init; }
    }
}
