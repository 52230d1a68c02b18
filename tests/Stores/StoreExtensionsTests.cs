using NodaTime;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;

namespace RelationshipKit.Tests.Stores;

/// <summary>Retention, and copies to another database.</summary>
public sealed class StoreExtensionsTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [StoreFact]
    public async Task ForgetTouchpointsBeforeAsync_LeavesNoTraceAndKeepsTheScores()
    {
        await using var robin = await CreateAsync("robin");
        await using var kim = await CreateAsync("kim");
        var (score, revision) = (robin.Book.ScoreOf("ada", Now), robin.Book.Revision);
        Assert.True(database.Holds("the harp"));

        Assert.Equal(2 * 8, await database.Store().ForgetTouchpointsBeforeAsync(Now.Minus(Duration.FromDays(1))));
        Assert.False(database.Holds("the harp"));
        var opened = (await database.Store().OpenAsync("robin")).Book;
        Assert.Equal(score, opened.ScoreOf("ada", Now));
        Assert.Equal(2, opened.Touchpoints.Count);
        Assert.Equal(revision + 1, opened.Revision);

        // A book that was open before catches up, and a second time there is nothing to forget.
        Assert.Equal(TestBooks.Saved(opened), TestBooks.Saved(await robin.CatchUpAsync()));
        Assert.Equal(0, await database.Store().ForgetTouchpointsBeforeAsync(Now.Minus(Duration.FromDays(1))));
        Assert.Equal(revision + 1, (await database.Store().OpenAsync("robin")).Book.Revision);
        await robin.UpdateAsync(book => book.Record("ada", Channel.Voice, Now));
        Assert.Equal(TestBooks.Saved(robin.Book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
    }

    [StoreFact]
    public async Task CopyToAsync_CopiesAllOwnersOnce()
    {
        using var other = new TestDatabase();
        await using var robin = await CreateAsync("robin");
        await using var kim = await CreateAsync("kim");
        await robin.SaveAsync(robin.Book.Undo());

        Assert.Equal(2, await database.Store().CopyToAsync(other.Store()));
        var copy = (await other.Store().OpenAsync("robin")).Book;
        Assert.Equal(TestBooks.Saved(robin.Book), TestBooks.Saved(copy));
        Assert.Equal(robin.Book.Revision, copy.Revision);
        Assert.Equal(TestBooks.Saved(robin.Book.Undo().Book), TestBooks.Saved(copy.Undo().Book));

        Assert.Equal(0, await database.Store().CopyToAsync(other.Store()));
        await CreateAsync("lee");
        Assert.Equal(1, await database.Store().CopyToAsync(other.Store()));
        await robin.UpdateAsync(book => book.Record("ada", Channel.Voice, Now));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store().CopyToAsync(other.Store()));
        Assert.DoesNotContain("robin", error.Message, StringComparison.Ordinal);
    }

    private async Task<IStoredBook> CreateAsync(string owner)
    {
        var stored = await database.Store().CreateAsync(owner, TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(
            stored.Book.Record(
                [.. Enumerable.Range(1, 10).Select(
                    i => new Touchpoint(
                        "ada", Now.Minus(Duration.FromDays(i * 20)), Channel.Voice,
                        Direction.Mutual) { Note = i is 1 or 10 ? null : "the harp" })]));
        await stored.SaveAsync(stored.Book.Snooze("ada", new LocalDate(2026, 5, 1)));
        return stored;
    }
}
