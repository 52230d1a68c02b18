using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Benchmarks.Limit;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary><c>peers</c>: the same work done by every implementation, in one process, on the same data.</summary>
internal static class PeersCommand
{
    private const int MostAppends = 1_000_000;

    public static Command Create()
    {
        var touchpoints = CountOption.Create("--touchpoints", "How many touchpoints.", 1_000_000, 1_000, 200_000_000);
        var contacts = CountOption.Create("--contacts", "How many contacts; no more than touchpoints.", 50_000, 1, 20_000_000);
        var seed = new Option<ulong>("--seed") { Description = "The seed of the data.", DefaultValueFactory = _ => 20260302 };
        var threads = CountOption.Create(
            "--threads", "How many threads the databases and the kit's bulk paths may use; the others use one.", 1, 1, 1_024);
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "peers",
            "Times LINQ, a loop, SQLite, DuckDB, the kit and, where g++ is there, C++ on the same work, each verified before it is timed.")
        {
            touchpoints,
            contacts,
            seed,
            threads,
            json
        };
        command.SetAction(parsed =>
        {
            var report = Run(parsed.GetValue(touchpoints), parsed.GetValue(contacts), parsed.GetValue(seed), parsed.GetValue(threads));
            Console.Out.Write(
                parsed.GetValue(json)
                    ? JsonSerializer.Serialize(report, PeersJsonContext.Default.PeersReport) + "\n"
                    : PeersTable.Of(report));
            return 0;
        });
        return command;
    }

    /// <summary>Throws unless so many touchpoints can be those of so many contacts.</summary>
    public static void ThrowUnlessFitting(int touchpoints, int contacts)
    {
        var fewest = (touchpoints + PeerData.MostPerTie - 1) / PeerData.MostPerTie;
        if (contacts < fewest || contacts > touchpoints)
        {
            throw new UsageException(FormattableString.Invariant(
                $"--contacts is {contacts}; for {touchpoints} touchpoints it must be from {fewest}, for a contact has at most {PeerData.MostPerTie}, to {touchpoints}."));
        }
    }

    private static PeersReport Run(int touchpoints, int contacts, ulong seed, int threads)
    {
        ThrowUnlessFitting(touchpoints, contacts);
        WorkClock.Threads = threads;
        var data = PeerData.Make(touchpoints, contacts, seed);
        Func<IPeer>[] limits = CppLibrary.IsThere ? [() => new CppGroupedPeer(data), () => new CppStreamPeer(data)] : [];
        var timings = PeersRun.Of(
            data,
            [
                () => new LinqPeer(data),
                () => new LoopPeer(data),
                () => new SqlitePeer(data),
                () => new DuckDbPeer(data, sorted: false, threads),
                () => new DuckDbPeer(data, sorted: true, threads),
                () => new KitObjectPeer(data),
                () => new KitGroupedPeer(data, threads),
                () => new KitStreamPeer(data, threads),
                () => new KitStreamScoresPeer(data, threads),
                .. limits,
            ]);
        var loop = timings.Single(timing => timing.Name == "loop").NsPerTouchpoint;
        return new PeersReport(
            touchpoints,
            contacts,
            threads,
            [
                .. timings.Select(
                    timing =>
                        new PeersRow(timing.Name, timing.NsPerTouchpoint, loop / timing.NsPerTouchpoint, timing.AllocatedBytes, null)),
                .. StatesRun.Of(data, Math.Min(MostAppends, touchpoints), seed + 1, threads)
                    .Select(item => new PeersRow(item.Name, null, null, null, item.NsPerItem)),
            ]);
    }
}
