using RelationshipKit.Storage;

namespace RelationshipKit.Tests.Stores;

/// <summary>Work on all owners, shared among tasks; and whether an operation was saved.</summary>
public sealed class OwnerRangeTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [StoreFact]
    public async Task ListRangesAsync_AllTogether_HoldEachOwnerOnce()
    {
        var store = database.Store();
        for (var i = 0; i < 25; i++)
        {
            await store.CreateAsync($"owner {i}", TestBooks.Empty.Add(new Contact("ada", $"Ada of {i}")).OrThrow());
        }

        await store.EraseOwnerAsync("owner 7");
        var ranges = await ListAsync(store.ListRangesAsync(4));
        var books = new List<IStoredBook>();
        foreach (var range in ranges)
        {
            var some = await ListAsync(store.ReadAsync(range));
            Assert.InRange(some.Count, 0, 4);
            books.AddRange(some);
        }

        Assert.Equal(
            Enumerable.Range(0, 25).Where(i => i != 7).Select(i => $"owner {i}").Order(), books.Select(book => book.Owner).Order());
        Assert.All(books, stored => Assert.Equal($"Ada of {stored.Owner[6..]}", Assert.Single(stored.Book.Contacts).Name));
    }

    [StoreFact]
    public async Task ListRangesAsync_NoOwner_IsEmpty()
    {
        Assert.Empty(await ListAsync(database.Store().ListRangesAsync(4)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(database.Store().ListRangesAsync(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OwnerRange(3, 2));
        Assert.Empty(await ListAsync(database.Store().ReadAsync(default)));
    }

    [StoreFact]
    public async Task HasSavedAsync_KnowsWhatAnybodySaved()
    {
        var stored = await database.Store().CreateAsync("robin", TestBooks.Empty);
        await stored.SaveAsync(stored.Book.Add(new Contact("ada", "Ada")).WithOperationId("add"));
        await stored.SaveAsync(stored.Book.Undo().WithOperationId("undo"));
        var other = await database.Store().OpenAsync("robin");

        Assert.True(await other.HasSavedAsync("add"));
        Assert.True(await other.HasSavedAsync("undo"));
        Assert.False(await other.HasSavedAsync("other"));
        await database.Store().EraseOwnerAsync("robin");
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => other.HasSavedAsync("add"));
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> all)
    {
        var list = new List<T>();
        await foreach (var one in all)
        {
            list.Add(one);
        }

        return list;
    }
}
