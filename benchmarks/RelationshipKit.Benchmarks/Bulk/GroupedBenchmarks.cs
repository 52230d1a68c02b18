using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>The cost of scoring all ties from columns that are already grouped, against a loop over records.</summary>
/// <remarks>Twenty touchpoints a tie over five years, half of the ties with five at most.</remarks>
[MemoryDiagnoser]
public class GroupedBenchmarks
{
    private const double MicrosPerDay = 86_400_000_000;

    private readonly BulkScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
    private readonly ChannelWeight[] weights = [.. FoldSettings.Default.Channels];
    private readonly long now = History.Now.ToUnixTimeTicks() / 10;
    private Row[] rows = [];
    private int[] offsets = [];
    private GroupedTouchpoints touchpoints = new() { Offsets = default, Instants = default, Kinds = default, Directions = default };
    private ScoreColumns some = new();
    private ScoreColumns all = new();

    [Params(10_000)]
    public int Ties { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260302);
        var counts = Enumerable.Range(0, Ties).Select(_ => Math.Clamp((int)(5 * Math.Exp(1.665 * Normal(random))), 1, 20_000)).ToArray();
        offsets = new int[Ties + 1];
        for (var tie = 0; tie < Ties; tie++)
        {
            offsets[tie + 1] = offsets[tie] + counts[tie];
        }

        rows = [.. counts.SelectMany(count => Enumerable.Range(0, count)
            .Select(_ => new Row(now - random.NextInt64(1_826 * (long)MicrosPerDay), (byte)random.Next(8), (byte)random.Next(1, 4)))
            .OrderBy(row => row.At))];
        touchpoints = new GroupedTouchpoints
        {
            Offsets = offsets,
            Instants = Array.ConvertAll(rows, row => row.At),
            Kinds = Array.ConvertAll(rows, row => row.Kind),
            Directions = Array.ConvertAll(rows, row => row.Direction),
        };
        some = new ScoreColumns { Lambda = Doubles(), Balance = Doubles(), ContactDays = new int[Ties], Touchpoints = new int[Ties], LastTouch = new long[Ties] };
        all = new ScoreColumns
        {
            Strength = Doubles(),
            Lambda = Doubles(),
            Balance = Doubles(),
            BalanceLow = Doubles(),
            BalanceHigh = Doubles(),
            Momentum = Doubles(),
            ContactDays = new int[Ties],
            UsualGapDays = Doubles(),
            SilentDays = Doubles(),
            ContactWithin = Doubles(),
            SilencePercentile = Doubles(),
            Touchpoints = new int[Ties],
            FirstTouch = new long[Ties],
            LastTouch = new long[Ties],
        };
    }

    // What a caller would write without the kit: lambda and balance of UTC days, counts and last touches.
    [Benchmark(Baseline = true)]
    public double Loop()
    {
        var total = 0.0;
        for (var tie = 0; tie < Ties; tie++)
        {
            total += ScoreOf(rows.AsSpan(offsets[tie]..offsets[tie + 1]));
        }

        return total;
    }

    [Benchmark]
    public ScoreColumns SomeColumns()
    {
        scorer.Score(touchpoints, History.Now, some);
        return some;
    }

    [Benchmark]
    public ScoreColumns EveryColumn()
    {
        scorer.Score(touchpoints, History.Now, all);
        return all;
    }

    [Benchmark]
    public ScoreColumns EveryColumnByTwoThreads()
    {
        scorer.Score(touchpoints, History.Now, all, new BulkOptions { MaxDegreeOfParallelism = 2 });
        return all;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Density(double age) =>
        30 * Math.Log(2) / (Math.Sqrt(3) + Math.Sqrt(30) + Math.Sqrt(300))
        * ((Math.Pow(2, -age / 3) / Math.Sqrt(3)) + (Math.Pow(2, -age / 30) / Math.Sqrt(30)) + (Math.Pow(2, -age / 300) / Math.Sqrt(300)));

    private double[] Doubles() => new double[Ties];

    private double ScoreOf(ReadOnlySpan<Row> tie)
    {
        var (light, rich, given, received) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < tie.Length;)
        {
            var day = tie[i].At / (long)MicrosPerDay;
            var (lightWeight, richWeight, lightAge, richAge, givenAge, receivedAge) = (0.0, 0.0, 0.0, 0.0, -1.0, -1.0);
            for (; i < tie.Length && tie[i].At / (long)MicrosPerDay == day; i++)
            {
                var (age, row) = ((now - tie[i].At) / MicrosPerDay, weights[tie[i].Kind]);
                (lightWeight, lightAge) = row.Class == ChannelClass.Light ? (Math.Max(lightWeight, row.Weight), age) : (lightWeight, lightAge);
                (richWeight, richAge) = row.Class == ChannelClass.Rich ? (Math.Max(richWeight, row.Weight), age) : (richWeight, richAge);
                givenAge = (tie[i].Direction & 1) != 0 ? age : givenAge;
                receivedAge = (tie[i].Direction & 2) != 0 ? age : receivedAge;
            }

            light += lightWeight > 0 ? lightWeight * Density(lightAge) : 0;
            rich += richWeight > 0 ? richWeight * Density(richAge) : 0;
            given += givenAge >= 0 ? Math.Pow(2, -givenAge / 180) : 0;
            received += receivedAge >= 0 ? Math.Pow(2, -receivedAge / 180) : 0;
        }

        return rich + 1 - Math.Exp(-light) + ((received - given) / (received + given + 4));
    }

    private readonly record struct Row(long At, byte Kind, byte Direction);
}
