using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>
/// The cost of scoring one tie as if a call had just happened, from its touchpoints and from its state, against running sums that take the
/// call in.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class WhatIfBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Touchpoint Call = new(ContactId.FromValue("ada"), History.Now, Channel.Voice, Direction.Outgoing);

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
        SumAllAndAdd().Check(WhatIf());
        SumsAndAdd().Check(ScoreStateWith());
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("touchpoints")]
    public PlainScore SumAllAndAdd() => WithCall(plain.Fold(touchpoints, History.Now));

    [Benchmark]
    [BenchmarkCategory("touchpoints")]
    public RelationshipScore WhatIf() => scorer.WhatIf(touchpoints, Call, History.Now);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("state")]
    public PlainScore SumsAndAdd() => WithCall(sums);

    [Benchmark]
    [BenchmarkCategory("state")]
    public RelationshipScore ScoreStateWith() => scorer.ScoreAt(state.With(Call), History.Now);

    private PlainScore WithCall(RunningSums copy)
    {
        plain.Add(ref copy, Call);
        return copy.ScoreAt(PlainFold.MicrosOf(History.Now));
    }
}
