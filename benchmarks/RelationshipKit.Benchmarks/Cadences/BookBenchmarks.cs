using BenchmarkDotNet.Attributes;
using RelationshipKit.Interchange;
using RelationshipKit.Planning;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>The cost of asking a whole book, the one of 150 contacts: who is due, a review of the plan, and a year lived ahead. The target of the last is a second.</summary>
[MemoryDiagnoser]
public class BookBenchmarks
{
    private RelationshipBook? book;
    private Network? network;

    [GlobalSetup]
    public void Setup()
    {
        network = NetworkFolder.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "professional"));
        book = Books.Of(new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, network.Zone), network.Contacts, network.Log, network.Cadences!);
    }

    // What most apps do: so many days since the last contact; the yardstick for the other rows.
    [Benchmark(Baseline = true)]
    public int LongerThanAMonth() => network!.Contacts.Count(contact => network.Log.Of(contact) is [.., var last] && (network.AsOf!.Value - last.At).TotalDays > 30);

    [Benchmark]
    public int DueBy() => book!.DueBy(network!.AsOf!.Value.InZone(network.Zone).Date, network.AsOf.Value).Length;

    [Benchmark]
    public int Review() => book!.ReviewCadences(network!.AsOf!.Value).Length;

    [Benchmark]
    public int SimulateAYear() => book!.Simulate(SimulationSettings.Default, network!.AsOf!.Value).Reached;
}
