using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>The cost of scoring one tie, by the length of its history.</summary>
[MemoryDiagnoser]
public class ScoreBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly double[] HalfLives = [3, 30, 300];

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly Dictionary<Channel, ChannelWeight> weights = FoldSettings.Default.Channels.ToDictionary(row => row.Channel);
    private Touchpoint[] touchpoints = [];
    private TieState state = TieState.Fold(FoldSettings.Default, Zone, [], History.Now);
    private byte[] bytes = [];

    [Params(10, 100, 1_000)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(ContactDays);
        state = scorer.StateOf(touchpoints, History.Now);
        bytes = state.ToBytes();
    }

    // What a caller would write without the kit, for the strength alone; the yardstick for the other rows.
    [Benchmark(Baseline = true)]
    public double Linq()
    {
        var integral = HalfLives.Sum(h => Math.Sqrt(h)) / Math.Log(2);
        var masses = touchpoints
            .Where(touchpoint => touchpoint.At <= History.Now && touchpoint.IsContact)
            .GroupBy(touchpoint => (touchpoint.At.InZone(Zone).Date, weights[touchpoint.Channel].Class))
            .Select(cell => (
                cell.Key.Class,
                Mass: 30 * cell.Max(touchpoint => weights[touchpoint.Channel].Weight)
                    * HalfLives.Sum(h => Math.Pow(2, -(History.Now - cell.Max(touchpoint => touchpoint.At)).TotalDays / h) / Math.Sqrt(h)) / integral))
            .ToLookup(cell => cell.Class, cell => cell.Mass);
        return 1 - Math.Exp(-(masses[ChannelClass.Rich].Sum() + 1 - Math.Exp(-masses[ChannelClass.Light].Sum())));
    }

    [Benchmark]
    public RelationshipScore ScoreTouchpoints() => scorer.ScoreAt(touchpoints, History.Now);

    [Benchmark]
    public RelationshipScore ScoreState() => scorer.ScoreAt(state, History.Now);

    [Benchmark]
    public TieState Fold() => scorer.StateOf(touchpoints, History.Now);

    [Benchmark]
    public TieState FromBytes() => TieState.FromBytes(bytes, FoldSettings.Default, Zone);

    [Benchmark]
    public Explanation Explain() => scorer.Explain(touchpoints, History.Now);
}
