using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>
/// The cost of folding one touchpoint of any tie of a table, and of reading its strength at once, against an array of running sums.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class TieTableAppendBenchmarks
{
    private const int TouchpointsPerTie = 20;
    private const int Appends = 10_000;
    private const long MicrosBetween = 1_000;
    private const byte Kind = 0;

    private readonly int[] ties = new int[Appends];
    private readonly PlainFold plain = new(TieTableStream.Zone);
    private RunningSums[] sums = [];
    private TieTable? table;
    private long at;

    [Params(20_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260303);
        var stream = new TieTableStream(TouchpointsPerTie * Ties, Ties);
        sums = PlainTable.Fold(stream.Ties, stream.UnixMicros, stream.Kinds, stream.Directions, Ties);
        table = stream.ToTable(Ties);
        for (var i = 0; i < Appends; i++)
        {
            ties[i] = random.Next(Ties);
        }

        // The same instants for both, so that the sums of strengths must be the same too.
        var start = PlainFold.MicrosOf(History.Now);
        at = start;
        var baseline = SumsAndRead();
        at = start;
        Agreement.Check(baseline, AppendAndRead(), "sum of strengths");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Appends)]
    [BenchmarkCategory("append")]
    public long Sums()
    {
        foreach (var tie in ties)
        {
            Add(tie, at += MicrosBetween);
        }

        return at;
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    [BenchmarkCategory("append")]
    public long Append()
    {
        foreach (var tie in ties)
        {
            table!.Append(tie, at += MicrosBetween, Kind, Direction.Mutual);
        }

        return table!.Touchpoints;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Appends)]
    [BenchmarkCategory("append and read")]
    public double SumsAndRead()
    {
        var sum = 0.0;
        foreach (var tie in ties)
        {
            Add(tie, at += MicrosBetween);
            sum += 1 - Math.Exp(-sums[tie].LambdaAt(at));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    [BenchmarkCategory("append and read")]
    public double AppendAndRead()
    {
        var sum = 0.0;
        foreach (var tie in ties)
        {
            table!.Append(tie, at += MicrosBetween, Kind, Direction.Mutual);
            sum += table.ValueAt(tie, ScoreColumn.Strength, Instant.FromUnixTimeTicks(at * 10));
        }

        return sum;
    }

    private void Add(int tie, long micros)
    {
        var (weight, isRich) = PeerData.Weights[Kind];
        sums[tie].Add(micros, plain.DayOf(micros), weight, isRich, Direction.Mutual);
    }
}
