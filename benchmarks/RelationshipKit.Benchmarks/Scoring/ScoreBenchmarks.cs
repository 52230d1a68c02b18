using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>The cost of scoring one tie, by the length of its history, against running sums over the same touchpoints.</summary>
/// <remarks>
/// The baseline has no interval of the balance, no spread of gaps and no forecast. A row has strength, balance, counts and dates, and
/// allocates nothing.
/// </remarks>
[MemoryDiagnoser]
public class ScoreBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly BulkScorer rowScorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly PlainFold plain = new(Zone);
    private Touchpoint[] touchpoints = [];
    private TouchpointRow[] rows = [];
    private TieState state = TieState.Fold(FoldSettings.Default, Zone, [], History.Now);

    [Params(10, 100, 1_000)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(ContactDays);
        rows = Array.ConvertAll(
            touchpoints, touchpoint =>
                new TouchpointRow(PlainFold.MicrosOf(touchpoint.At), FoldSettings.Default.Kinds.IndexOf(touchpoint), touchpoint.Direction));
        state = scorer.StateOf(touchpoints, History.Now);
        RunningSums().Check(ScoreTouchpoints());
        RunningSums().Check(ScoreState());
        Agreement.Check(RunningSums().ExpectedContacts, ScoreRows().ExpectedContacts, nameof(TieScore.ExpectedContacts));
        Agreement.Check(RunningSums().Balance, ScoreRows().Balance, nameof(TieScore.Balance));
        Agreement.Check(RunningSums().ContactDays, ScoreRows().ContactDays, nameof(TieScore.ContactDays));
    }

    [Benchmark(Baseline = true)]
    public PlainScore RunningSums() => plain.Fold(touchpoints, History.Now).ScoreAt(PlainFold.MicrosOf(History.Now));

    [Benchmark]
    public RelationshipScore ScoreTouchpoints() => scorer.ScoreAt(touchpoints, History.Now);

    [Benchmark]
    public TieScore ScoreRows() => rowScorer.ScoreOne(rows, History.Now);

    [Benchmark]
    public RelationshipScore ScoreState() => scorer.ScoreAt(state, History.Now);
}
