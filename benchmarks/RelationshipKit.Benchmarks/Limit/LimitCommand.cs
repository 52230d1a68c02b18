using System.CommandLine;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary><c>limit</c>: how far the kit is from a C++ program that does the same work on the same columns, and no more.</summary>
internal static class LimitCommand
{
    private const int Pairs = 9;

    public static Command Create()
    {
        var touchpoints = CountOption.Create("--touchpoints", "How many touchpoints.", 2_000_000, 1_000, 200_000_000);
        var contacts = CountOption.Create("--contacts", "How many contacts; no more than touchpoints.", 100_000, 1, 20_000_000);
        var seed = new Option<ulong>("--seed") { Description = "The seed of the data.", DefaultValueFactory = _ => 20260302 };
        var only = new Option<string>("--only") { Description = "Only paths whose name has this in it.", DefaultValueFactory = _ => "" };
        var command = new Command(
            "limit", "Times the kit's bulk paths beside a C++ program compiled for this machine, in pairs on one thread.")
        {
            touchpoints, contacts, seed, only,
        };
        command.SetAction(parsed =>
        {
            if (!CppLibrary.IsThere)
            {
                return 0;
            }

            PeersCommand.ThrowUnlessFitting(parsed.GetValue(touchpoints), parsed.GetValue(contacts));
            Console.WriteLine(FormattableString.Invariant($"{"path",-22} {"ns of",-12} {"kit",8} {"C++",8} {"kit / C++",10}"));
            bool IsWanted(string path) => path.Contains(parsed.GetValue(only)!, StringComparison.OrdinalIgnoreCase);
            var data = PeerData.Make(parsed.GetValue(touchpoints), parsed.GetValue(contacts), parsed.GetValue(seed));
            foreach (var row in Run(data, IsWanted))
            {
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"{row.Path,-22} {row.Item,-12} {row.KitNs,8:0.00} {row.OtherNs,8:0.00} {row.Ratio,10:0.00}"));
            }

            Console.WriteLine(FormattableString.Invariant($"{"",-22} {"",-12} {"",8} {"loop",8} {"kit / loop",10}"));
            foreach (var row in LoopRun.Of(data, IsWanted))
            {
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"{row.Path,-22} {row.Item,-12} {row.KitNs,8:0.00} {row.OtherNs,8:0.00} {row.Ratio,10:0.00}"));
            }

            return 0;
        });
        return command;
    }

    private static IEnumerable<LimitRow> Run(PeerData data, Func<string, bool> isWanted)
    {
        using var loop = new LoopPeer(data);
        loop.Run();
        var expected = loop.Answer();
        if (isWanted("grouped"))
        {
            yield return Pair(
                "grouped", "a touchpoint", data.Touchpoints, new KitGroupedPeer(data, threads: 1), new CppGroupedPeer(data), expected);
        }

        if (isWanted("stream to scores"))
        {
            yield return Pair(
                "stream to scores", "a touchpoint", data.Touchpoints, new KitStreamScoresPeer(data, threads: 1), new CppStreamPeer(data),
                expected);
        }

        if (isWanted("re-score"))
        {
            var table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
            table.Append(data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections);
            yield return Pair(
                "re-score", "a tie", data.Contacts, new KitRescore(table, threads: 1),
                new CppRescore(StatesRun.Fold(data), data.Micros.Max()), expected);
        }
    }

    private static LimitRow Pair(string path, string item, int items, IPeer kit, IPeer cpp, PeerAnswer expected)
    {
        using (kit)
        using (cpp)
        {
            foreach (var peer in new[] { kit, cpp })
            {
                peer.Run();
                peer.Answer().ThrowIfNot(expected, peer.Name);
                PeersRun.WarmUp(peer.Run);
            }

            return Pair(path, item, items, kit.Run, cpp.Run);
        }
    }

    /// <summary>Times two pieces of work in turns; what else the machine does meanwhile slows both.</summary>
    public static LimitRow Pair(string path, string item, int items, Action kit, Action other)
    {
        var (kitTimes, otherTimes, ratios) = (new double[Pairs], new double[Pairs], new double[Pairs]);
        for (var i = 0; i < Pairs; i++)
        {
            (kitTimes[i], otherTimes[i]) = (PeersRun.TimeOf(kit), PeersRun.TimeOf(other));
            ratios[i] = kitTimes[i] / otherTimes[i];
        }

        return new LimitRow(path, item, Median(kitTimes) / items, Median(otherTimes) / items, Median(ratios));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
