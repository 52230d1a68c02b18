using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;

namespace RelationshipKit.Sqlite.Tests;

public sealed class DatabaseStoreTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly BookFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task OpenAsync_NobodyOfTheName_Throws()
    {
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => file.Store().OpenAsync("robin"));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Store().OpenAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => file.Store().OpenAsync(new string('x', 257)));
    }

    [Fact]
    public async Task CreateAsync_AnOwnerWithABook_ThrowsAndChangesNothing()
    {
        await CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.Store().CreateAsync("robin", BookFile.Empty));

        Assert.Equal(1, (await file.Store().OpenAsync("robin")).Book.ContactCount);
    }

    [Fact]
    public async Task CreateAsync_ABookWithAJournal_CanStillBeUndone()
    {
        var book = BookFile.Empty.Add(new Contact("ada", "Ada")).OrThrow().Record("ada", Channel.Voice, Now).OrThrow();
        await file.Store().CreateAsync("robin", book);
        var opened = (await file.Store().OpenAsync("robin")).Book;

        Assert.Equal(BookFile.Saved(book.Undo().Book), BookFile.Saved(opened.Undo().Book));
    }

    [Fact]
    public async Task SaveAsync_SomebodyWasFaster_CarriesWhatTheyWrote()
    {
        await CreateAsync();
        var (mine, theirs) = (await file.Store().OpenAsync("robin"), await file.Store().OpenAsync("robin"));
        await theirs.SaveAsync(theirs.Book.Record("ada", Channel.Voice, Now));
        var conflict = await Assert.ThrowsAsync<BookConflictException>(() => mine.SaveAsync(mine.Book.Record("ada", Channel.Message, Now)));

        Assert.Equal(BookChangeKind.Touchpoint, Assert.Single(conflict.Theirs).Kind);
        Assert.Equal(BookFile.Saved(theirs.Book), BookFile.Saved(conflict.Current));
        Assert.Equal(BookFile.Saved(theirs.Book), BookFile.Saved((await file.Store().OpenAsync("robin")).Book));

        await mine.UpdateAsync(book => book.Record("ada", Channel.Message, Now));
        Assert.Equal(2, (await file.Store().OpenAsync("robin")).Book.Touchpoints.Count);
    }

    [Fact]
    public async Task SaveAsync_TheSameUpdateOrOperationAgain_HasOneEffect()
    {
        var stored = await CreateAsync();
        var update = stored.Book.Record("ada", Channel.Voice, Now);
        await stored.SaveAsync(update);
        await stored.SaveAsync(update);
        await (await file.Store().OpenAsync("robin")).SaveAsync(update);
        Assert.Equal(update.Book.Revision, (await file.Store().OpenAsync("robin")).Book.Revision);

        for (var i = 0; i < 3; i++)
        {
            var again = await file.Store().OpenAsync("robin");
            await again.UpdateAsync(book => book.Record("ada", Channel.Message, Now.Plus(Duration.FromSeconds(book.Touchpoints.Count))).WithOperationId("call 7"));
        }

        Assert.Equal(2, (await file.Store().OpenAsync("robin")).Book.Touchpoints.Count);
    }

    [Fact]
    public async Task SaveAsync_FromManyTasks_LosesAndDoublesNothing()
    {
        await CreateAsync();
        var shared = file.Store();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async client =>
        {
            await using var stored = await (client % 2 == 0 ? shared : file.Store()).OpenAsync("robin");
            for (var i = 0; i < 5; i++)
            {
                var at = Now.Plus(Duration.FromSeconds((client * 100) + i));
                await stored.UpdateAsync(book => book.Record("ada", Channel.Voice, at));
            }
        }));

        var book = (await file.Store().OpenAsync("robin")).Book;
        Assert.Equal(40, book.Touchpoints.Count);
    }

    [Fact]
    public async Task SaveAsync_AnErasure_LeavesNoTraceInTheFile()
    {
        var stored = await CreateAsync();
        await stored.SaveAsync(stored.Book.Add(new Contact("zq7", "Zed Quill") { Addresses = [Address.Email("zed@example.org")], Notes = "plays the harp" }));
        await stored.SaveAsync(stored.Book.Record([new Touchpoint(["zq7", "ada"], Now, Channel.InPerson, Direction.Mutual) { Note = "with zq7" }]));
        await stored.SaveAsync(stored.Book.Snooze("zq7", new LocalDate(2026, 5, 1)));
        await stored.SaveAsync(stored.Book.Undo());
        Assert.True(file.Holds("Zed Quill") && file.Holds("zq7"));

        await stored.SaveAsync(stored.Book.Erase("zq7"));
        foreach (var trace in (string[])["zq7", "Zed Quill", "zed@example.org", "plays the harp"])
        {
            Assert.False(file.Holds(trace), trace);
        }

        Assert.Equal(BookFile.Saved(stored.Book), BookFile.Saved((await file.Store().OpenAsync("robin")).Book));
    }

    [Fact]
    public async Task SaveAsync_AnErasureWhileAnotherProgramHasTheFileOpen_LeavesNoTraceInTheLogEither()
    {
        var stored = await CreateAsync();
        await using var other = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        await other.OpenAsync();
        await stored.SaveAsync(stored.Book.Add(new Contact("zq7", "Zed Quill")));
        Assert.True(file.Holds("Zed Quill"));
        await stored.SaveAsync(stored.Book.Erase("zq7"));

        Assert.False(file.Holds("Zed Quill") || file.Holds("zq7"));
    }

    [Fact]
    public async Task SaveAsync_AnotherZone_IsThatOfTheOpenedBook()
    {
        var stored = await CreateAsync();
        await stored.SaveAsync(stored.Book.WithZone(DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]));

        Assert.Equal("Asia/Kathmandu", (await file.Store().OpenAsync("robin")).Book.Zone.Id);
    }

    [Fact]
    public async Task EraseOwnerAsync_LeavesTheOthersAndNoTrace()
    {
        await CreateAsync();
        await file.Store().CreateAsync("kim of the hill", BookFile.Empty.Add(new Contact("bob", "Bobby Tables")).OrThrow());

        Assert.True(await file.Store().EraseOwnerAsync("kim of the hill"));
        Assert.False(await file.Store().EraseOwnerAsync("kim of the hill"));
        Assert.False(file.Holds("Bobby Tables") || file.Holds("kim of the hill"));
        Assert.Equal(["robin"], await NamesAsync());
    }

    [Fact]
    public async Task EraseOwnerAsync_ABookKeptOpen_IsNotFoundAnyMore()
    {
        var stored = await CreateAsync();
        await file.Store().EraseOwnerAsync("robin");

        await Assert.ThrowsAsync<OwnerNotFoundException>(() => stored.CatchUpAsync());
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now)));
    }

    [Fact]
    public async Task Owners_SeeNothingOfEachOther()
    {
        var store = file.Store(cachedBooks: 3);
        for (var i = 0; i < 60; i++)
        {
            var stored = await store.CreateAsync($"owner {i}", BookFile.Empty.Add(new Contact("ada", $"Ada of {i}") { Circle = Circle.Inner, AddedOn = new LocalDate(2025, 1, 1) }).OrThrow());
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

    [Theory]
    [InlineData("'; DROP TABLE relationship_owners; --")]
    [InlineData("\"quoted\" `ticks` \\ back")]
    [InlineData("\u202eright to left\u200f")]
    [InlineData("\0nul\0")]
    [InlineData("\u0001mark")]
    [InlineData("👩‍🚀 \U0010FFFF \uFFFD")]
    [InlineData("%_[]@owner :id $1 ?")]
    public async Task Texts_OfAnyKind_ComeBackAsTheyWere(string text)
    {
        var clean = text.Trim('\0', '\u0001');
        clean = clean.Any(char.IsControl) ? "x" : clean;
        var stored = await file.Store().CreateAsync(clean, BookFile.Empty.Add(new Contact(clean, clean) { Notes = text, Tags = [clean], Circle = Circle.Create(clean, 7) }).OrThrow());
        await stored.SaveAsync(stored.Book.Record([new Touchpoint(clean, Now, Channel.FromName(clean), Direction.Mutual) { Note = text, Id = clean, Facet = Facet.FromName(clean) }]));

        Assert.Equal(BookFile.Saved(stored.Book), BookFile.Saved((await file.Store().OpenAsync(clean)).Book));
    }

    [Fact]
    public async Task Log_NamesNobody()
    {
        var log = new TextLog();
        var store = new DatabaseStore(file.Database, new RelationshipBookFactory(), null, log);
        var stored = await store.CreateAsync("robin", BookFile.Empty.Add(new Contact("zq7", "Zed Quill")).OrThrow());
        var first = stored.Book.Record([new Touchpoint("zq7", Now, Channel.Voice, Direction.Mutual) { Note = "secret" }]);
        await stored.SaveAsync(first);
        await Assert.ThrowsAsync<BookConflictException>(() => stored.SaveAsync(first.Before.Record("zq7", Channel.Message, Now)));
        await stored.SaveAsync(stored.Book.Erase("zq7"));
        await store.EraseOwnerAsync("robin");

        Assert.Equal(5, log.Lines.Count);
        Assert.DoesNotContain(log.Lines, line => line.Contains("zq7", StringComparison.Ordinal) || line.Contains("Zed", StringComparison.Ordinal) || line.Contains("robin", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BackUpAsync_WhileInUse_IsAWholeBook()
    {
        var stored = await CreateAsync();
        var copy = file.Path + ".copy";
        await file.Database.BackUpAsync(copy);
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));
        var restored = await new DatabaseStore(new SqliteDatabase($"Data Source={copy};Pooling=False"), new RelationshipBookFactory()).OpenAsync("robin");

        Assert.Equal(1, restored.Book.ContactCount);
        Assert.Empty(restored.Book.Touchpoints);
        await Assert.ThrowsAsync<IOException>(() => file.Database.BackUpAsync(copy));
    }

    [Fact]
    public async Task ExportAsync_WritesWhatLoadReads()
    {
        var stored = await CreateAsync();
        using var stream = new MemoryStream();
        await file.Store().ExportAsync("robin", stream);

        Assert.Equal(BookFile.Saved(stored.Book), stream.ToArray());
    }

    [Fact]
    public void Migrations_MakeTheTablesOfTheModel()
    {
        using var context = SqliteBookContextFactory.Of($"Data Source={file.Path};Pooling=False");

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(SqliteDatabase.LastMigration, context.Database.GetMigrations().Last());
    }

    [Fact]
    public async Task UseEntityFrameworkCore_AContextOfTheAppsOwn_KeepsTheBooks()
    {
        var services = new ServiceCollection();
        services.AddDbContext<AppContext>(options => options.UseSqlite($"Data Source={file.Path};Pooling=False"));
        services.AddRelationshipKit(kit => kit.UseEntityFrameworkCore<AppContext>());
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AppContext>().Database.EnsureCreatedAsync();
        }

        var store = provider.GetRequiredService<IRelationshipStore>();
        var stored = await store.CreateAsync("robin", BookFile.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));

        Assert.Single((await store.OpenAsync("robin")).Book.Touchpoints);
    }

    private async Task<IStoredBook> CreateAsync() => await file.Store().CreateAsync("robin", BookFile.Empty.Add(new Contact("ada", "Ada")).OrThrow());

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var name in file.Store().ListOwnersAsync())
        {
            names.Add(name);
        }

        return names;
    }

    private sealed class AppContext(DbContextOptions<AppContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseRelationshipKit();
    }

    private sealed class TextLog : ILogger<DatabaseStore>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
