using BenchmarkDotNet.Attributes;
using RelationshipKit.Bulk;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>The cost of keeping ties in a table: folding a stream in no order, scoring all, finding the top, saving and loading.</summary>
[MemoryDiagnoser]
public class TieTableBenchmarks
{
    private const int TouchpointsPerTie = 20;

    private byte[] saved = [];
    private readonly int[] top = new int[100];
    private TieTableStream? stream;
    private TieTable? table;
    private double[] strength = [];

    [Params(5_000, 50_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        stream = new TieTableStream(TouchpointsPerTie * Ties, Ties);
        table = stream.ToTable(Ties);
        strength = new double[Ties];
        saved = Saved();
    }

    // What a caller would write without the kit, for the strength of one half-life and no days; the yardstick for the other rows.
    [Benchmark(Baseline = true)]
    public double Loop()
    {
        var now = History.Now.ToUnixTimeTicks() / 10;
        var masses = new double[Ties];
        for (var i = 0; i < stream!.Ties.Length; i++)
        {
            masses[stream.Ties[i]] += Math.Pow(2, -(now - stream.UnixMicros[i]) / (30 * 86_400e6));
        }

        var sum = 0.0;
        foreach (var mass in masses)
        {
            sum += 1 - Math.Exp(-mass);
        }

        return sum;
    }

    [Benchmark]
    public TieTable Append() => stream!.ToTable(Ties);

    [Benchmark]
    public double ScoreAll()
    {
        table!.Score(History.Now, new ScoreColumns { Strength = strength });
        return strength[0];
    }

    [Benchmark]
    public int Top() => table!.TopBy(ScoreColumn.Lambda, History.Now, top);

    [Benchmark]
    public byte[] Save() => Saved();

    [Benchmark]
    public TieTable Load()
    {
        using var stored = new MemoryStream(saved);
        return TieTable.Load(stored, FoldSettings.Default, TieTableStream.Zone);
    }

    private byte[] Saved()
    {
        using var stored = new MemoryStream();
        table!.Save(stored);
        return stored.ToArray();
    }
}
