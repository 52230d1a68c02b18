using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.PostgreSQL.Tests;

public sealed class NpgsqlDatabaseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void NpgsqlDatabase_ABadConnectionString_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new NpgsqlDatabase(null!));
        Assert.Throws<ArgumentException>(() => new NpgsqlDatabase("Nonsense=1"));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddRelationshipKit(kit => kit.UseNpgsql("Nonsense=1")));
    }

    [Fact]
    public void Migrations_MakeTheTablesOfTheModel()
    {
        using var context = NpgsqlBookContextFactory.Of(new NpgsqlConnection(), null);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(NpgsqlDatabase.LastMigration, context.Database.GetMigrations().Last());
    }

    [StoreFact]
    public async Task OpenAsync_ManyProgramsAtOnce_MakeTheTablesOnce()
    {
        using var database = new TestDatabase();
        await Task.WhenAll(
            Enumerable.Range(0, 6)
                .Select(_ => Task.Run(() => Assert.ThrowsAsync<OwnerNotFoundException>(() => database.Store().OpenAsync("robin")))));

        Assert.Equal(2L, database.Ask("SELECT COUNT(*) FROM relationship_migrations"));
        Assert.Equal(
            (long)StoreTables.All.Length + 1,
            database.Ask(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = @schema",
                ("schema", database.Schema)));
    }

    [StoreFact]
    public async Task OpenAsync_ASearchPathWithoutASchema_SaysSoAndTriesAgain()
    {
        using var database = new TestDatabase();
        var schema = database.Schema + "_later";
        var late = new NpgsqlDatabase(new NpgsqlConnectionStringBuilder(database.ConnectionString) { SearchPath = schema }.ToString());
        var store = new DatabaseStore(late, new RelationshipBookFactory());
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => store.OpenAsync("robin"));
        Assert.Contains("search path", error.Message, StringComparison.Ordinal);

        database.Ask($"CREATE SCHEMA {schema}");
        try
        {
            await Assert.ThrowsAsync<OwnerNotFoundException>(() => store.OpenAsync("robin"));
        }
        finally
        {
            database.Ask($"DROP SCHEMA {schema} CASCADE");
        }
    }

    [StoreTheory]
    [InlineData("off", "on")]
    [InlineData("on", "on")]
    [InlineData("remote_apply", "remote_apply")]
    public async Task BeginWriteAsync_WhateverTheServerDoes_WaitsForTheDisk(string server, string expected)
    {
        using var database = new TestDatabase();
        var lax = new NpgsqlDatabase(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = $"-c synchronous_commit={server}" }.ToString());
        await using var opened = await lax.OpenAsync(default);
        await using var transaction = await lax.BeginWriteAsync(opened.Connection, default);
        await using var command = opened.Connection.CreateCommand();
        command.CommandText = "SHOW synchronous_commit";

        Assert.Equal(expected, await command.ExecuteScalarAsync());
    }

    [StoreFact]
    public async Task CreateAsync_AHundredThousandTouchpoints_AllComeBack()
    {
        using var database = new TestDatabase();
        var touchpoints = Enumerable.Range(0, 100_000).Select(
            i => new Touchpoint(
                $"c{i % 500}", Now.Minus(Duration.FromMinutes(i * 7)), Channel.Message, i % 2 == 0 ? Direction.Mutual : Direction.Outgoing)
        {
            Note = i % 10 == 0 ? $"about {i}" : null,
            Length = i % 3 == 0 ? Duration.FromSeconds(i) : null,
        });
        var book = TestBooks.Empty.Add(
            Enumerable.Range(0, 500).Select(i => new Contact($"c{i}", $"Contact {i}"))).OrThrow().Record([.. touchpoints]).OrThrow();
        await database.Store().CreateAsync("robin", book);

        Assert.Equal(100_000L, database.Ask("SELECT COUNT(*) FROM relationship_touchpoints"));
        Assert.Equal(TestBooks.Saved(book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
    }

    [StoreFact]
    public async Task SaveAsync_TheServerCutsTheConnectionMidway_LeavesTheBookAsItWas()
    {
        using var database = new TestDatabase();
        await using var stored = await database.Store()
            .CreateAsync("robin", TestBooks.Empty.Add([new Contact("ada", "Ada"), new Contact("bob", "Bob")]).OrThrow());
        var update = stored.Book.Record(
            [
                new Touchpoint(["ada", "bob"], Now, Channel.Voice, Direction.Mutual),
                new Touchpoint("ada", Now, Channel.Message, Direction.Outgoing)
            ]);
        var cuts = 0;
        for (; ; cuts++)
        {
            await using var unlucky = await new DatabaseStore(new CutDatabase(database, cuts), new RelationshipBookFactory())
                .OpenAsync("robin");
            try
            {
                await unlucky.SaveAsync(update);
                break;
            }
            catch (NpgsqlException exception)
            {
                Assert.DoesNotContain("ada", exception.ToString(), StringComparison.Ordinal);
                Assert.Equal(TestBooks.Saved(update.Before), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
            }
        }

        Assert.InRange(cuts, 3, 100);
        Assert.Equal(TestBooks.Saved(update.Book), TestBooks.Saved((await database.Store().OpenAsync("robin")).Book));
    }

    [StoreFact]
    public async Task SaveAsync_ARefusalByTheServer_NamesNobody()
    {
        using var database = new TestDatabase();
        await using var stored = await database.Store().CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        database.Ask("ALTER TABLE relationship_contacts ADD CHECK (name <> 'Zed Quill')");
        var error = await Assert.ThrowsAsync<PostgresException>(
            () => stored.SaveAsync(stored.Book.Add([new Contact("zq7", "Zed Quill"), new Contact("kim", "Kim of the Hill")])));

        foreach (var name in (string[])["Zed", "zq7", "Kim", "kim", "robin"])
        {
            Assert.DoesNotContain(name, error.ToString(), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task UseNpgsql_KeepsTheBooks()
    {
        using var database = new TestDatabase();
        await using var provider = new ServiceCollection()
            .AddRelationshipKit(kit => kit.UseNpgsql(database.ConnectionString, new StoreOptions { CachedBooks = 0 }))
            .BuildServiceProvider();
        var store = provider.GetRequiredService<IRelationshipStore>();
        var stored = await store.CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));

        Assert.Single((await database.Store().OpenAsync("robin")).Book.Touchpoints);
    }

    [StoreFact]
    public async Task UseEntityFrameworkCore_AContextOfTheAppsOwn_KeepsTheBooks()
    {
        using var database = new TestDatabase();
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => database.Store().OpenAsync("robin"));
        var services = new ServiceCollection();
        services.AddDbContext<AppContext>(options => options.UseNpgsql(database.ConnectionString));
        services.AddRelationshipKit(kit => kit.UseEntityFrameworkCore<AppContext>());
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IRelationshipStore>();
        var stored = await store.CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(stored.Book.Record("ada", Channel.Voice, Now));

        Assert.Single((await store.OpenAsync("robin")).Book.Touchpoints);
    }

    private sealed class AppContext(DbContextOptions<AppContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseRelationshipKit();
    }
}
