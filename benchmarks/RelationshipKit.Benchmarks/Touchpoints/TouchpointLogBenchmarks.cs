using BenchmarkDotNet.Attributes;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Touchpoints;

/// <summary>The cost of filling a log, by its length, against a set and a list for each contact.</summary>
[MemoryDiagnoser]
public class TouchpointLogBenchmarks
{
    private Touchpoint[] touchpoints = [];

    [Params(1_000, 50_000)]
    public int Touchpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(Touchpoints / 2);
        Agreement.Check(SetAndLists(), Add(), "number of touchpoints");
        Agreement.Check(SetAndLists(), AddBackwards(), "number of touchpoints");
    }

    [Benchmark(Baseline = true)]
    public int SetAndLists()
    {
        var seen = new HashSet<Touchpoint>();
        var byContact = new Dictionary<ContactId, List<Touchpoint>>();
        foreach (var touchpoint in touchpoints)
        {
            if (!seen.Add(touchpoint))
            {
                continue;
            }

            foreach (var contact in touchpoint.Participants)
            {
                if (!byContact.TryGetValue(contact, out var own))
                {
                    byContact.Add(contact, own = []);
                }

                own.Add(touchpoint);
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
