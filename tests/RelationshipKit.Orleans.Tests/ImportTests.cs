using NodaTime;

namespace RelationshipKit.Orleans.Tests;

[Collection(nameof(ClusterCollection))]
public sealed class ImportTests(ClusterFixture cluster)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task ImportAsync_AnUpdateOfManyParts_IsOneUpdate()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        var update = Large((await cluster.Store().OpenAsync(name)).Book);
        var parts = ImportBuffer.PartsOf(update, 10_000);
        Assert.True(parts.Count > 3);

        OperationResult? result = null;
        foreach (var part in parts.Reverse())
        {
            Assert.Null(result);
            result = await owner.Import("import", part);
        }

        Assert.Equal((update.Changes.Length, update.Book.Revision), (result!.Changes, result.Revision));
        Assert.True((await owner.ImportAsync("import", update)).WasSavedBefore);
        var book = (await cluster.Store().OpenAsync(name)).Book;
        Assert.Equal(update.Book.Touchpoints.Count, book.Touchpoints.Count);
        Assert.Empty(book.Undo().Book.Touchpoints);
    }

    [Fact]
    public async Task ImportAsync_TheGrainMovesBetweenTwoParts_IsSentAgain()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        var update = Large((await cluster.Store().OpenAsync(name)).Book);
        Assert.Null(await owner.Import("import", ImportBuffer.PartsOf(update, 10_000)[0]));
        await cluster.Cluster.DeactivateAsync(owner);

        Assert.Equal(update.Changes.Length, (await owner.ImportAsync("import", update)).Changes);
    }

    [Fact]
    public async Task ImportAsync_MadeOnABookThatHasChanged_IsRefusedWhole()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        var book = (await cluster.Store().OpenAsync(name)).Book;
        var update = book.Change(book.Find("ada")! with { Name = "Ada Lovelace" }).Then(next => next.Record("bob", Channel.Voice, Now));
        await owner.Operate("1", BookOperation.Change(book.Find("ada")! with { Name = "Countess" }));

        var result = await owner.ImportAsync("2", update);

        Assert.Equal((nameof(BookRefusalReason.ChangedSince), 0), (Assert.Single(result.Refused).Reason, result.Changes));
        Assert.Empty((await cluster.Store().OpenAsync(name)).Book.Touchpoints);

        // Made on an older book, but about nothing that has changed since.
        Assert.Equal(1, (await owner.ImportAsync("3", book.Record("bob", Channel.Voice, Now))).Changes);
    }

    [Fact]
    public async Task Import_PartsThatAreNoUpdate_SayWhatIsWrong()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => owner.Import("1", new ImportPart(0, 1, [1, 2, 3])));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => owner.Import("1", new ImportPart(0, 1, [.. Enumerable.Repeat((byte)0xFF, 100)])));
        Assert.Null(await owner.Import("2", new ImportPart(0, 2, [1])));
        Assert.Contains(
            "of 3", (await Assert.ThrowsAnyAsync<ArgumentException>(() => owner.Import("2", new ImportPart(1, 3, [1])))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImportPart(2, 2, [1]));
        Assert.Throws<ArgumentException>(() => new ImportPart(0, 1, []));
    }

    private static BookUpdate Large(RelationshipBook book) =>
        book.Record(
            Enumerable.Range(0, 4_000)
                .Select(
                    i => new Touchpoint(
                        i % 3 == 0 ? "ada" : "bob", Now - Duration.FromMinutes(i * 97L), Channel.Message,
                        Direction.Outgoing) { Note = $"note {i * 7919}" }));
}
