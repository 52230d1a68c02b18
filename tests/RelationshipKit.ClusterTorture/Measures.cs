using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Orleans;
using RelationshipKit.PostgreSQL;
using RelationshipKit.SampleCluster;
using RelationshipKit.Sqlite;
using RelationshipKit.Storage;

namespace RelationshipKit.ClusterTorture;

/// <summary>What grains cost, each number beside what it is compared with, in the same run.</summary>
internal static class Measures
{
    private const int Tasks = 16;
    private const int Contacts = 50;
    private const int Touchpoints = 200;
    private const int IdleOwners = 1_600;
    private const int HeldOwners = 500;
    private const int StoredOwners = 300;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly LocalDate By = new(2026, 3, 8);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit");
        try
        {
            var connection = $"Data Source={Path.Combine(folder.FullName, "people.db")}";
            await OnSqliteAsync(new SqliteDatabase(connection), connection);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await using var servers = await LocalServers.StartAsync();
        await using var silos = new SiloProcesses(servers);
        await silos.StartAsync(0);
        using var client = await ClusterClient.ConnectAsync(servers);
        await ThroughputAsync(
            "PostgreSQL, silo in a process of its own", client.Services.GetRequiredService<IGrainFactory>(),
            new DatabaseStore(new NpgsqlDatabase(servers.Postgres), RelationshipBookFactory.Default));
        await WarmAsync(
            "PostgreSQL", client.Services.GetRequiredService<IGrainFactory>(),
            new DatabaseStore(new NpgsqlDatabase(servers.Postgres), RelationshipBookFactory.Default, new StoreOptions { CachedBooks = 0 }));
        await HotAsync(client.Services.GetRequiredService<IGrainFactory>());
        await StorageAsync(servers.Postgres);
        await EverybodyAsync(client.Services.GetRequiredService<IGrainFactory>());
        return 0;
    }

    private static async Task OnSqliteAsync(SqliteDatabase database, string connection)
    {
        var store = new DatabaseStore(database, RelationshipBookFactory.Default, new StoreOptions { CachedBooks = 0 });
        using (var host = await SiloAsync(connection, new RelationshipGrainOptions { OpenBooks = HeldOwners + 100 }))
        {
            var grains = host.Services.GetRequiredService<IGrainFactory>();
            await ThroughputAsync("SQLite, silo in this process", grains, store);
            await WarmAsync("SQLite", grains, store);
            await MemoryAsync(grains, store);
            await host.StopAsync();
        }

        using var trusting = await SiloAsync(connection, new RelationshipGrainOptions { TrustFor = Duration.FromSeconds(30) });
        await WarmAsync("SQLite, trusted for 30 s", trusting.Services.GetRequiredService<IGrainFactory>(), store);
        await trusting.StopAsync();
    }

    private static async Task<IHost> SiloAsync(string connection, RelationshipGrainOptions options)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(Ports.Free(), Ports.Free())
            .AddRelationshipKit(kit => kit.UseSqlite(connection, new StoreOptions { CachedBooks = 0 }), options));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    // The same tasks with the same owners, in turn: so the machine is the same for both.
    private static async Task ThroughputAsync(string name, IGrainFactory grains, DatabaseStore store)
    {
        var owners = Enumerable.Range(0, Tasks).Select(i => $"throughput {i}").ToArray();
        var opened = new Dictionary<string, IStoredBook>();
        foreach (var owner in owners)
        {
            opened[owner] = await store.CreateAsync(owner, Book(0));
        }

        var (byStore, byGrains) = (new List<double>(), new List<double>());
        var count = 0;
        for (var round = 0; round < Rounds; round++)
        {
            byStore.Add(
                await RateAsync(
                    owner => opened[owner].UpdateAsync(book => book.Record(Next(ref count)).WithOperationId($"{count}-{owner}"))));
            byGrains.Add(
                await RateAsync(
                    owner => grains.GetGrain<IRelationshipGrain>(owner)
                        .Record($"{Interlocked.Increment(ref count)}-{owner}", Next(ref count))));
        }

        Print(
            $"{name}: {Median(byGrains):#,0} records a second by grains, {Median(byStore):#,0} by the store, from {Tasks} tasks: ratio {Median(byGrains.Zip(byStore, (grain, direct) => grain / direct)):0.00}");

        async Task<double> RateAsync(Func<string, Task> record)
        {
            var clock = Stopwatch.StartNew();
            var counts = await Task.WhenAll(owners.Select(owner => Task.Run(async () =>
            {
                var made = 0;
                for (; clock.Elapsed < Round; made++)
                {
                    await record(owner);
                }

                return made;
            })));
            return counts.Sum() / clock.Elapsed.TotalSeconds;
        }
    }

    private static async Task WarmAsync(string name, IGrainFactory grains, DatabaseStore store)
    {
        foreach (var touchpoints in new[] { Touchpoints, 5 * Touchpoints })
        {
            var owner = $"warm {name} {touchpoints}";
            await store.CreateAsync(owner, Book(touchpoints));
            var grain = grains.GetGrain<IRelationshipGrain>(owner);
            var (opening, asking) = (new List<double>(), new List<double>());
            for (var i = 0; i < 300; i++)
            {
                opening.Add(await MillisecondsAsync(() => store.OpenAsync(owner)));
                asking.Add(await MillisecondsAsync(() => grain.DueBy(AsOf, By)));
            }

            var (open, ask) = (Median(opening.Skip(100)), Median(asking.Skip(100)));
            Print(
                $"{name}, {Contacts} contacts, {touchpoints:#,0} touchpoints: due on a warm grain {ask:0.00} ms, opening the book {open:0.00} ms: {open / ask:0.0} times as long");
        }
    }

    private static async Task HotAsync(IGrainFactory grains)
    {
        var grain = grains.GetGrain<IRelationshipGrain>("hot");
        await grain.Create("UTC");
        await grain.Operate(
            "begin", BookOperation.Add(Enumerable.Range(0, Contacts).Select(i => new Contact($"c{i}", $"Contact number {i}"))));
        var clock = Stopwatch.StartNew();
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < Round)
            {
                await grain.Record($"{Interlocked.Increment(ref count)}", Next(ref count));
            }
        })));
        Print(
            $"PostgreSQL: one hot owner, {(await grain.Revision() - 1) / clock.Elapsed.TotalSeconds:#,0} records a second from {Tasks} tasks");
    }

    private static async Task EverybodyAsync(IGrainFactory grains)
    {
        var clock = Stopwatch.StartNew();
        var owners = 0;
        await foreach (var owner in grains.DueOfAllAsync(AsOf + Duration.FromDays(60), By.PlusDays(60)))
        {
            owners++;
        }

        Print($"PostgreSQL: due of {owners:#,0} owners, {owners / clock.Elapsed.TotalSeconds:#,0} owners a second");
    }

    // The silo holds no more than the books of the first owners: the others' grains stay without.
    private static async Task MemoryAsync(IGrainFactory grains, DatabaseStore store)
    {
        foreach (var (touchpoints, held) in new[] { (Contacts, true), (Touchpoints, true), (Touchpoints, false) })
        {
            var (first, owners) = held ? (50, HeldOwners) : (HeldOwners + 150, IdleOwners);
            for (var i = 0; i < owners; i++)
            {
                await store.CreateAsync($"idle {touchpoints} {held} {i}", Book(touchpoints));
            }

            await AskAsync(0, first);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await AskAsync(first, owners);
            var after = GC.GetTotalMemory(forceFullCollection: true);
            Print(
                $"an idle owner of {Contacts} contacts and {touchpoints} touchpoints, {(held ? "book held" : "book let go")}: {(after - before) / (owners - first):#,0} bytes");
            if (held)
            {
                // Make room: the books of the next ones take the places of these, one for one, unless they are let go first.
                for (var i = 0; i < owners; i++)
                {
                    await grains.GetGrain<IRelationshipGrain>($"idle {touchpoints} {held} {i}").EraseOwner();
                }
            }

            async Task AskAsync(int from, int to)
            {
                for (var i = from; i < to; i++)
                {
                    await grains.GetGrain<IRelationshipGrain>($"idle {touchpoints} {held} {i}").DueBy(AsOf, By);
                }
            }
        }
    }

    private static async Task StorageAsync(string connectionString)
    {
        var store = new DatabaseStore(
            new NpgsqlDatabase(connectionString), RelationshipBookFactory.Default, new StoreOptions { CachedBooks = 0 });
        var before = await SizeAsync(connectionString);
        for (var i = 0; i < StoredOwners; i++)
        {
            await store.CreateAsync($"size {i}", Book(0));
        }

        var owners = await SizeAsync(connectionString);
        for (var i = 0; i < StoredOwners; i++)
        {
            var stored = await store.OpenAsync($"size {i}");
            for (var j = 0; j < 20; j++)
            {
                await stored.UpdateAsync(book => book.Record(Touch(j)));
            }
        }

        var touchpoints = await SizeAsync(connectionString);
        Print(
            $"PostgreSQL: {(owners - before) / StoredOwners:#,0} bytes an owner of {Contacts} contacts, {(touchpoints - owners) / (StoredOwners * 20):#,0} bytes a touchpoint recorded");
    }

    private static async Task<long> SizeAsync(string connectionString)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(
            "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static RelationshipBook Book(int touchpoints) => RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(3)))
        .Add(Enumerable.Range(0, Contacts).Select(i => new Contact($"c{i}", $"Contact number {i}"))).OrThrow()
        .Record(Enumerable.Range(0, touchpoints).Select(Touch)).OrThrow();

    private static Touchpoint Next(ref int count) => Touch(Interlocked.Increment(ref count));

    private static Touchpoint Touch(int number) =>
        new($"c{number % Contacts}", AsOf - Duration.FromMinutes(number * 397L), Channel.Message, Direction.Outgoing);

    private static async Task<double> MillisecondsAsync(Func<Task> call)
    {
        var clock = Stopwatch.StartNew();
        await call();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
