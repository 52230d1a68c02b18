using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;

namespace RelationshipKit.Tests.Stores;

/// <summary>What a store says of itself: log, metrics, health; and that it names nobody.</summary>
public sealed class StoreTelemetryTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly TestDatabase database = new();
    private readonly FakeLogger<DatabaseStore> log = new();
    private readonly Factory meters = new();

    public void Dispose()
    {
        meters.Dispose();
        database.Dispose();
    }

    [StoreFact]
    public async Task Metrics_CountUpdatesConflictsImportsAndHits()
    {
        string[] names = ["updates", "conflicts", "imports", "cache.hits", "cache.misses"];
        var collectors = names.Select(name => new MetricCollector<long>(meters, "RelationshipKit.Store", "relationshipkit.store." + name))
            .ToArray();
        var store = Store(database.Database);
        var stored = await store.CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        await stored.SaveAsync(
            stored.Book.Record(
                [.. Enumerable.Range(0, 100)
                    .Select(i => new Touchpoint("ada", Now.Minus(Duration.FromHours(i)), Channel.Voice, Direction.Mutual))]));
        Assert.Equal([2, 0, 1, 0, 0], Sums());

        await store.OpenAsync("robin");
        Assert.Equal([2, 0, 1, 1, 0], Sums());

        await using var other = await database.Store().OpenAsync("robin");
        await other.SaveAsync(other.Book.Record("ada", Channel.Letter, Now));
        await Assert.ThrowsAsync<BookConflictException>(() => stored.SaveAsync(stored.Book.Record("ada", Channel.Message, Now)));
        Assert.Equal([2, 1, 1, 1, 1], Sums());
        Assert.All(collectors, collector => Assert.All(collector.GetMeasurementSnapshot(), measurement => Assert.Empty(measurement.Tags)));

        long[] Sums() => [.. collectors.Select(collector => collector.GetMeasurementSnapshot().Sum(measurement => measurement.Value))];
    }

    [StoreFact]
    public async Task AllThatIsSaid_OfAGeneratedBook_NamesNobody()
    {
        var random = new Random(7);
        var people = Enumerable.Range(0, 40).Select(
            i => new Contact(
                $"id-{Word()}", $"Name {Word()}") { Addresses = [Address.Email($"{Word()}@example.org")], Notes = $"note {Word()}",
                Tags = [$"tag-{Word()}"] }).ToArray();
        var touchpoints = Enumerable.Range(0, 200).Select(
            i => new Touchpoint(
                people[i % people.Length].Id, Now.Minus(Duration.FromHours(i)), Channel.Voice,
                Direction.Mutual) { Note = $"about {Word()}" }).ToArray();
        var owner = $"owner-{Word()}";
        var said = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "RelationshipKit.Store" && instrument.Meter.Scope == meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                said.Add($"{instrument.Name} {instrument.Description} {value} {string.Join(' ', tags.ToArray())}"));
        listener.Start();

        var store = Store(database.Database);
        var stored = await store.CreateAsync(owner, TestBooks.Empty.Add(people).OrThrow());
        await stored.SaveAsync(stored.Book.Record(touchpoints).WithOperationId($"operation-{Word()}"));
        await using var other = await database.Store().OpenAsync(owner);
        await other.SaveAsync(other.Book.Record(people[0].Id, Channel.Message, Now));
        said.Add(
            (await Assert.ThrowsAsync<BookConflictException>(
                () => stored.SaveAsync(stored.Book.Snooze(people[1].Id, new LocalDate(2026, 5, 1)))))
                .ToString());
        said.Add((await Assert.ThrowsAsync<InvalidOperationException>(() => store.CreateAsync(owner, stored.Book))).ToString());
        await stored.CatchUpAsync();
        await stored.SaveAsync(stored.Book.Erase(people[2].Id));
        await store.ForgetTouchpointsBeforeAsync(Now.Minus(Duration.FromHours(50)));
        foreach (var commands in Enumerable.Range(0, 12))
        {
            var left = commands;
            var crashing = Store(new WatchedDatabase(database.Database, _ =>
            {
                if (left-- == 0)
                {
                    throw new IOException("The disk is full.");
                }
            }));
            said.Add((await Record.ExceptionAsync(async () =>
            {
                await using var opened = await crashing.OpenAsync(owner);
                await opened.SaveAsync(opened.Book.Record(people[3].Id, Channel.Message, Now.Plus(Duration.FromSeconds(commands))));
            }))?.ToString() ?? "");
            said.Add((await HealthOf(crashing)).Description!);
        }

        await store.EraseOwnerAsync(owner);
        said.Add((await Assert.ThrowsAsync<OwnerNotFoundException>(() => store.OpenAsync(owner))).ToString());
        said.AddRange(
            log.Collector.GetSnapshot()
                .Select(
                    record =>
                        $"{record.Message} {string.Join(' ', record.StructuredState ?? [])} {record.Exception} "
                            + $"{string.Join(' ', record.Scopes)}"));

        Assert.True(said.Count > 30);
        var names = people.SelectMany(
            person => (string[])[person.Id.Value, person.Name, person.Addresses[0].Value, person.Notes!, person.Tags[0]])
            .Concat(touchpoints.Select(touchpoint => touchpoint.Note!))
            .Append(owner)
            .Append("operation-");
        foreach (var name in names)
        {
            Assert.DoesNotContain(said, line => line.Contains(name, StringComparison.OrdinalIgnoreCase));
        }

        string Word() => string.Concat(Enumerable.Range(0, 9).Select(_ => (char)('a' + random.Next(26))));
    }

    [StoreFact]
    public async Task HealthCheck_SaysWhetherTheDatabaseAnswers()
    {
        Assert.Equal(HealthStatus.Healthy, (await HealthOf(Store(database.Database))).Status);
        var broken = await HealthOf(
            Store(new WatchedDatabase(database.Database, _ => throw new IOException("/home/robin/people.db is full"))));

        Assert.Equal(HealthStatus.Degraded, broken.Status);
        Assert.Equal("The store of relationships does not answer: IOException.", broken.Description);
        Assert.Null(broken.Exception);
    }

    [StoreFact]
    public async Task OpenAsync_ABookInMemory_IsOneCommand()
    {
        var commands = new List<string>();
        var store = Store(new WatchedDatabase(database.Database, commands.Add));
        await store.CreateAsync(
            "robin",
            TestBooks.Empty.Add(new Contact("ada", "Ada") { Circle = Circle.Inner, AddedOn = new LocalDate(2025, 1, 1) }).OrThrow());
        commands.Clear();
        await using var stored = await store.OpenAsync("robin");

        Assert.NotEmpty(stored.Book.DueBy(Now, new LocalDate(2026, 3, 8)));
        Assert.StartsWith("SELECT revision FROM relationship_owners", Assert.Single(commands), StringComparison.Ordinal);
    }

    private static Task<HealthCheckResult> HealthOf(IRelationshipStore store)
    {
        var check = new RelationshipStoreHealthCheck(store);
        return check.CheckHealthAsync(
            new HealthCheckContext { Registration = new HealthCheckRegistration("relationships", check, HealthStatus.Degraded, []) });
    }

    private DatabaseStore Store(StoreDatabase over) => new(over, new RelationshipBookFactory(), null, log, meters);

    private sealed class Factory : IMeterFactory
    {
        private readonly List<Meter> made = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            made.Add(new Meter(options));
            return made[^1];
        }

        public void Dispose() => made.ForEach(meter => meter.Dispose());
    }
}
