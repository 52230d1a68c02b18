using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Storage;

namespace RelationshipKit.Tests.Stores;

public sealed class DatabaseStoreTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [StoreFact]
    public async Task OpenAsync_NobodyOfTheName_Throws()
    {
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => database.Store().OpenAsync("robin"));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Store().OpenAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Store().OpenAsync(new string('x', 257)));
    }

    [StoreFact]
    public async Task CreateAsync_HalfASurrogatePair_IsRefused()
    {
        // As UTF-8 both would be the same name.
        foreach (var half in (string[])["\ud800", "x\udc00y", "\udc00\ud800"])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => database.Store().CreateAsync(half, TestBooks.Empty));
            await Assert.ThrowsAsync<ArgumentException>(() => database.Store().EraseOwnerAsync(half));
        }

        Assert.Empty(await NamesAsync());
    }

    [StoreFact]
    public async Task CreateAsync_ManyAtOnce_OneMakesTheOwner()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await database.Store().CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", $"Ada {i}")).OrThrow());
                return 1;
            }
            catch (InvalidOperationException exception)
            {
                Assert.DoesNotContain("robin", exception.Message, StringComparison.Ordinal);
                return 0;
            }
        })));

        Assert.Equal(1, made.Sum());
        Assert.Equal(1, (await database.Store().OpenAsync("robin")).Book.ContactCount);
    }

    [StoreFact]
    public async Task EraseOwnerAsync_WhileOthersSave_LeavesNothing()
    {
        var stored = await CreateAsync();
        var savers = Enumerable.Range(0, 4).Select(client => Task.Run(async () =>
        {
            await using var own = await database.Store().OpenAsync("robin");
            for (var i = 0; ; i++)
            {
                try
                {
                    await own.UpdateAsync(
                        book => book.Record("ada", Channel.Voice, Now.Plus(Duration.FromSeconds((client * 100_000) + i))));
                }
                catch (Exception exception) when (exception is OwnerNotFoundException or BookConflictException)
                {
                    // A writer that was always too slow ends here, too.
                    return;
                }
            }
        })).ToArray();
        while ((await stored.CatchUpAsync()).Touchpoints.Count < 10)
        {
            await Task.Yield();
        }

        Assert.True(await database.Store().EraseOwnerAsync("robin"));
        await Task.WhenAll(savers);
        Assert.Empty(await NamesAsync());
        Assert.False(database.Holds("ada"));
    }

    [StoreFact]
    public async Task CreateAsync_AnOwnerWithABook_ThrowsAndChangesNothing()
    {
        await CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store().CreateAsync("robin", TestBooks.Empty));

        Assert.Equal(1, (await database.Store().OpenAsync("robin")).Book.ContactCount);
    }

    [StoreFact]
    public async Task CreateAsync_ABookWithAJournal_CanStillBeUndone()
    {
        var book = TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow().Record("ada", Channel.Voice, Now).OrThrow();
        await database.Store().CreateAsync("robin", book);
        var opened = (await database.Store().OpenAsync("robin")).Book;

        Assert.Equal(TestBooks.Saved(book.Undo().Book), TestBooks.Saved(opened.Undo().Book));
    }

    [StoreFact]
    public async Task SaveAsync_SomebodyWasFaster_CarriesWhatTheyWrote()
    {
        await CreateAsync();
        var (mine, theirs) = (await database.Store().OpenAsync("robin"), await database.Store().OpenAsync("robin"));
        await theirs.SaveAsync(theirs.Book.Record("ada", Channel.Voice, Now));
        var conflict = await Assert.ThrowsAsync<BookConflictException>(() => mine.SaveAsync(mine.Book.Record("ada", Channel.Message, Now)));

        Assert.Equal(BookChangeKind.Touchpoint, Assert.Single(conflict.Theirs).Kind);
        Assert.Equal(TestBooks.Saved(theirs.Book), TestBooks.Saved(conflict.Current));
        Assert.Equal(TestBooks.Saved(theirs.Book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));

        await mine.UpdateAsync(book => book.Record("ada", Channel.Message, Now));
        Assert.Equal(2, (await database.Store().OpenAsync("robin")).Book.Touchpoints.Count);
    }

    [StoreFact]
    public async Task SaveAsync_TheSameUpdateOrOperationAgain_HasOneEffect()
    {
        var stored = await CreateAsync();
        var update = stored.Book.Record("ada", Channel.Voice, Now);
        await stored.SaveAsync(update);
        await stored.SaveAsync(update);
        await (await database.Store().OpenAsync("robin")).SaveAsync(update);
        Assert.Equal(update.Book.Revision, (await database.Store().OpenAsync("robin")).Book.Revision);

        for (var i = 0; i < 3; i++)
        {
            var again = await database.Store().OpenAsync("robin");
            await again.UpdateAsync(
                book => book.Record("ada", Channel.Message, Now.Plus(Duration.FromSeconds(book.Touchpoints.Count)))
                    .WithOperationId("call 7"));
        }

        Assert.Equal(2, (await database.Store().OpenAsync("robin")).Book.Touchpoints.Count);
    }

    [StoreFact]
    public async Task SaveAsync_FromManyTasks_LosesAndDoublesNothing()
    {
        await CreateAsync();
        var shared = database.Store();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async client =>
        {
            await using var stored = await (client % 2 == 0 ? shared : database.Store()).OpenAsync("robin");
            for (var i = 0; i < 5; i++)
            {
                var at = Now.Plus(Duration.FromSeconds((client * 100) + i));
                await stored.UpdateAsync(book => book.Record("ada", Channel.Voice, at));
            }
        }));

        var book = (await database.Store().OpenAsync("robin")).Book;
        Assert.Equal(40, book.Touchpoints.Count);
    }

    [StoreFact]
    public async Task SaveAsync_AnErasure_LeavesNoTrace()
    {
        var stored = await CreateAsync();
        await stored.SaveAsync(
            stored.Book.Add(new Contact("zq7", "Zed Quill") { Addresses = [Address.Email("zed@example.org")], Notes = "plays the harp" }));
        await stored.SaveAsync(
            stored.Book.Record([new Touchpoint(["zq7", "ada"], Now, Channel.InPerson, Direction.Mutual) { Note = "with zq7" }]));
        await stored.SaveAsync(stored.Book.Snooze("zq7", new LocalDate(2026, 5, 1)));
        await stored.SaveAsync(stored.Book.Undo());
        Assert.True(database.Holds("Zed Quill") && database.Holds("zq7"));

        await stored.SaveAsync(stored.Book.Erase("zq7"));
        foreach (var trace in (string[])["zq7", "Zed Quill", "zed@example.org", "plays the harp"])
        {
            Assert.False(database.Holds(trace), trace);
        }

        Assert.Equal(TestBooks.Saved(stored.Book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
    }

    [StoreFact]
    public async Task SaveAsync_AnotherZone_IsThatOfTheOpenedBook()
    {
        var stored = await CreateAsync();
        await stored.SaveAsync(stored.Book.WithZone(DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]));

        Assert.Equal("Asia/Kathmandu", (await database.Store().OpenAsync("robin")).Book.Zone.Id);
    }

    [StoreFact]
    public async Task EraseOwnerAsync_LeavesTheOthersAndNoTrace()
    {
        await CreateAsync();
        await database.Store().CreateAsync("kim of the hill", TestBooks.Empty.Add(new Contact("bob", "Bobby Tables")).OrThrow());

        Assert.True(await database.Store().EraseOwnerAsync("kim of the hill"));
        Assert.False(await database.Store().EraseOwnerAsync("kim of the hill"));
        Assert.False(database.Holds("Bobby Tables") || database.Holds("kim of the hill"));
        Assert.Equal(["robin"], await NamesAsync());
    }

    [StoreFact]
    public async Task EraseOwnerAsync_ABookKeptOpen_IsNotFoundAnyMore()
    {
        var stored = await CreateAsync();
        await database.Store().EraseOwnerAsync("robin");

        await Assert.ThrowsAsync<OwnerNotFoundException>(() => stored.CatchUpAsync());
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now)));
    }

    [StoreFact]
    public async Task Owners_SeeNothingOfEachOther()
    {
        var store = database.Store(cachedBooks: 3);
        for (var i = 0; i < 60; i++)
        {
            var stored = await store.CreateAsync(
                $"owner {i}",
                TestBooks.Empty.Add(new Contact("ada", $"Ada of {i}") { Circle = Circle.Inner, AddedOn = new LocalDate(2025, 1, 1) })
                    .OrThrow());
            await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now.Minus(Duration.FromDays(i + 100))));
        }

        for (var i = 0; i < 60; i++)
        {
            var book = (await store.OpenAsync($"owner {i}")).Book;
            Assert.Equal($"Ada of {i}", Assert.Single(book.Contacts).Name);
            Assert.Equal(Now.Minus(Duration.FromDays(i + 100)), Assert.Single(book.Touchpoints).At);
        }

        var due = new List<OwnerDue>();
        await foreach (var row in store.DueAsync(Now, new LocalDate(2026, 3, 8)))
        {
            due.Add(row);
        }

        Assert.Equal(60, due.Select(row => row.Owner).Distinct().Count());
    }

    [StoreFact]
    public async Task ExportAsync_WritesWhatLoadReads()
    {
        var stored = await CreateAsync();
        using var stream = new MemoryStream();
        await database.Store().ExportAsync("robin", stream);

        Assert.Equal(TestBooks.Saved(stored.Book), stream.ToArray());
    }

    private async Task<IStoredBook> CreateAsync() =>
        await database.Store().CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var name in database.Store().ListOwnersAsync())
        {
            names.Add(name);
        }

        return names;
    }
}
