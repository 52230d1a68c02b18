using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Interchange;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>
/// The cost of scoring a whole network, every contact of a seed from the log, against running sums over the same touchpoints.
/// </summary>
[MemoryDiagnoser]
public class SeedBenchmarks
{
    private Network? network;
    private RelationshipScorer? scorer;
    private PlainFold? plain;
    private Instant asOf;

    [Params("dozen", "professional", "quiet")]
    public string Seed { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        network = NetworkFolder.Load(Path.Combine(AppContext.BaseDirectory, "seeds", Seed));
        scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, network.Zone);
        plain = new PlainFold(network.Zone);
        asOf = network.AsOf!.Value;
        Agreement.Check(RunningSums(), ScoreAll(), "sum of lambdas");
    }

    [Benchmark(Baseline = true)]
    public double RunningSums()
    {
        var sum = 0.0;
        foreach (var contact in network!.Contacts)
        {
            sum += plain!
                .Fold(network.Log.Of(contact), asOf)
                .ScoreAt(PlainFold.MicrosOf(asOf), ScoreSettings.Default.CeilingFor(contact)).ExpectedContacts;
        }

        return sum;
    }

    [Benchmark]
    public double ScoreAll()
    {
        var sum = 0.0;
        foreach (var contact in network!.Contacts)
        {
            sum += scorer!.For(contact).ScoreAt(network.Log.Of(contact), asOf).ExpectedContacts;
        }

        return sum;
    }

    // What most apps do: a step function of the days since the last contact. It says less, and costs next to nothing.
    [Benchmark]
    public double StepFunction()
    {
        var sum = 0.0;
        foreach (var contact in network!.Contacts)
        {
            var touchpoints = network.Log.Of(contact);
            var days = touchpoints.IsEmpty ? double.PositiveInfinity : (asOf - touchpoints[^1].At).TotalDays;
            sum += days < 7 ? 1 : days < 30 ? 0.5 : days < 90 ? 0.25 : 0;
        }

        return sum;
    }
}
