using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Benchmarks.Forecasts;

/// <summary>The cost of forecasting one tie, once its state is known.</summary>
[MemoryDiagnoser]
public class ForecastBenchmarks
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Month = Duration.FromDays(30);

    private readonly RhythmHazard hazard = RhythmHazard.Default;
    private RhythmState tie;

    [Params(2, 100)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup() => tie = RhythmState.Of(ContactDays, Now - Duration.FromDays(ContactDays * 9.3), Now - Duration.FromDays(13.7));

    // What a caller would write without the kit: the exponential gap, whose rate is the mean.
    [Benchmark(Baseline = true)]
    public double Exponential() =>
        1 - Math.Exp(-30 * (ContactDays - 1) / (tie.Last.GetValueOrDefault() - tie.First.GetValueOrDefault()).TotalDays);

    [Benchmark]
    public double ContactWithin() => hazard.ForecastAt(tie, Now).ContactWithin(Month).GetValueOrDefault();

    [Benchmark]
    public double SilencePercentile() => hazard.ForecastAt(tie, Now).SilencePercentile.GetValueOrDefault();

    [Benchmark]
    public double ReciprocatedWithin() => hazard.ForecastAt(tie, 3.5, 1.25, Now).ReciprocatedWithin(Month).GetValueOrDefault();
}
