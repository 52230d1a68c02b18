using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>The cost of explaining the strength of one tie by its contact-days, against a query that groups the same touchpoints.</summary>
[MemoryDiagnoser]
public class ExplainBenchmarks
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly RelationshipScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, Zone);
    private readonly PlainFold plain = new(Zone);
    private Touchpoint[] touchpoints = [];

    [Params(10, 1_000)]
    public int ContactDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        touchpoints = History.OfDays(ContactDays);
        var (baseline, kit) = (Linq(), Explain().Parts);
        Agreement.Check(baseline.Length, kit.Length, "number of parts");
        for (var i = 0; i < baseline.Length; i++)
        {
            Agreement.Check(baseline[i].Contribution, kit[i].Contribution, "contribution");
            Agreement.Check(baseline[i].Touchpoints.Length, kit[i].Touchpoints.Length, "number of touchpoints");
        }
    }

    [Benchmark(Baseline = true)]
    public PlainPart[] Linq()
    {
        var cells = touchpoints
            .Where(touchpoint => touchpoint.IsContact && touchpoint.At <= History.Now)
            .GroupBy(touchpoint => (touchpoint.At.InZone(Zone).Date, plain.WeightOf(touchpoint).Class))
            .Select(cell => (
                cell.Key.Date,
                cell.Key.Class,
                ExpectedContacts: cell.Max(touchpoint => plain.WeightOf(touchpoint).Weight) * Formula.Density(
                    (History.Now - cell.Max(touchpoint => touchpoint.At)).TotalDays),
                Touchpoints: cell.OrderBy(touchpoint => touchpoint.At).ToArray()))
            .ToArray();
        var light = cells.Where(cell => cell.Class == ChannelClass.Light).Sum(cell => cell.ExpectedContacts);
        var lambda = Formula.ExpectedContacts(
            light, cells.Where(cell => cell.Class == ChannelClass.Rich).Sum(cell => cell.ExpectedContacts));
        var (strength, lightShare) = (1 - Math.Exp(-lambda), light > 0 ? (1 - Math.Exp(-light)) / light : 1);
        return
        [
            .. cells
                .Select(
                    cell => new PlainPart(
                        cell.Date, cell.Class,
                        strength * (cell.Class == ChannelClass.Light ? lightShare : 1) * cell.ExpectedContacts / lambda, cell.Touchpoints))
                .OrderByDescending(part => part.Contribution),
        ];
    }

    [Benchmark]
    public Explanation Explain() => scorer.Explain(touchpoints, History.Now);

    public sealed record PlainPart(LocalDate Date, ChannelClass Class, double Contribution, Touchpoint[] Touchpoints);
}
