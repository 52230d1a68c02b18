namespace RelationshipKit.Serialization;

/// <summary>The document of <see cref="TouchpointLogJson"/>; what is absent is <see langword="null"/>.</summary>
internal sealed class TouchpointsDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<TouchpointEntry?> Touchpoints { get; init; }

    public IReadOnlyList<PastEntry?>? Superseded { get; init; }

    internal sealed class TouchpointEntry
    {
        public required IReadOnlyList<string?> Contacts { get; init; }

        public required string At { get; init; }

        public required string Channel { get; init; }

        public required string Direction { get; init; }

        public string? Outcome { get; init; }

        public string? Gesture { get; init; }

        public long? LengthMicroseconds { get; init; }

        public string? Facet { get; init; }

        public SourceEntry? Source { get; init; }

        public string? Id { get; init; }

        public string? Note { get; init; }

        public int? OthersPresent { get; init; }

        public bool? IsAutomatic { get; init; }

        public bool? NeedsNoAnswer { get; init; }

        public string? RecordedAt { get; init; }
    }

    internal sealed class PastEntry
    {
        public required TouchpointEntry Touchpoint { get; init; }

        public required string Until { get; init; }
    }

    internal sealed class SlotEntry
    {
        public TouchpointEntry? Held { get; init; }

        public IReadOnlyList<PastEntry?>? Past { get; init; }
    }

    internal sealed class KindEntry
    {
        public required string Channel { get; init; }

        public string? Outcome { get; init; }

        public int? GroupSize { get; init; }
    }

    internal sealed class SourceEntry
    {
        public required string Name { get; init; }

        public required string Key { get; init; }
    }
}
