using System.CommandLine;
using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary><c>scaling</c>: whether cost grows with the touchpoints and no faster.</summary>
internal static class ScalingCommand
{
    private const int TouchpointsPerTie = 20;

    public static Command Create()
    {
        var millions = new Option<int[]>("--millions")
        {
            Description = "The sizes in millions of touchpoints.",
            DefaultValueFactory = _ => [1, 10, 30, 100],
            AllowMultipleArgumentsPerToken = true,
        };
        var threads = CountOption.Create("--threads", "How many threads to use.", 1, 1, 1_024);
        var seed = new Option<ulong>("--seed") { Description = "The seed of the data.", DefaultValueFactory = _ => 20260302 };
        var svg =
            new Option<FileInfo>("--svg") { Description = "Where the plot goes.", DefaultValueFactory = _ => new FileInfo("scaling.svg") };
        var command = new Command(
            "scaling",
            "Times the kit's bulk paths at growing sizes: nanoseconds a touchpoint and bytes a tie, as a table and a plot.")
        {
            millions, threads, seed, svg,
        };
        command.SetAction(parsed =>
        {
            var sizes = parsed.GetValue(millions)!;
            if (sizes.Where(size => size is < 1 or > 1_000).Take(1).ToArray() is [var wrong])
            {
                throw new UsageException(FormattableString.Invariant($"--millions is {wrong}; it must be from 1 to 1000."));
            }

            Console.WriteLine(
                $"{"touchpoints",12} {"ties",10} {"grouped ns",11} {"unsorted ns",12} {"rescore ns/tie",15} {"bytes/tie",10}");
            var points = sizes.Order().Select(size => Measure(size * 1_000_000, parsed.GetValue(threads), parsed.GetValue(seed))).ToArray();
            File.WriteAllText(parsed.GetValue(svg)!.FullName, ScalingPlot.Of(points));
            Console.WriteLine($"plot: {parsed.GetValue(svg)!.Name}");
            return 0;
        });
        return command;
    }

    private static ScalingPoint Measure(int touchpoints, int threads, ulong seed)
    {
        WorkClock.Threads = threads;
        var data = PeerData.Make(touchpoints, touchpoints / TouchpointsPerTie, seed);
        var options = new BulkOptions { MaxDegreeOfParallelism = threads };
        using var grouped = new KitGroupedPeer(data, threads);
        PeersRun.WarmUp(grouped.Run);
        var (groupedNs, _) = PeersRun.Median(grouped.Run);
        TieTable? table = null;
        PeersRun.WarmUp(Fill);
        var (unsortedNs, _) = PeersRun.Median(Fill);
        using var rescore = new KitRescore(table!, threads);
        PeersRun.WarmUp(rescore.Run);
        rescore.Answer().ThrowIfNot(grouped.Answer(), rescore.Name);
        var (rescoreNs, _) = PeersRun.Median(rescore.Run);
        var point = new ScalingPoint(
            touchpoints, data.Contacts, groupedNs / touchpoints, unsortedNs / touchpoints, rescoreNs / data.Contacts,
            (double)table!.Bytes / data.Contacts);
        Console.WriteLine(FormattableString.Invariant(
            $"{point.Touchpoints,12:N0} {point.Ties,10:N0} {point.GroupedNs,11:0.00} {point.UnsortedNs,12:0.00} {point.RescoreNsPerTie,15:0.00} {point.BytesPerTie,10:0}"));
        return point;

        void Fill()
        {
            table = new TieTable(PeerData.Fold, DateTimeZone.Utc, data.Contacts);
            table.Append(data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections, options);
        }
    }
}
