using BenchmarkDotNet.Attributes;
using RelationshipKit.Interchange;
using RelationshipKit.Planning.Simulation;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>
/// The cost of asking a whole book, the one of 150 contacts: who is due, a review of the plan, and a year lived ahead. The target of the
/// last is a second.
/// </summary>
[MemoryDiagnoser]
public class BookBenchmarks
{
    private RelationshipBook? book;
    private Network? network;

    [GlobalSetup]
    public void Setup()
    {
        network = NetworkFolder.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "professional"));
        book = RelationshipBookFactory.Default.Open(network.Zone, network.Contacts, network.Log, network.Cadences);
    }

    // What most apps do: so many days since the last contact; the yardstick for the other rows.
    [Benchmark(Baseline = true)]
    public int LongerThanAMonth() =>
        network!.Contacts.Count(contact => network.Log.Of(contact) is [.., var last] && (network.AsOf!.Value - last.At).TotalDays > 30);

    [Benchmark]
    public int DueBy() => book!.DueBy(network!.AsOf!.Value, network.AsOf.Value.InZone(network.Zone).Date).Length;

    [Benchmark]
    public int Review() => book!.ReviewCadences(network!.AsOf!.Value).Length;

    [Benchmark]
    public int SimulateAYear() => book!.Simulate(network!.AsOf!.Value, SimulationSettings.Default).Reached;
}
