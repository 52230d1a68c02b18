using NodaTime;

namespace RelationshipKit.Orleans.Tests;

/// <summary>An operation as a host writes its own, which looks at the book first.</summary>
[GenerateSerializer, Alias("Tests.ConfirmFirst")]
public sealed class ConfirmFirst : IBookOperation
{
    [Id(0)]
    public required ContactId Contact { get; init; }

    [Id(1)]
    public required Instant RecordedAt { get; init; }

    public BookUpdate On(RelationshipBook book) =>
        book.SameEvents().FirstOrDefault(same => same.Kept.Participants.Contains(Contact)) is { } same
            ? book.Confirm(same, RecordedAt)
            : book.Dismiss("none");
}
