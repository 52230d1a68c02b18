using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Benchmarks.Scoring;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>
/// The cost of folding one touchpoint into the state of a tie, and a whole history, against running sums that take in the same.
/// </summary>
/// <remarks>
/// A state is immutable and keeps its days, so that a late touchpoint finds its own; the sums are changed in place and could not take it
/// in.
/// </remarks>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class FoldBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Touchpoint Call = new(ContactId.FromValue("ada"), History.Now, Channel.Voice, Direction.Outgoing);

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly PlainFold plain = new(Zone);
    private Touchpoint[] touchpoints = [];
    private Touchpoint late = Call;
    private RunningSums sums;
    private TieState state = TieState.Fold(FoldSettings.Default, Zone, [], History.Now);

    [Params(10, 1_000)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(ContactDays);
        late = Call with { At = touchpoints[touchpoints.Length / 2].At + Duration.FromDays(1) };
        sums = plain.Fold(touchpoints, History.Now);
        state = scorer.StateOf(touchpoints, History.Now);
        ScoreOf(AddToSums()).Check(scorer.ScoreAt(With(), History.Now));
        ScoreOf(SumAll()).Check(scorer.ScoreAt(Fold(), History.Now));
        ScoreOf(plain.Fold(touchpoints.Append(late).OrderBy(touchpoint => touchpoint.At), History.Now))
            .Check(scorer.ScoreAt(WithLate(), History.Now));
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("one")]
    public RunningSums AddToSums()
    {
        var copy = sums;
        plain.Add(ref copy, Call);
        return copy;
    }

    [Benchmark]
    [BenchmarkCategory("one")]
    public TieState With() => state.With(Call);

    [Benchmark]
    [BenchmarkCategory("one")]
    public TieState WithLate() => state.With(late);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("all")]
    public RunningSums SumAll() => plain.Fold(touchpoints, History.Now);

    [Benchmark]
    [BenchmarkCategory("all")]
    public TieState Fold() => scorer.StateOf(touchpoints, History.Now);

    private static PlainScore ScoreOf(RunningSums tie) => tie.ScoreAt(PlainFold.MicrosOf(History.Now));
}
