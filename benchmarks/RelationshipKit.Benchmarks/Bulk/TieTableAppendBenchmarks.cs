using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>The cost of folding one touchpoint of any tie of a table, and of reading its score at once.</summary>
[MemoryDiagnoser]
public class TieTableAppendBenchmarks
{
    private const int TouchpointsPerTie = 20;
    private const int Appends = 10_000;
    private const long MicrosBetween = 1_000;

    private readonly int[] ties = new int[Appends];
    private TieTable? table;
    private long at;

    [Params(5_000, 50_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260303);
        table = new TieTableStream(TouchpointsPerTie * Ties, Ties).ToTable(Ties);
        at = History.Now.ToUnixTimeTicks() / 10;
        for (var i = 0; i < Appends; i++)
        {
            ties[i] = random.Next(Ties);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Appends)]
    public long Append()
    {
        foreach (var tie in ties)
        {
            table!.Append(tie, at += MicrosBetween, 0, Direction.Mutual);
        }

        return table!.Touchpoints;
    }

    [Benchmark(OperationsPerInvoke = Appends)]
    public double AppendAndRead()
    {
        var sum = 0.0;
        foreach (var tie in ties)
        {
            table!.Append(tie, at += MicrosBetween, 0, Direction.Mutual);
            sum += table.ValueAt(tie, ScoreColumn.Strength, Instant.FromUnixTimeTicks(at * 10));
        }

        return sum;
    }
}
