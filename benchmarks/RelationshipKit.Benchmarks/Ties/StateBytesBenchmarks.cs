using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>The cost of a state as bytes for a database column and back, against the same cells as JSON.</summary>
/// <remarks>
/// The kit's bytes carry a version, a fingerprint of the settings and a checksum, and are ready to score when read; the JSON carries and
/// checks nothing.
/// </remarks>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class StateBytesBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private TieState state = TieState.Fold(FoldSettings.Default, Zone, [], History.Now);
    private byte[] json = [];
    private byte[] bytes = [];

    [Params(100)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        state = scorer.StateOf(History.OfDays(ContactDays), History.Now);
        (json, bytes) = (WriteJson(), ToBytes());
        var (baseline, kit) = (ReadJson(), FromBytes());
        Agreement.Check(baseline.Length, kit.Cells.Length, "number of cells");
        Agreement.Check(scorer.ScoreAt(state, History.Now), scorer.ScoreAt(kit, History.Now), "score");
        for (var i = 0; i < baseline.Length; i++)
        {
            Agreement.Check(baseline[i], CellRow.Of(kit.Cells[i]), "cell");
        }
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("save")]
    public byte[] WriteJson() =>
        JsonSerializer.SerializeToUtf8Bytes(state.Cells.Select(CellRow.Of).ToArray(), CellRowContext.Default.CellRowArray);

    [Benchmark]
    [BenchmarkCategory("save")]
    public byte[] ToBytes() => state.ToBytes();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("load")]
    public CellRow[] ReadJson() => JsonSerializer.Deserialize(json, CellRowContext.Default.CellRowArray)!;

    [Benchmark]
    [BenchmarkCategory("load")]
    public TieState FromBytes() => TieState.FromBytes(bytes, FoldSettings.Default, Zone);
}
