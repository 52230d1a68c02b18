namespace RelationshipKit.Serialization;

/// <summary>How a score came about, as JSON.</summary>
internal sealed class ReceiptDocument
{
    public required string Contact { get; init; }

    public required string AsOf { get; init; }

    public string? Facet { get; init; }

    public required string Settings { get; init; }

    public required string History { get; init; }

    public required string Version { get; init; }

    public required double Strength { get; init; }

    public required double ExpectedContacts { get; init; }
}
