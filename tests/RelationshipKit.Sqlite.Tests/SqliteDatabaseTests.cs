using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Sqlite.Tests;

public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task SaveAsync_AnErasureWhileAnotherProgramHasTheFileOpen_LeavesNoTraceInTheLogEither()
    {
        var stored = await CreateAsync();
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await stored.SaveAsync(stored.Book.Add(new Contact("zq7", "Zed Quill")));
        Assert.True(database.Holds("Zed Quill"));
        await stored.SaveAsync(stored.Book.Erase("zq7"));

        Assert.False(database.Holds("Zed Quill") || database.Holds("zq7"));
    }

    [Fact]
    public async Task BackUpAsync_WhileInUse_IsAWholeBook()
    {
        var stored = await CreateAsync();
        var copy = database.Path + ".copy";
        await database.Database.BackUpAsync(copy);
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));
        var restored = await new DatabaseStore(new SqliteDatabase($"Data Source={copy};Pooling=False"), new RelationshipBookFactory())
            .OpenAsync("robin");

        Assert.Equal(1, restored.Book.ContactCount);
        Assert.Empty(restored.Book.Touchpoints);
        await Assert.ThrowsAsync<IOException>(() => database.Database.BackUpAsync(copy));
    }

    [Fact]
    public void Migrations_MakeTheTablesOfTheModel()
    {
        using var context = SqliteBookContextFactory.Of($"Data Source={database.Path};Pooling=False");

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(SqliteDatabase.LastMigration, context.Database.GetMigrations().Last());
    }

    [Fact]
    public async Task UseEntityFrameworkCore_AContextOfTheAppsOwn_KeepsTheBooks()
    {
        var services = new ServiceCollection();
        services.AddDbContext<AppContext>(options => options.UseSqlite($"Data Source={database.Path};Pooling=False"));
        services.AddRelationshipKit(kit => kit.UseEntityFrameworkCore<AppContext>());
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AppContext>().Database.EnsureCreatedAsync();
        }

        var store = provider.GetRequiredService<IRelationshipStore>();
        var stored = await store.CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));

        Assert.Single((await store.OpenAsync("robin")).Book.Touchpoints);
    }

    private async Task<IStoredBook> CreateAsync() =>
        await database.Store().CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());

    private sealed class AppContext(DbContextOptions<AppContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseRelationshipKit();
    }
}
