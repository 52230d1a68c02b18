using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RelationshipKit.Orleans;
using RelationshipKit.SampleCluster;

namespace RelationshipKit.ClusterTorture;

/// <summary>Three silos in processes of their own, of which a random one is killed every ten seconds and comes back after five.</summary>
internal static class Chaos
{
    private const int Silos = 3;
    private const int Writers = 16;
    private const int Owners = 8;
    private static readonly TimeSpan FirstKill = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(int seconds, int seed)
    {
        await using var servers = await LocalServers.StartAsync();
        await using var silos = new SiloProcesses(servers);
        await Task.WhenAll(Enumerable.Range(0, Silos).Select(silos.StartAsync));
        using var client = await ClusterClient.ConnectAsync(servers);
        var grains = client.Services.GetRequiredService<IGrainFactory>();
        for (var owner = 0; owner < Owners; owner++)
        {
            var grain = grains.GetGrain<IRelationshipGrain>(OwnerOf(owner));
            await Calls.UntilAnsweredAsync(() => grain.Create("UTC"));
            await Calls.UntilAnsweredAsync(() => grain.Operate(
                "begin",
                BookOperation.Add(Enumerable.Range(0, Writers).Select(writer => new Contact(ContactOf(writer), $"Contact {writer}")))));
        }

        var acknowledgements = new Acknowledgements();
        var clock = Stopwatch.StartNew();
        var length = TimeSpan.FromSeconds(seconds);
        var writers = Enumerable.Range(0, Writers)
            .Select(number => new ChaosWriter(grains, number, Owners, seed, acknowledgements))
            .ToArray();
        var writing = Task.WhenAll(writers.Select(writer => Task.Run(() => writer.RunAsync(clock, length))));
        var kills = await KillAsync(silos, new Random(seed), clock, length, writing);
        await writing;
        acknowledgements.End();

        await using var store = servers.OpenStore();
        var (stored, lost, doubled) = (0, 0, 0);
        for (var owner = 0; owner < Owners; owner++)
        {
            var book = (await store.Store.OpenAsync(OwnerOf(owner))).Book;
            foreach (var writer in writers)
            {
                var (records, counts) =
                    (book.ScoreOf(
                        ContactOf(writer.Number), ChaosWriter.AsOf).Touchpoints, CountUp.CountOf(book.Find(ContactOf(writer.Number))!));
                stored += records + counts;
                var differences = new[] { records - writer.RecordsOf(owner), counts - writer.CountsOf(owner) };
                lost += differences.Where(difference => difference < 0).Sum(difference => -difference);
                doubled += differences.Where(difference => difference > 0).Sum();
            }
        }

        var contradictions = writers.Sum(writer => writer.Contradictions);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {kills} kills in {seconds} s; {acknowledgements.Count:#,0} acknowledged, {stored:#,0} stored, {lost} lost, "
                + $"{doubled} doubled; {writers.Sum(writer => writer.Answers):#,0} answers, {contradictions} contradict an earlier "
                + $"write; {writers.Sum(writer => writer.Repeated):#,0} calls made again; the longest gap without an "
                + $"acknowledgement was {acknowledgements.LongestGap.TotalSeconds:0.0} s"));
        return lost + doubled + contradictions == 0 && stored == acknowledgements.Count && kills > 0 && acknowledgements.Count > 0 ? 0 : 1;
    }

    public static string OwnerOf(int number) => string.Create(CultureInfo.InvariantCulture, $"owner-{number}");

    public static string ContactOf(int writer) => string.Create(CultureInfo.InvariantCulture, $"of-{writer}");

    private static async Task<int> KillAsync(SiloProcesses silos, Random random, Stopwatch clock, TimeSpan length, Task writing)
    {
        var kills = 0;
        for (var next = FirstKill; next < length && !writing.IsFaulted; next += BetweenKills)
        {
            await WaitUntilAsync(next);
            var silo = random.Next(Silos);
            await silos.KillAsync(silo);
            kills++;
            await WaitUntilAsync(next + BeforeRestart);
            await silos.StartAsync(silo);
        }

        return kills;

        async Task WaitUntilAsync(TimeSpan time) => await Task.Delay(time > clock.Elapsed ? time - clock.Elapsed : TimeSpan.Zero);
    }
}
