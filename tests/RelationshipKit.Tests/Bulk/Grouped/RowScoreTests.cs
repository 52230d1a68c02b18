using NodaTime;
using NodaTime.TimeZones;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Bulk.Grouped;

public class RowScoreTests
{
    private static readonly FoldSettings Fold = FoldSettings.Default;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly BulkScorer Scorer = new(Fold, ScoreSettings.Default, DateTimeZone.Utc);

    private static byte InPerson => Fold.Kinds.IndexOf(new TouchpointKind(Channel.InPerson));

    // Worked by hand: in person 30 days ago at weight 1 has a strength of .12 in round numbers; the one direction-day of each side evens
    // out.
    [Fact]
    public void ScoreOne_OneMeetingAMonthAgo_IsTheStatedNumber()
    {
        var score = Scorer.ScoreOne([Row(Duration.FromDays(30), InPerson, Direction.Mutual)], Now);

        Assert.Equal(0.12, score.Strength.Value, 0.005);
        Assert.Equal(0, score.Balance);
        Assert.Equal((1, 1), (score.ContactDays, score.Touchpoints));
        Assert.Equal((Now - Duration.FromDays(30), Now - Duration.FromDays(30)), (score.FirstTouch, score.LastTouch));
        Assert.Equal("strength 0.116, balance 0.000, 1 touchpoints on 1 contact-days", score.ToString());
    }

    [Fact]
    public void ScoreOne_NothingOrNothingYet_IsTheDefault()
    {
        Assert.Equal(default, Scorer.ScoreOne([], Now));
        Assert.Equal(default, Scorer.ScoreOne([Row(-Duration.FromDays(1), InPerson, Direction.Mutual)], Now));
        Assert.Equal(
            (0.0, 0.0, 0.0, 0, 0),
            (default(TieScore).Strength.Value, default(TieScore).ExpectedContacts, default(TieScore).Balance,
                default(TieScore).ContactDays, default(TieScore).Touchpoints));
        Assert.Null(default(TieScore).FirstTouch);
        Assert.Null(default(TieScore).LastTouch);
    }

    [Fact]
    public void ScoreOne_AttemptsAndLaterRows_AreLeftOut()
    {
        var attempt = Fold.Kinds.IndexOf(new TouchpointKind(Channel.Voice, Outcome.Attempted));
        var meeting = Row(Duration.FromHours(30), InPerson, Direction.Outgoing);

        Assert.Equal(
            Scorer.ScoreOne([meeting], Now),
            Scorer.ScoreOne(
                [
                    Row(Duration.FromDays(9), attempt, Direction.Incoming), meeting,
                    Row(Duration.FromHours(1), attempt, Direction.Incoming), Row(-Duration.Epsilon * 1_000, InPerson, Direction.Incoming)
                ],
                Now));
    }

    [Fact]
    public void ScoreOne_OtherSettings_ReadTheRowsDifferently()
    {
        TouchpointRow[] rows =
        [
            Row(Duration.FromDays(40), Fold.Kinds.IndexOf(new TouchpointKind(Channel.Message)), Direction.Outgoing),
            Row(Duration.FromHours(14), Fold.Kinds.IndexOf(new TouchpointKind(Channel.Message)), Direction.Outgoing),
            Row(Duration.FromHours(10), Fold.Kinds.IndexOf(new TouchpointKind(Channel.Message)), Direction.Outgoing),
        ];
        var plain = Scorer.ScoreOne(rows, Now);

        Assert.NotEqual(plain.ExpectedContacts, Of(Fold, ScoreSettings.Default with { LightCeiling = 0.1 }).ExpectedContacts);
        Assert.NotEqual(
            plain.ExpectedContacts,
            Of(Fold with { Curve = DecayCurve.HalfLife(Duration.FromDays(9)) }, ScoreSettings.Default).ExpectedContacts);
        Assert.NotEqual(plain.Balance, Of(Fold, ScoreSettings.Default with { BalancePrior = 1 }).Balance);
        Assert.NotEqual(plain.Balance, Of(Fold with { BalanceHalfLife = Duration.FromDays(30) }, ScoreSettings.Default).Balance);
        Assert.NotEqual(
            plain.ContactDays,
            new BulkScorer(Fold, ScoreSettings.Default, DateTimeZone.ForOffset(Offset.FromHours(3))).ScoreOne(rows, Now).ContactDays);

        TieScore Of(FoldSettings fold, ScoreSettings settings) => new BulkScorer(fold, settings, DateTimeZone.Utc).ScoreOne(rows, Now);
    }

    // The farthest that clocks can be turned back: three dates are open at once.
    [Fact]
    public void ScoreOne_ClocksTurnedBackByADayAndAHalf_AreThoseOfTheObjects()
    {
        var zone = new TurnedBack(Now);
        var asOf = Now + Duration.FromDays(4);
        var touchpoints = Enumerable.Range(0, 60)
            .Select(
                i => new Touchpoint(
                    ContactId.FromValue("ada"), Now + Duration.FromHours((3 * i) - 90), Channel.Stock[i * 5 % 8], (Direction)(i * 3 % 4)))
            .ToArray();
        var expected = new RelationshipScorer(Fold, ScoreSettings.Default, zone).ScoreAt(touchpoints, asOf);
        var score = new BulkScorer(Fold, ScoreSettings.Default, zone).ScoreOne(
            Array.ConvertAll(
                touchpoints, touchpoint =>
                    new TouchpointRow(touchpoint.At.ToUnixTimeTicks() / 10, Fold.Kinds.IndexOf(touchpoint), touchpoint.Direction)),
            asOf);

        Assert.Equal(expected.ContactDays, score.ContactDays);
        Assert.Equal(expected.ExpectedContacts, score.ExpectedContacts, 1e-12 * expected.ExpectedContacts);
        Assert.Equal(expected.Reciprocity.Balance, score.Balance, 1e-12);
    }

    [Fact]
    public void ScoreOne_BadRows_AreNamedWithValueAndRange()
    {
        var own = new BulkScorer(Fold with { Kinds = new(Fold.Kinds.Take(8)) }, ScoreSettings.Default, DateTimeZone.Utc);
        Refuses(
            [new(5, 0, Direction.Unknown), new(7, 0, Direction.Unknown), new(6, 0, Direction.Unknown)],
            "In row 2 the instant is 6; it must be at least 7, that of the row before, for rows stand in order of time.");
        Refuses(
            [new(5, 0, Direction.Unknown), new(7, 8, Direction.Unknown)],
            "In row 1 the kind is 8; it must be from 0 to 7, a row of FoldSettings.Kinds.");
        Refuses([new(Now.ToUnixTimeTicks(), 8, Direction.Unknown)], "In row 0 the kind is 8"); // later ones too
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => own.ScoreOne([], Instant.MaxValue)).ParamName);

        void Refuses(TouchpointRow[] rows, string message)
        {
            var error = Assert.Throws<ArgumentException>(() => own.ScoreOne(rows, Now));
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
            Assert.Equal("rows", error.ParamName);
        }
    }

    [Fact]
    public void Row_OutOfRange_IsRefused()
    {
        Assert.Equal(
            "unixMicros",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointRow(long.MaxValue, 0, Direction.Mutual)).ParamName);
        Assert.Equal(
            "unixMicros",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointRow(long.MinValue, 0, Direction.Mutual)).ParamName);
        Assert.Equal("direction", Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointRow(0, 0, (Direction)4)).ParamName);
        Assert.Equal(default, new TouchpointRow(0, 0, Direction.Unknown));
        Assert.Equal("2026-03-02T09:00:00Z, kind 3, Mutual", new TouchpointRow(Now.ToUnixTimeTicks() / 10, 3, Direction.Mutual).ToString());
    }

    private static TouchpointRow Row(Duration ago, byte kind, Direction direction) =>
        new((Now - ago).ToUnixTimeTicks() / 10, kind, direction);

    // From 18 hours ahead of UTC to 18 behind it.
    private sealed class TurnedBack(Instant at) : DateTimeZone("Turned/Back", isFixed: false, Offset.MinValue, Offset.MaxValue)
    {
        public override ZoneInterval GetZoneInterval(Instant instant) =>
            instant < at
                ? new ZoneInterval("ahead", null, at, Offset.MaxValue, Offset.Zero)
                : new ZoneInterval("behind", at, null, Offset.MinValue, Offset.Zero);
    }
}
