using System.Diagnostics;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Verifies each implementation against the loop, then times it.</summary>
internal static class PeersRun
{
    private const int Runs = 7;
    private const int RunsOfOverASecond = 3;

    public static PeerTiming[] Of(PeerData data, IEnumerable<Func<IPeer>> peers)
    {
        using var yardstick = new LoopPeer(data);
        yardstick.Run();
        var expected = yardstick.Answer();
        return [.. peers.Select(make => Time(make, expected, data.Touchpoints))];
    }

    /// <summary>Does a piece of work again and again for a second, so that all of it is compiled as well as it ever will be.</summary>
    public static void WarmUp(Action work)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started).TotalSeconds < 1;)
        {
            work();
        }
    }

    /// <summary>Returns the median time of a piece of work in nanoseconds, and what one run allocates.</summary>
    public static (double Nanoseconds, long AllocatedBytes) Median(Action work)
    {
        List<double> times = [];
        var allocated = long.MaxValue;
        while (times.Count < (times.Count > 0 && times.Max() > 1e9 ? RunsOfOverASecond : Runs))
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            times.Add(TimeOf(work));
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        times.Sort();
        return (times[times.Count / 2], allocated);
    }

    /// <summary>Returns the time of a piece of work in nanoseconds.</summary>
    public static double TimeOf(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var started = WorkClock.Nanoseconds;
        work();
        return WorkClock.Nanoseconds - started;
    }

    private static PeerTiming Time(Func<IPeer> make, PeerAnswer expected, int touchpoints)
    {
        // One at a time: what the others hold would only take memory and caches from it.
        using var peer = make();
        peer.Run();
        peer.Answer().ThrowIfNot(expected, peer.Name);
        WarmUp(peer.Run);
        var (nanoseconds, allocated) = Median(peer.Run);
        Console.Error.WriteLine(FormattableString.Invariant($"{peer.Name}: verified, {nanoseconds / touchpoints:0.00} ns a touchpoint"));
        return new PeerTiming(peer.Name, nanoseconds / touchpoints, allocated);
    }
}
