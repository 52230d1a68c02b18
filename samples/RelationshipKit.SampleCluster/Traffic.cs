using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using RelationshipKit.Orleans;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleCluster;

/// <summary>Callers who record and ask, each with owners of their own, until the time is up.</summary>
internal sealed class Traffic(IGrainFactory grains, SampleOptions options)
{
    private const int Contacts = 50;

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    // When everybody who was written to is due again.
    private static readonly Instant Later = Start + Duration.FromDays(21);
    private static readonly LocalDate LaterDay = new(2026, 3, 29);

    private readonly ConcurrentDictionary<string, int> acknowledged = new(StringComparer.Ordinal);
    private long records;
    private long questions;

    public static string OwnerOf(int number) => string.Create(CultureInfo.InvariantCulture, $"owner-{number}");

    /// <summary>Begins the books, lives the traffic and prints the rates.</summary>
    public async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0, options.Owners, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) => await BeginAsync(OwnerOf(number)));
        Print($"{options.Owners} owners of {Contacts} contacts began in {clock.Elapsed.TotalSeconds:0.0} s");

        clock.Restart();
        await Task.WhenAll(Enumerable.Range(0, options.Writers).Select(writer => LiveAsync(writer, clock)));
        var seconds = clock.Elapsed.TotalSeconds;
        Print(
            $"{records / seconds:#,0} records and {questions / seconds:#,0} questions a second by {options.Writers} callers for {seconds:0} s");

        clock.Restart();
        var (owners, due) = (0, 0);
        await foreach (var owner in grains.DueOfAllAsync(Later, LaterDay))
        {
            owners++;
            due += owner.Due.Count;
        }

        Print(
            $"due of everybody: {due:#,0} contacts of {owners:#,0} owners, {options.Owners / clock.Elapsed.TotalSeconds:#,0} owners a second");
    }

    /// <summary>Compares what was acknowledged with what a store holds, and says so.</summary>
    /// <returns>Whether they are the same, owner by owner.</returns>
    public async Task<bool> CheckAsync(IRelationshipStore store)
    {
        var (isSame, stored) = (true, 0);
        for (var number = 0; number < options.Owners; number++)
        {
            var held = (await store.OpenAsync(OwnerOf(number))).Book.Touchpoints.Count;
            stored += held;
            isSame &= held == acknowledged.GetValueOrDefault(OwnerOf(number));
        }

        Print($"{acknowledged.Values.Sum():#,0} acknowledged, {stored:#,0} stored");
        return isSame;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private async Task BeginAsync(string name)
    {
        var owner = grains.GetGrain<IRelationshipGrain>(name);
        await Calls.UntilAnsweredAsync(() => owner.Create("Europe/London"));
        await Calls.UntilAnsweredAsync(() => owner.Operate("begin", BookOperation.Several(
            BookOperation.WithCadence(Cadence.Every(Period.FromWeeks(3))),
            BookOperation.Add(Enumerable.Range(0, Contacts).Select(i => new Contact($"c{i}", $"Contact {i}"))))));
    }

    // Nine of ten calls record, the others ask. An owner is one writer's alone, so that each knows what its owners must hold.
    private async Task LiveAsync(int writer, Stopwatch clock)
    {
        if (writer >= options.Owners)
        {
            return;
        }

        var random = new Random(writer);
        for (var count = 1; clock.Elapsed.TotalSeconds < options.Seconds; count++)
        {
            var name = OwnerOf(writer + (options.Writers * random.Next((options.Owners - writer - 1) / options.Writers + 1)));
            var owner = grains.GetGrain<IRelationshipGrain>(name);
            if (count % 10 == 0)
            {
                await Calls.UntilAnsweredAsync(() => owner.DueBy(Later, LaterDay));
                Interlocked.Increment(ref questions);
                continue;
            }

            var (id, at) = ($"{writer}-{count}", Start - Duration.FromMinutes((count * 37L) + random.Next(30)));
            var touchpoint = new Touchpoint($"c{random.Next(Contacts)}", at, Channel.Message, Direction.Outgoing) { Id = id };
            await Calls.UntilAnsweredAsync(() => owner.Record(id, touchpoint));
            acknowledged.AddOrUpdate(name, 1, (_, before) => before + 1);
            Interlocked.Increment(ref records);
        }
    }
}
