using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>The cost of keeping ties in a table: folding a stream in no order, scoring all, finding the top, saving and loading.</summary>
/// <remarks>
/// Twenty touchpoints a tie over five years. The baselines keep an array of running sums, which is less than a table keeps: they know no
/// days, so that what comes late needs the whole stream again. That is why they save the stream, as plain columns without a checksum, and
/// fold it when they load.
/// </remarks>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class TieTableBenchmarks
{
    private const int TouchpointsPerTie = 20;
    private const int Wanted = 100;

    private readonly long now = PlainFold.MicrosOf(History.Now);
    private readonly int[] top = new int[Wanted];
    private TieTableStream? stream;
    private RunningSums[] sums = [];
    private TieTable? table;
    private double[] lambda = [];
    private byte[] columns = [];
    private byte[] saved = [];

    [Params(10_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        stream = new TieTableStream(TouchpointsPerTie * Ties, Ties);
        (sums, table, lambda) = (SortAndSum(), Append(), new double[Ties]);
        (columns, saved) = (SaveColumns(), Save());
        ScoreAll();
        var loaded = LoadColumns();
        for (var tie = 0; tie < Ties; tie++)
        {
            Agreement.Check(sums[tie].LambdaAt(now), lambda[tie], "lambda");
            Agreement.Check(loaded[tie].LambdaAt(now), lambda[tie], "lambda after loading");
        }

        var again = new double[Ties];
        Load().Score(History.Now, new ScoreColumns { ExpectedContacts = again });
        Agreement.Check(again.AsSpan().SequenceEqual(lambda), true, "column after loading");
        Top();
        Agreement.Check(TopOfQueue().AsSpan().SequenceEqual(top), true, "top");
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("fold")]
    public RunningSums[] SortAndSum() => PlainTable.Fold(stream!.Ties, stream.UnixMicros, stream.Kinds, stream.Directions, Ties);

    [Benchmark]
    [BenchmarkCategory("fold")]
    public TieTable Append() => stream!.ToTable(Ties);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("score")]
    public double[] LambdaOfAll()
    {
        for (var tie = 0; tie < sums.Length; tie++)
        {
            lambda[tie] = sums[tie].LambdaAt(now);
        }

        return lambda;
    }

    [Benchmark]
    [BenchmarkCategory("score")]
    public double[] ScoreAll()
    {
        table!.Score(History.Now, new ScoreColumns { ExpectedContacts = lambda });
        return lambda;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("top")]
    public int[] TopOfQueue()
    {
        // The least of the best is in front; among equals the larger index is the lesser.
        var best = new PriorityQueue<int, (double ExpectedContacts, int Tie)>(Wanted);
        for (var tie = 0; tie < sums.Length; tie++)
        {
            var place = (sums[tie].LambdaAt(now), -tie);
            if (best.Count < Wanted)
            {
                best.Enqueue(tie, place);
            }
            else
            {
                best.EnqueueDequeue(tie, place);
            }
        }

        var found = new int[best.Count];
        for (var i = found.Length - 1; i >= 0; i--)
        {
            found[i] = best.Dequeue();
        }

        return found;
    }

    [Benchmark]
    [BenchmarkCategory("top")]
    public int Top() => table!.TopBy(ScoreColumn.ExpectedContacts, History.Now, top);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("save")]
    public byte[] SaveColumns()
    {
        using var stored = new MemoryStream();
        stored.Write(MemoryMarshal.AsBytes<int>(stream!.Ties));
        stored.Write(MemoryMarshal.AsBytes<long>(stream.UnixMicros));
        stored.Write(stream.Kinds);
        stored.Write(stream.Directions);
        return stored.ToArray();
    }

    [Benchmark]
    [BenchmarkCategory("save")]
    public byte[] Save()
    {
        using var stored = new MemoryStream();
        table!.Save(stored);
        return stored.ToArray();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("load")]
    public RunningSums[] LoadColumns()
    {
        using var stored = new MemoryStream(columns);
        var touchpoints = TouchpointsPerTie * Ties;
        var (ties, micros, kinds, directions) = (new int[touchpoints], new long[touchpoints], new byte[touchpoints], new byte[touchpoints]);
        stored.ReadExactly(MemoryMarshal.AsBytes(ties.AsSpan()));
        stored.ReadExactly(MemoryMarshal.AsBytes(micros.AsSpan()));
        stored.ReadExactly(kinds);
        stored.ReadExactly(directions);
        return PlainTable.Fold(ties, micros, kinds, directions, Ties);
    }

    [Benchmark]
    [BenchmarkCategory("load")]
    public TieTable Load()
    {
        using var stored = new MemoryStream(saved);
        return TieTable.Load(stored, FoldSettings.Default, TieTableStream.Zone);
    }
}
