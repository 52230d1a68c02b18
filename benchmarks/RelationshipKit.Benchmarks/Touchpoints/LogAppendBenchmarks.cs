using BenchmarkDotNet.Attributes;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Touchpoints;

/// <summary>
/// The cost of adding one touchpoint in no order and reading its contact's history at once, against a set and sorted lists, while a log of
/// 50 contacts fills.
/// </summary>
[MemoryDiagnoser]
public class LogAppendBenchmarks
{
    private const int Touchpoints = 2_000;

    private static readonly Comparer<Touchpoint> ByInstant = Comparer<Touchpoint>.Create((left, right) => left.At.CompareTo(right.At));

    private Touchpoint[] touchpoints = [];

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfContacts(50, Touchpoints);
        Agreement.Check(SetAndSortedLists(), AddAndRead(), "number of touchpoints read");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Touchpoints)]
    public int SetAndSortedLists()
    {
        var read = 0;
        var seen = new HashSet<Touchpoint>();
        var byContact = new Dictionary<ContactId, List<Touchpoint>>();
        foreach (var touchpoint in touchpoints)
        {
            if (!byContact.TryGetValue(touchpoint.Participants[0], out var own))
            {
                byContact.Add(touchpoint.Participants[0], own = []);
            }

            if (seen.Add(touchpoint))
            {
                var at = own.BinarySearch(touchpoint, ByInstant);
                own.Insert(at < 0 ? ~at : at, touchpoint);
            }

            // A copy, as the log gives: what a reader holds must not change under it.
            read += own.ToArray().Length;
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Touchpoints)]
    public int AddAndRead()
    {
        var read = 0;
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
            read += log.Of(touchpoint.Participants[0]).Length;
        }

        return read;
    }
}
