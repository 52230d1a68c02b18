using BenchmarkDotNet.Attributes;
using RelationshipKit.Interchange;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>The cost of scoring a whole network: every contact of a seed, from the log.</summary>
[MemoryDiagnoser]
public class SeedBenchmarks
{
    private Network? network;
    private RelationshipScorer? scorer;

    [Params("dozen", "professional", "quiet")]
    public string Seed { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        network = NetworkFolder.Load(Path.Combine(AppContext.BaseDirectory, "seeds", Seed));
        scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, network.Zone);
    }

    // What most apps do: a step function of the days since the last contact; the yardstick for the other row.
    [Benchmark(Baseline = true)]
    public double StepFunction()
    {
        var sum = 0.0;
        foreach (var contact in network!.Contacts)
        {
            var touchpoints = network.Log.Of(contact);
            var days = touchpoints.IsEmpty ? double.PositiveInfinity : (network.AsOf!.Value - touchpoints[^1].At).TotalDays;
            sum += days < 7 ? 1 : days < 30 ? 0.5 : days < 90 ? 0.25 : 0;
        }

        return sum;
    }

    [Benchmark]
    public double ScoreAll()
    {
        var sum = 0.0;
        foreach (var contact in network!.Contacts)
        {
            sum += scorer!.For(contact).ScoreAt(network.Log.Of(contact), network.AsOf!.Value).Lambda;
        }

        return sum;
    }
}
