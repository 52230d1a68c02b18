using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>
/// The cost of finding when strength falls to a level, to the microsecond, against halving the time left over running sums.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class FallsToBenchmarks
{
    private const double Level = 0.3;
    private const long MostYears = 200;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly PlainFold plain = new(Zone);
    private Touchpoint[] touchpoints = [];
    private RunningSums sums;
    private TieState state = TieState.Fold(FoldSettings.Default, Zone, [], History.Now);

    [Params(10, 1_000)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(ContactDays);
        sums = plain.Fold(touchpoints, History.Now);
        state = scorer.StateOf(touchpoints, History.Now);
        Check(SumAndHalve(), FallsTo());
        Check(HalveSums(), StateFallsTo());
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("touchpoints")]
    public long SumAndHalve() => Halve(plain.Fold(touchpoints, History.Now));

    [Benchmark]
    [BenchmarkCategory("touchpoints")]
    public Instant? FallsTo() => scorer.FallsTo(touchpoints, History.Now, Strength.FromValue(Level));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("state")]
    public long HalveSums() => Halve(sums);

    [Benchmark]
    [BenchmarkCategory("state")]
    public Instant? StateFallsTo() => scorer.FallsTo(state, History.Now, Strength.FromValue(Level));

    private static long Halve(in RunningSums tie)
    {
        // At the level strength is 1 - e^-lambda; the logarithm is taken once instead of at every step.
        var lambda = -Math.Log(1 - Level);
        var low = PlainFold.MicrosOf(History.Now);
        var high = low + (MostYears * 366 * PeerData.MicrosPerDay);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = tie.LambdaAt(middle) <= lambda ? (low, middle) : (middle, high);
        }

        return high;
    }

    // Strengths that differ in the last bit may cross a level some microseconds apart.
    private static void Check(long baseline, Instant? kit) =>
        Agreement.Check(baseline / 1e6, PlainFold.MicrosOf(kit!.Value) / 1e6, "instant in seconds");
}
