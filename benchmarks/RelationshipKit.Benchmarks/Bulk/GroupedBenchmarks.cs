using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Ties;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Benchmarks.Bulk;

/// <summary>
/// The cost of scoring all ties from columns that are already grouped, against a loop over records with the columns of
/// <see cref="SomeColumns"/>.
/// </summary>
/// <remarks>
/// Twenty touchpoints a tie over five years, half of the ties with five at most. Every column means the interval of the balance and the
/// forecast too, which the loop has not.
/// </remarks>
[MemoryDiagnoser]
public class GroupedBenchmarks
{
    private readonly BulkScorer scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
    private readonly long now = PlainFold.MicrosOf(History.Now);
    private Row[] rows = [];
    private int[] offsets = [];
    private GroupedTouchpoints touchpoints = new() { Offsets = default, Instants = default, Kinds = default, Directions = default };
    private ScoreColumns loop = new();
    private ScoreColumns some = new();
    private ScoreColumns every = new();

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
            .Select(_ => new Row(now - random.NextInt64(1_826 * PeerData.MicrosPerDay), (byte)random.Next(8), (byte)random.Next(1, 4)))
            .OrderBy(row => row.At))];
        touchpoints = new GroupedTouchpoints
        {
            Offsets = offsets,
            Instants = Array.ConvertAll(rows, row => row.At),
            Kinds = Array.ConvertAll(rows, row => row.Kind),
            Directions = Array.ConvertAll(rows, row => row.Direction),
        };
        (loop, some, every) = (SomeOf(Ties), SomeOf(Ties), EveryOf(Ties));
        Agreement.Check(every.ToString(), string.Join(", ", ColumnNames()), "columns");
        Loop();
        SomeColumns();
        EveryColumn();
        Check(some);
        Check(every);
    }

    [Benchmark(Baseline = true)]
    public ScoreColumns Loop()
    {
        for (var tie = 0; tie < Ties; tie++)
        {
            Score(tie, rows.AsSpan(offsets[tie]..offsets[tie + 1]));
        }

        return loop;
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
        scorer.Score(touchpoints, History.Now, every);
        return every;
    }

    [Benchmark]
    public ScoreColumns EveryColumnByTwoThreads()
    {
        scorer.Score(touchpoints, History.Now, every, new BulkOptions { MaxDegreeOfParallelism = 2 });
        return every;
    }

    private static ScoreColumns SomeOf(int ties) =>
        new()
        {
            ExpectedContacts = new double[ties],
            Balance = new double[ties],
            ContactDays = new int[ties],
            Touchpoints = new int[ties],
            LastTouch = new long[ties],
        };

    private static ScoreColumns EveryOf(int ties) => new()
    {
        Strength = new double[ties],
        ExpectedContacts = new double[ties],
        Balance = new double[ties],
        BalanceLow = new double[ties],
        BalanceHigh = new double[ties],
        Momentum = new double[ties],
        ContactDays = new int[ties],
        UsualGapDays = new double[ties],
        SilentDays = new double[ties],
        SilencePercentile = new double[ties],
        ContactWithin = new double[ties],
        LosingTouch = new double[ties],
        Touchpoints = new int[ties],
        FirstTouch = new long[ties],
        LastTouch = new long[ties],
    };

    // All columns there are, in the order in which they name themselves: a column the kit gains must come in here too.
    private static IEnumerable<string> ColumnNames() =>
        typeof(ScoreColumns).GetProperties().Where(property => property.PropertyType.IsGenericType).Select(property => property.Name);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private void Score(int tie, ReadOnlySpan<Row> own)
    {
        var (light, rich, given, received) = (0.0, 0.0, 0.0, 0.0);
        var days = 0;
        for (var i = 0; i < own.Length; days++)
        {
            var day = own[i].At / PeerData.MicrosPerDay;
            var (lightWeight, richWeight, lightAge, richAge, givenAge, receivedAge) = (0.0, 0.0, 0.0, 0.0, -1.0, -1.0);
            for (; i < own.Length && own[i].At / PeerData.MicrosPerDay == day; i++)
            {
                var (age, (weight, isRich)) = (RunningSums.DaysBetween(own[i].At, now), PeerData.Weights[own[i].Kind]);
                if (isRich)
                {
                    (richWeight, richAge) = (Math.Max(richWeight, weight), age);
                }
                else
                {
                    (lightWeight, lightAge) = (Math.Max(lightWeight, weight), age);
                }

                givenAge = PeerData.IsOutgoing(own[i].Direction) ? age : givenAge;
                receivedAge = PeerData.IsIncoming(own[i].Direction) ? age : receivedAge;
            }

            light += lightWeight > 0 ? lightWeight * Formula.Density(lightAge) : 0;
            rich += richWeight > 0 ? richWeight * Formula.Density(richAge) : 0;
            given += givenAge >= 0 ? Formula.Direction(givenAge) : 0;
            received += receivedAge >= 0 ? Formula.Direction(receivedAge) : 0;
        }

        loop.ExpectedContacts.Span[tie] = Formula.ExpectedContacts(light, rich);
        loop.Balance.Span[tie] = Formula.Balance(given, received);
        loop.ContactDays.Span[tie] = days;
        loop.Touchpoints.Span[tie] = own.Length;
        loop.LastTouch.Span[tie] = own[^1].At;
    }

    private void Check(ScoreColumns kit)
    {
        for (var tie = 0; tie < Ties; tie++)
        {
            Agreement.Check(loop.ExpectedContacts.Span[tie], kit.ExpectedContacts.Span[tie], nameof(kit.ExpectedContacts));
            Agreement.Check(loop.Balance.Span[tie], kit.Balance.Span[tie], nameof(kit.Balance));
            Agreement.Check(loop.ContactDays.Span[tie], kit.ContactDays.Span[tie], nameof(kit.ContactDays));
            Agreement.Check(loop.Touchpoints.Span[tie], kit.Touchpoints.Span[tie], nameof(kit.Touchpoints));
            Agreement.Check(loop.LastTouch.Span[tie], kit.LastTouch.Span[tie], nameof(kit.LastTouch));
        }
    }

    private readonly record struct Row(long At, byte Kind, byte Direction);
}
