using NodaTime;
using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Bulk.Tables;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk.Grouped;

public class BulkScorerTests
{
    private static readonly FoldSettings Fold = FoldSettings.Default;
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly long NowMicros = SupportedTime.ToMicros(Now);
    private static readonly BulkScorer Scorer = new(Fold, ScoreSettings.Default, Utc);

    // Worked by hand: in person 30 days ago at weight 1 has a strength of .12, a message 14.5 days before as of then adds to the calendar
    // only.
    [Fact]
    public void Score_OneMeetingAMonthAgo_IsTheStatedNumber()
    {
        var scores = Scored([One(Channel.InPerson, Direction.Mutual, Now - Duration.FromDays(30))]);

        Assert.Equal(0.12, scores.Strength.Span[0], 0.005);
        Assert.Equal(0, scores.Balance.Span[0]);
        Assert.Equal(30, scores.SilentDays.Span[0]);
        Assert.Equal(1, scores.ContactDays.Span[0]);
        Assert.Equal(1, scores.Touchpoints.Span[0]);
        Assert.Equal(NowMicros - (30 * SupportedTime.MicrosPerDay), scores.FirstTouch.Span[0]);
        Assert.Equal(scores.FirstTouch.Span[0], scores.LastTouch.Span[0]);
        Assert.Equal(double.NaN, scores.UsualGapDays.Span[0]);
    }

    [Fact]
    public void Score_TiesWithoutContact_SayThatNothingIsKnown()
    {
        var attempt = One(Channel.Voice, Direction.Outgoing, Now - Duration.FromDays(1)) with { Outcome = Outcome.Attempted };
        var later = One(Channel.Voice, Direction.Outgoing, Now + Duration.FromMilliseconds(1));

        var scores = Scored([], [attempt], [later], [attempt, later]);

        for (var tie = 0; tie < 4; tie++)
        {
            Assert.Equal(0, scores.Strength.Span[tie]);
            Assert.Equal(0, scores.ExpectedContacts.Span[tie]);
            Assert.Equal(0, scores.Balance.Span[tie]);
            Assert.Equal(0, scores.Momentum.Span[tie]);
            Assert.Equal(double.NaN, scores.SilentDays.Span[tie]);
            Assert.Equal(double.NaN, scores.SilencePercentile.Span[tie]);
            Assert.Equal(double.NaN, scores.ContactWithin.Span[tie]);
            Assert.Equal((0, 0), (scores.ContactDays.Span[tie], scores.Touchpoints.Span[tie]));
            Assert.Equal((ScoreColumns.NoTouch, ScoreColumns.NoTouch), (scores.FirstTouch.Span[tie], scores.LastTouch.Span[tie]));
        }
    }

    // Ties are scored 64 at a time, by one thread after another in the same memory: what a block without rows has must not be left from the
    // one before.
    [Fact]
    public void Score_ABlockOfTiesWithoutRows_SaysThatNothingIsKnown()
    {
        Touchpoint[] met =
            [One(Channel.InPerson, Direction.Outgoing, Now - Duration.FromDays(30)), One(Channel.Voice, Direction.Incoming, Now)];

        var scores = Scored([.. Enumerable.Repeat(met, 64), .. Enumerable.Repeat<Touchpoint[]>([], 64), met]);

        Assert.Equal(scores.Strength.Span[0], scores.Strength.Span[128]);
        for (var tie = 64; tie < 128; tie++)
        {
            Assert.Equal(
                (0, 0, 0, 0),
                (scores.Strength.Span[tie], scores.ExpectedContacts.Span[tie], scores.Balance.Span[tie], scores.Momentum.Span[tie]));
            Assert.Equal(-scores.BalanceLow.Span[tie], scores.BalanceHigh.Span[tie]);
        }
    }

    [Fact]
    public void Score_ContactWithin_IsTheForecastOfTheHorizonAndTheHazard()
    {
        Touchpoint[] tie = [.. Enumerable.Range(1, 9).Select(i => One(Channel.Voice, Direction.Mutual, Now - Duration.FromDays(10.3 * i)))];
        var often = ScoreSettings.Default with { Hazard = RhythmHazard.Default.AtLevel(1.5) };
        var forecast = new RelationshipScorer(Fold, ScoreSettings.Default, Utc).ScoreAt(tie, Now).Forecast;

        Assert.Equal(forecast.ContactWithin(Duration.FromDays(30))!.Value, Within(ScoreSettings.Default, new ScoreColumns().Horizon), 14);
        Assert.Equal(forecast.ContactWithin(Duration.FromHours(5))!.Value, Within(ScoreSettings.Default, Duration.FromHours(5)), 14);
        Assert.Equal(0, Within(ScoreSettings.Default, Duration.Zero));
        Assert.Equal(
            -Math.Log(1 - Within(ScoreSettings.Default, Duration.FromDays(3))) * 1.5, // the integral of the hazard goes with its level
            -Math.Log(1 - Within(often, Duration.FromDays(3))),
            12);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreColumns { Horizon = -Duration.Epsilon });

        double Within(ScoreSettings settings, Duration horizon)
        {
            var within = new double[1];
            new BulkScorer(Fold, settings, Utc)
                .Score(new TouchpointTable(Fold, [tie]).Grouped, Now, new ScoreColumns { ContactWithin = within, Horizon = horizon });
            return within[0];
        }
    }

    [Fact]
    public void Score_NoTies_WritesNothing()
    {
        Scorer.Score(new() { Offsets = default, Instants = default, Kinds = default, Directions = default }, Now, new());
        Scorer.Score(Rows([0], [], [], []), Now, new ScoreColumns { Strength = new double[3] });
    }

    [Fact]
    public void Score_SomeTiesOfAllAndOneColumn_ComputesThoseAlone()
    {
        var all = new TouchpointTable(
            Fold, [[One(Channel.InPerson, Direction.Mutual, Now)], [], [One(
                Channel.Email, Direction.Mutual, Now - Duration.FromHours(7))]]).Grouped;
        var strength = new[] { -1.0, -1, -1 };

        Scorer.Score(
            new() { Offsets = all.Offsets[1..], Instants = all.Instants, Kinds = all.Kinds, Directions = all.Directions }, Now,
            new ScoreColumns { Strength = strength });

        Assert.Equal(0, strength[0]);
        Assert.InRange(strength[1], 0.1, 0.5);
        Assert.Equal(-1, strength[2]);
    }

    [Fact]
    public void Score_MoreTiesThanABlock_ReportsUpToAllInOrderAndGivesTheSameBits()
    {
        var ties = Enumerable.Range(0, 1_000)
            .Select(i => (IReadOnlyList<Touchpoint>)[One(Channel.Voice, Direction.Incoming, Now - Duration.FromHours(i))])
            .ToArray();
        var grouped = new TouchpointTable(Fold, ties).Grouped;
        var (one, four) = (new ScoreTable(1_000), new ScoreTable(1_000));
        var reports = new Reports();

        Scorer.Score(grouped, Now, one.Columns);
        Scorer.Score(grouped, Now, four.Columns, new BulkOptions { MaxDegreeOfParallelism = 4, Progress = reports });

        Assert.Equal(one.Bits, four.Bits);
        Assert.Equal(reports.Seen.Order(), reports.Seen);
        Assert.Equal(1_000, reports.Seen[^1]);
        Assert.InRange(reports.Seen.Count, 2, 100);
    }

    [Fact]
    public void Score_Cancelled_EndsEarly()
    {
        var options = new BulkOptions { CancellationToken = new CancellationToken(true) };

        Assert.Throws<OperationCanceledException>(() => Scorer.Score(Rows([0, 1], [0], [0], [0]), Now, new(), options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Score_BadRows_AreNamedWithValueAndRange(int threads)
    {
        var own = Fold with { Kinds = new(Fold.Kinds.Take(8)) };
        Refuses(
            Rows([0, 1, 3], [5, 7, 6], [0, 0, 0], [0, 0, 0]),
            "In row 2, of tie 1, the instant is 6; it must be at least 7, that of the row before, for rows of a tie stand in "
                + "order of time.");
        Refuses(
            Rows([0, 1, 3], [5, 7, 8], [0, 0, 8], [0, 0, 0]),
            "In row 2, of tie 1, the kind is 8; it must be from 0 to 7, a row of FoldSettings.Kinds.");
        Refuses(Rows([0, 1, 3], [5, 7, 8], [0, 0, 0], [0, 4, 0]), "In row 1, of tie 1, the direction is 4; it must be from 0 to 3.");
        Refuses(
            Rows([0, 1], [long.MinValue], [0], [0]),
            $"In row 0, of tie 0, the instant is {long.MinValue}; it must be from {SupportedTime.FirstMicros} (0001-01-02) to "
                + $"{SupportedTime.LastMicros} (9999-12-30).");
        Refuses(Rows([0, 2], [5, long.MaxValue], [0, 0], [0, 0]), $"In row 1, of tie 0, the instant is {long.MaxValue}; it must be from");
        Refuses(
            Rows([0, 2], [NowMicros + 2, NowMicros + 1], [0, 0], [0, 0]),
            $"In row 1, of tie 0, the instant is {NowMicros + 1}; it must be at least {NowMicros + 2}");
        Refuses(Rows([0, 1], [5, 6], [0], [0, 0]), "There are 2 instants, 1 kinds and 2 directions; there must be as many of each.");
        Refuses(Rows([0, 2, 1], [5, 6], [0, 0], [0, 0]), "Offset 2 is 1; it must be from 2, the one before it, to 2, the number of rows.");
        Refuses(Rows([-1, 2], [5, 6], [0, 0], [0, 0]), "Offset 0 is -1; it must be from 0");
        Refuses(Rows([0, 3], [5, 6], [0, 0], [0, 0]), "Offset 1 is 3; it must be from 0, the one before it, to 2, the number of rows.");

        void Refuses(GroupedTouchpoints touchpoints, string message)
        {
            var scorer = new BulkScorer(own, ScoreSettings.Default, Utc);
            var error = Assert.Throws<ArgumentException>(
                () => scorer.Score(touchpoints, Now, new(), new BulkOptions { MaxDegreeOfParallelism = threads }));
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
            Assert.Equal("touchpoints", error.ParamName);
        }
    }

    // Blocks later in order fail too, and sooner.
    [Fact]
    public void Score_SeveralBadRowsAndThreads_NamesTheFirst()
    {
        var offsets = Enumerable.Range(0, 100_001).ToArray();
        var directions = new byte[100_000];
        directions[777] = 9;
        directions[99_999] = 9;
        var touchpoints = Rows(offsets, new long[100_000], new byte[100_000], directions);

        var error = Assert.Throws<ArgumentException>(
            () => Scorer.Score(touchpoints, Now, new(), new BulkOptions { MaxDegreeOfParallelism = 8 }));

        Assert.StartsWith("In row 777, of tie 777, the direction is 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ColumnTooShort_IsNamed()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Scorer.Score(Rows([0, 0, 0], [], [], []), Now, new ScoreColumns { Strength = new double[2], LastTouch = new long[1] }));

        Assert.StartsWith(
            "The column LastTouch has 1 elements; it must have at least 2, one for each tie.", error.Message, StringComparison.Ordinal);
        Assert.Equal("into", error.ParamName);
    }

    [Fact]
    public void Arguments_MissingOrOutOfRange_AreRefused()
    {
        var none = Rows([0], [], [], []);

        Assert.Throws<ArgumentNullException>(() => new BulkScorer(null!, ScoreSettings.Default, Utc));
        Assert.Throws<ArgumentNullException>(() => new BulkScorer(Fold, null!, Utc));
        Assert.Throws<ArgumentNullException>(() => new BulkScorer(Fold, ScoreSettings.Default, null!));
        Assert.Throws<ArgumentException>(() => new BulkScorer(Fold, ScoreSettings.Default with { BalancePrior = 0 }, Utc));
        Assert.Throws<ArgumentNullException>(() => Scorer.Score(null!, Now, new()));
        Assert.Throws<ArgumentNullException>(() => Scorer.Score(none, Now, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scorer.Score(none, Instant.MaxValue, new()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BulkOptions { MaxDegreeOfParallelism = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BulkOptions { MaxDegreeOfParallelism = 1_025 });
    }

    [Fact]
    public void ToString_SaysWhatThereIs()
    {
        Assert.Equal("3 touchpoints of 2 ties", Rows([0, 1, 3], new long[3], new byte[3], new byte[3]).ToString());
        Assert.Equal("no columns", new ScoreColumns().ToString());
        Assert.Equal("Strength, LastTouch", new ScoreColumns { Strength = new double[1], LastTouch = new long[1] }.ToString());
        Assert.Equal("at most 1 threads", BulkOptions.Default.ToString());
        Assert.EndsWith("; UTC", Scorer.ToString(), StringComparison.Ordinal);
    }

    // A million touchpoints, generated like a firm's: heavy ties and light ones, five years with the clocks going forward and back ten
    // times.
    [Fact]
    public void Score_AMillionTouchpoints_AreTheScoresOfObjects()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var random = new Random(20260302);
        var ties = Enumerable.Range(1, 25_000).Select(rank => Many(random, (int)(75_000 / (rank + 20.0)) + random.Next(48))).ToArray();
        var table = new TouchpointTable(Fold, ties);
        var (scores, streamed) = (new ScoreTable(ties.Length), new ScoreTable(ties.Length));
        var threads = new BulkOptions { MaxDegreeOfParallelism = 2 };

        new BulkScorer(Fold, ScoreSettings.Default, zone).Score(table.Grouped, Now, scores.Columns, threads);
        Streamed(table.Grouped, zone, random).Score(Now, streamed.Columns, threads);

        Assert.InRange(ties.Sum(tie => tie.Count), 1_000_000, 1_200_000);
        var scorer = new RelationshipScorer(Fold, ScoreSettings.Default, zone);
        Parallel.For(0, ties.Length, tie =>
        {
            var score = scorer.ScoreAt(table.Ties[tie], Now);
            var differences = scores.Differences(tie, score) + streamed.Differences(tie, score);
            Assert.True(differences.Length == 0, $"tie {tie}: {differences}");
        });
    }

    // The same in random order, in batches of growing size.
    private static TieTable Streamed(GroupedTouchpoints grouped, DateTimeZone zone, Random random)
    {
        var table = new TieTable(Fold, zone, grouped.Ties);
        var rows = Enumerable.Range(0, grouped.Ties).SelectMany(
            tie => Enumerable.Range(grouped.Offsets.Span[tie], grouped.Offsets.Span[tie + 1] - grouped.Offsets.Span[tie])
                .Select(row => (Tie: tie, Row: row))).ToArray();
        random.Shuffle(rows);
        for (var (start, length) = (0, 1_000); start < rows.Length; start += length, length *= 4)
        {
            var batch = rows.AsSpan(start, Math.Min(length, rows.Length - start)).ToArray();
            table.Append(
                Array.ConvertAll(batch, item => item.Tie),
                Array.ConvertAll(batch, item => grouped.Instants.Span[item.Row]),
                Array.ConvertAll(batch, item => grouped.Kinds.Span[item.Row]),
                Array.ConvertAll(batch, item => grouped.Directions.Span[item.Row]),
                new BulkOptions { MaxDegreeOfParallelism = 2 });
        }

        return table;
    }

    private static IReadOnlyList<Touchpoint> Many(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => One(
            Channel.Stock[random.Next(8)],
            (Direction)random.Next(4),
            SupportedTime.FromMicros(
                NowMicros - random.NextInt64(1_826 * SupportedTime.MicrosPerDay)))).DistinctBy(touchpoint => touchpoint.At)];

    private static Touchpoint One(Channel channel, Direction direction, Instant at) =>
        new(ContactId.FromValue("ada"), at, channel, direction);

    private static GroupedTouchpoints Rows(int[] offsets, long[] instants, byte[] kinds, byte[] directions) =>
        new() { Offsets = offsets, Instants = instants, Kinds = kinds, Directions = directions };

    private static ScoreColumns Scored(params IReadOnlyList<Touchpoint>[] ties)
    {
        var scores = new ScoreTable(ties.Length);
        Scorer.Score(new TouchpointTable(Fold, ties).Grouped, Now, scores.Columns);
        return scores.Columns;
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
