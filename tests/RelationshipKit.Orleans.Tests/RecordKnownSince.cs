using NodaTime;

namespace RelationshipKit.Orleans.Tests;

/// <summary>An operation as a host writes its own.</summary>
[GenerateSerializer, Alias("Tests.RecordKnownSince")]
public sealed class RecordKnownSince : IBookOperation
{
    [Id(0)]
    public required Touchpoint[] Touchpoints { get; init; }

    [Id(1)]
    public required Instant RecordedAt { get; init; }

    public BookUpdate On(RelationshipBook book) => book.Record(Touchpoints, RecordedAt);
}
