using BenchmarkDotNet.Attributes;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Touchpoints;

/// <summary>The cost of filling a log, by its length.</summary>
[MemoryDiagnoser]
public class TouchpointLogBenchmarks
{
    private Touchpoint[] touchpoints = [];

    [Params(1_000, 100_000)]
    public int Touchpoints { get; set; }

    [GlobalSetup]
    public void Setup() => touchpoints = History.OfDays(Touchpoints / 2);

    // What a caller would write without the kit: a set, and the touchpoints of each contact in a list.
    [Benchmark(Baseline = true)]
    public int SetAndLists()
    {
        var seen = new HashSet<Touchpoint>();
        var byContact = new Dictionary<string, List<Touchpoint>>();
        foreach (var touchpoint in touchpoints)
        {
            if (!seen.Add(touchpoint))
            {
                continue;
            }

            foreach (var contact in touchpoint.Participants)
            {
                if (!byContact.TryGetValue(contact.Value, out var list))
                {
                    byContact.Add(contact.Value, list = []);
                }

                list.Add(touchpoint);
            }
        }

        return seen.Count;
    }

    [Benchmark]
    public int Add()
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return log.Count;
    }

    // The worst order to arrive in: the newest first.
    [Benchmark]
    public int AddBackwards()
    {
        var log = new TouchpointLog();
        for (var i = touchpoints.Length - 1; i >= 0; i--)
        {
            log.Add(touchpoints[i]);
        }

        return log.Count;
    }
}
