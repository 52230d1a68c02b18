using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Benchmarks.Forecasts;

/// <summary>The cost of forecasting one tie, once its state is known, against the same questions asked of exponential gaps.</summary>
/// <remarks>
/// The baselines are another model, the one a caller would write without the kit, so the answers differ: its rate is one over the mean gap.
/// </remarks>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class ForecastBenchmarks
{
    private static readonly Duration Month = Duration.FromDays(30);

    private readonly RhythmHazard hazard = RhythmHazard.Default;
    private RhythmState tie;

    [Params(2, 100)]
    public int ContactDays { get; set; }

    private double UsualGapDays => (tie.Last.GetValueOrDefault() - tie.First.GetValueOrDefault()).TotalDays / (tie.ContactDays - 1);

    [GlobalSetup]
    public void Setup() =>
        tie = RhythmState.Of(ContactDays, History.Now - Duration.FromDays(ContactDays * 9.3), History.Now - Duration.FromDays(13.7));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("contact")]
    public double ExponentialWithin() => 1 - Math.Exp(-30 / UsualGapDays);

    [Benchmark]
    [BenchmarkCategory("contact")]
    public double ContactWithin() => hazard.ForecastAt(tie, History.Now).ContactWithin(Month).GetValueOrDefault();

    [Benchmark]
    [BenchmarkCategory("contact")]
    public double ReciprocatedWithin() => hazard.ForecastAt(tie, 3.5, 1.25, History.Now).ReciprocatedWithin(Month).GetValueOrDefault();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("silence")]
    public double ExponentialPercentile() => 1 - Math.Exp(-(History.Now - tie.Last.GetValueOrDefault()).TotalDays / UsualGapDays);

    [Benchmark]
    [BenchmarkCategory("silence")]
    public double SilencePercentile() => hazard.ForecastAt(tie, History.Now).SilencePercentile.GetValueOrDefault();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("due")]
    public Instant ExponentialDueBy() => tie.Last.GetValueOrDefault() + Duration.FromDays(UsualGapDays * -Math.Log(0.25));

    [Benchmark]
    [BenchmarkCategory("due")]
    public Instant DueBy() => hazard.ForecastAt(tie, History.Now).DueBy(0.75).GetValueOrDefault();
}
