namespace RelationshipKit.Serialization;

/// <summary>The document of <see cref="ContactJson"/>; what is absent is <see langword="null"/>.</summary>
internal sealed class ContactsDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<ContactEntry?> Contacts { get; init; }

    internal sealed class ContactEntry
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public IReadOnlyList<AddressEntry?>? Addresses { get; init; }

        public IReadOnlyList<string?>? Facets { get; init; }

        public CircleEntry? Circle { get; init; }

        public OriginEntry? Origin { get; init; }

        public IReadOnlyList<OccasionEntry?>? Occasions { get; init; }

        public IReadOnlyList<DetailEntry?>? Details { get; init; }

        public IReadOnlyList<ContributionEntry?>? Offers { get; init; }

        public IReadOnlyList<ContributionEntry?>? Needs { get; init; }

        public IReadOnlyList<RelationEntry?>? Relations { get; init; }

        public IReadOnlyList<string?>? Tags { get; init; }

        public IReadOnlyList<string?>? Aliases { get; init; }

        public string? State { get; init; }

        public string? AddedOn { get; init; }

        public StructuredNameEntry? StructuredName { get; init; }

        public string? Organization { get; init; }

        public string? JobTitle { get; init; }

        public string? Notes { get; init; }

        public string? Language { get; init; }

        public string? Zone { get; init; }

        public IReadOnlyList<PromiseEntry?>? Promises { get; init; }

        public Dictionary<string, UserValueEntry?>? UserData { get; init; }

        public IReadOnlyList<string?>? UnknownProperties { get; init; }
    }

    internal sealed class StructuredNameEntry
    {
        public string? Given { get; init; }

        public string? Family { get; init; }

        public string? Additional { get; init; }

        public string? Prefix { get; init; }

        public string? Suffix { get; init; }
    }

    internal sealed class PromiseEntry
    {
        public required string Text { get; init; }

        public required string On { get; init; }

        public bool? IsKept { get; init; }
    }

    internal sealed class UserValueEntry
    {
        public string? Text { get; init; }

        public double? Number { get; init; }

        public string? Date { get; init; }
    }

    internal sealed class AddressEntry
    {
        public required string Kind { get; init; }

        public required string Value { get; init; }

        public string? Label { get; init; }
    }

    internal sealed class CircleEntry
    {
        public required string Name { get; init; }

        public required int AdvisedCapacity { get; init; }
    }

    internal sealed class OriginEntry
    {
        public string? How { get; init; }

        public string? When { get; init; }

        public string? IntroducedBy { get; init; }

        public string? Place { get; init; }
    }

    internal sealed class OccasionEntry
    {
        public required string Kind { get; init; }

        public required string Date { get; init; }

        public string? Title { get; init; }

        public string? LeapDayRule { get; init; }
    }

    internal sealed class DetailEntry
    {
        public required string Text { get; init; }

        public required string LearnedOn { get; init; }

        public string? Source { get; init; }

        public string? Sensitivity { get; init; }

        public int? HalfLifeDays { get; init; }
    }

    internal sealed class ContributionEntry
    {
        public required string Kind { get; init; }

        public required string Topic { get; init; }
    }

    internal sealed class RelationEntry
    {
        public required string Kind { get; init; }

        public required string Inverse { get; init; }

        public required string Other { get; init; }
    }
}
