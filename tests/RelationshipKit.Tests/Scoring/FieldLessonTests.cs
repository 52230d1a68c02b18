using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

/// <summary>What products in this field got wrong, each as a case that would have caught it.</summary>
public class FieldLessonTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");

    // Weave: 80.0 on the sixth day and 62.5 on the seventh, a grace period charged at once.
    [Fact]
    public void Lesson1_EachSilentHour_CostsNoMoreThanTheOneBeforeIt()
    {
        Touchpoint[] touchpoints = [Touch(0.5, Channel.InPerson)];
        var strengths = Enumerable.Range(0, 24 * 40)
            .Select(hour => ScoreAt(Now + Duration.FromHours(hour), touchpoints).Strength.Value)
            .ToArray();
        var falls = strengths.Zip(strengths.Skip(1), (before, after) => before - after).ToArray();

        Assert.All(falls, fall => Assert.InRange(fall, double.Epsilon, 0.0851 / 24));
        Assert.All(falls.Zip(falls.Skip(1)), pair => Assert.True(pair.Second < pair.First + 1e-15));
    }

    // Weave: twenty silent days gave 30.0 in one step and 45.75 when the score was stored daily.
    [Fact]
    public void Lesson2_StoredDaily_GivesWhatOneStepGives()
    {
        Touchpoint[] touchpoints = [Touch(0.3, Channel.Voice), Touch(7.9, Channel.Message), Touch(7.8, Channel.Video)];
        var scorer = Scorer();
        var stored = scorer.StateOf(touchpoints, Now);
        for (var day = 1; day <= 20; day++)
        {
            scorer.ScoreAt(stored, Now + Duration.FromDays(day));
            stored = TieState.FromBytes(
                stored.MergedWith(scorer.StateOf([], Now + Duration.FromDays(day))).ToBytes(), scorer.Fold, scorer.Zone);
        }

        Assert.Equal(Now + Duration.FromDays(20), stored.UpTo);
        Assert.Equal(ScoreAt(stored.UpTo, touchpoints), scorer.ScoreAt(stored, stored.UpTo));
    }

    // pingcrm: one more message out turned reciprocity from 4/4 to 2/4 and so lowered the score.
    [Fact]
    public void Lesson3_OneMoreMessageOut_TipsTheBalanceAndNotTheStrength()
    {
        Touchpoint[] even = [Touch(4, Channel.Message, Direction.Outgoing), Touch(3, Channel.Message, Direction.Incoming)];

        var (before, after) = (ScoreAt(Now, even), ScoreAt(Now, [.. even, Touch(1, Channel.Message, Direction.Outgoing)]));

        Assert.True(after.Strength > before.Strength);
        Assert.True(after.Reciprocity.Balance < before.Reciprocity.Balance);
    }

    // pingcrm, Weave: two messages in all were perfect balance, and the unknown was shown as balanced.
    [Fact]
    public void Lesson4_TwoMessages_AreUnknownWithAWideInterval()
    {
        var reciprocity = ScoreAt(
            Now, Touch(2, Channel.Message, Direction.Outgoing), Touch(1, Channel.Message, Direction.Incoming)).Reciprocity;

        Assert.Equal((BalanceVerdict.Unknown, "unknown"), (reciprocity.Verdict, reciprocity.ToString()));
        Assert.True(reciprocity.High - reciprocity.Low > 1);
        Assert.Equal(BalanceVerdict.Unknown, ScoreAt(Now).Reciprocity.Verdict);
    }

    // pingcrm #18: fifty messages over five years scored 0, because all were older than a window.
    [Fact]
    public void Lesson5_FiftyMessagesOverFiveYears_AreNotNothing()
    {
        Touchpoint[] touchpoints = [.. Enumerable.Range(0, 50).Select(i => Touch(400 + (i * 36.5), Channel.Message))];

        var score = ScoreAt(Now, touchpoints);
        double[] halfLives = [3, 30, 300];
        var light = touchpoints.Sum(
            touch =>
                halfLives.Sum(
                    h => Math.Pow(2, -(Now - touch.At).TotalDays / h) / Math.Sqrt(h))) * 0.4 * 30 * Math.Log(2) / halfLives.Sum(Math.Sqrt);
        Assert.Equal(1 - Math.Exp(Math.Exp(-light) - 1), score.Strength.Value, 1e-12);
        Assert.InRange(score.Strength.Value, 0.08, 1);
        Assert.Equal((50, 50, Evidence.Solid), (score.Touchpoints, score.ContactDays, score.Evidence));

        // Nothing jumps when a touchpoint ages past a round number of days.
        foreach (var days in new[] { 7, 14, 30, 60, 90, 180, 365, 730 })
        {
            var aged = Now + Duration.FromDays(days);
            var (before, after) =
                (ScoreAt(aged, Touch(0, Channel.InPerson)), ScoreAt(aged + Duration.FromNanoseconds(1_000), Touch(0, Channel.InPerson)));
            Assert.InRange(before.ExpectedContacts - after.ExpectedContacts, 0, 1e-10);
        }
    }

    // Weave: the lifetime ratio of who begins never healed.
    [Fact]
    public void Lesson6_AOneSidedPast_HealsAtTheStatedRate()
    {
        var past = Enumerable.Range(0, 40).Select(i => Touch(730 + (2 * i), Channel.Message, Direction.Outgoing));
        var lately = Enumerable.Range(0, 20).Select(i => Touch(1 + (3 * i), Channel.Message, Direction.Incoming));
        Touchpoint[] touchpoints = [.. past, .. lately];

        Assert.Equal(BalanceVerdict.MostlyOutgoing, ScoreAt(Now - Duration.FromDays(700), touchpoints).Reciprocity.Verdict);
        Assert.Equal(BalanceVerdict.MostlyIncoming, ScoreAt(Now, touchpoints).Reciprocity.Verdict);
        Assert.True(Scorer().ConversationAt(touchpoints, Now).Initiation.Balance > 0.25);
        var then = ScoreAt(Now - Duration.FromDays(100), touchpoints).Reciprocity.Given;
        Assert.Equal(then / 2, ScoreAt(Now + Duration.FromDays(80), [.. past]).Reciprocity.Given, 1e-12);
    }

    // Weave: a comment said 0.87 where the code computed 0.80.
    [Fact]
    public void Lesson7_NumbersInComments_AreThoseOfTheCode()
    {
        Assert.Contains("One meeting in person this moment gives 0.5.", Source("Strength.cs"), StringComparison.Ordinal);
        Assert.Equal(0.5, ScoreAt(Now, Touch(0, Channel.InPerson)).Strength.Value);

        Assert.Contains(
            "texts alone never take the strength past\n    /// 1 - e^-1 = .632.", Source("ScoreSettings.cs"), StringComparison.Ordinal);
        Assert.Equal(0.632, 1 - Math.Exp(-ScoreSettings.Default.LightCeiling), 5e-4);
        var texts = ScoreAt(Now, [.. Enumerable.Range(0, 2_000).Select(day => Touch(day, Channel.Letter))]).Strength.Value;
        Assert.InRange(texts, 0.631, 0.6322);

        foreach (var stated in new[] { "1 or 2 contact-days", "3 to 7 contact-days", "8 contact-days or more" })
        {
            Assert.Contains(stated, Source("Evidence.cs"), StringComparison.Ordinal);
        }

        Assert.Contains(
            "82 bytes, and 45 for each cell;", Repository.ReadText("src", "RelationshipKit", "Ties", "TieState.cs"),
            StringComparison.Ordinal);
        Assert.Equal(82 + 45, Scorer().StateOf([Touch(0, Channel.Voice)], Now).ToBytes().Length);
        Assert.Equal((3, 8), (ScoreSettings.Default.FairFromContactDays, ScoreSettings.Default.SolidFromContactDays));
    }

    // Monica #428 and others: a call logged today was dated yesterday.
    [Fact]
    public void Lesson10_ACallThisEvening_IsDatedTodayWhereTheOwnerLives()
    {
        var call = new Touchpoint(Ada, Instant.FromUtc(2026, 3, 1, 22, 30), Channel.Voice, Direction.Outgoing);
        LocalDate DateIn(string zone) =>
            Assert.Single(TieState.Fold(FoldSettings.Default, DateTimeZoneProviders.Tzdb[zone], [call], Now).Cells).Date;

        Assert.Equal(new LocalDate(2026, 3, 2), DateIn("Asia/Kolkata"));
        Assert.Equal(new LocalDate(2026, 3, 2), DateIn("Pacific/Auckland"));
        Assert.Equal(new LocalDate(2026, 3, 1), DateIn("UTC"));
        Assert.Equal(new LocalDate(2026, 3, 1), DateIn("America/Havana"));
    }

    // pingcrm #34: "since" showed when the record was made.
    [Fact]
    public void Lesson15_FirstTouch_IsTheEarliestHoweverLateItCame()
    {
        var state = Scorer().StateOf([Touch(5, Channel.Email)], Now).With(
            Touch(900, Channel.Letter)).With(Touch(1_000, Channel.Voice) with { Outcome = Outcome.Attempted });

        Assert.Equal(Touch(900, Channel.Letter).At, Scorer().ScoreAt(state, Now).FirstTouch);
        Assert.Equal(Touch(5, Channel.Email).At, Scorer().ScoreAt(state, Now).LastTouch);
    }

    // twenty PR 21464: instants compared as texts, in which half a second past nine comes before nine.
    [Fact]
    public void Lesson17_HalfASecondLater_IsLater()
    {
        var nine = new Touchpoint(Ada, Now, Channel.Email, Direction.Outgoing);
        var later = new Touchpoint(Ada, Now + Duration.FromMilliseconds(500), Channel.Email, Direction.Incoming);
        var score = ScoreAt(Now + Duration.FromHours(1), later, nine);

        Assert.True(string.CompareOrdinal("2026-03-02T09:00:00.5Z", "2026-03-02T09:00:00Z") < 0);
        Assert.Equal((nine.At, later.At), (score.FirstTouch!.Value, score.LastTouch!.Value));
        Assert.Equal(1, Scorer().ConversationAt([later, nine], Now + Duration.FromDays(30)).ContactReplies.Replies);
    }

    // lifetimes #44 #165 #239 #25: certainly alive after one event, and NaN at high counts.
    [Fact]
    public void Lesson20_OneOldEvent_FadesAndManyStayFinite()
    {
        var one = ScoreAt(Now, Touch(3_650, Channel.InPerson));
        Assert.InRange(one.Strength.Value, double.Epsilon, 1e-4);
        Assert.InRange(one.Forecast.ContactWithin(Duration.FromDays(30))!.Value, double.Epsilon, 0.001);

        // 10,000 contact-days in 80 years, both ends of time among them, asked about at once and at the end of time.
        Touchpoint[] many =
        [
            .. Enumerable.Range(0, 10_000).Select(i => Touch(i * 2.922, Channel.Stock[i % 8], (Direction)(i % 4))),
            new(Ada, Instant.FromUtc(1, 1, 2, 0, 0), Channel.Letter, Direction.Outgoing),
            new(Ada, Instant.FromUtc(9999, 12, 30, 23, 59), Channel.Letter, Direction.Incoming),
        ];
        // And ten a day for thirteen years.
        var crowded = ScoreAt(Now, [.. Enumerable.Range(0, 50_000).Select(i => Touch(i / 10.0, Channel.InPerson))]);
        Assert.InRange(crowded.Strength.Value, 0.99, 1);
        Assert.InRange(crowded.Rhythm.SilencePercentile!.Value, 0, 1);
        Assert.InRange(crowded.Momentum, -1, 1);

        foreach (var asOf in new[] { Now, Instant.FromUtc(9999, 12, 30, 23, 59), Instant.FromUtc(1, 1, 2, 0, 0) })
        {
            var score = ScoreAt(asOf, many);
            double[] numbers =
            [
                score.Strength.Value, score.ExpectedContacts, score.Momentum, score.Reciprocity.Balance, score.Reciprocity.Low,
                score.Reciprocity.High,
                score.Rhythm.SilencePercentile!.Value, score.Rhythm.SilentDays!.Value, score.Rhythm.UsualGapDays ?? 0,
                score.Rhythm.GapSpreadDays ?? 0,
            ];
            Assert.All(numbers, number => Assert.True(double.IsFinite(number)));
            Assert.InRange(score.Strength.Value, 0, 1);
            Assert.InRange(score.Rhythm.SilencePercentile!.Value, 0, 1);
            Assert.InRange(score.Momentum, -1, 1);
            Assert.InRange(score.Reciprocity.Balance, score.Reciprocity.Low, score.Reciprocity.High);
        }

        Assert.Equal(10_001, ScoreAt(Now, many).ContactDays);
        Assert.Equal(10_002, ScoreAt(Instant.FromUtc(9999, 12, 30, 23, 59), many).ContactDays);
    }

    private static string Source(string file) => Repository.ReadText("src", "RelationshipKit", "Scoring", file);

    private static RelationshipScorer Scorer() => new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    private static RelationshipScore ScoreAt(Instant asOf, params Touchpoint[] touchpoints) => Scorer().ScoreAt(touchpoints, asOf);

    private static Touchpoint Touch(double daysAgo, Channel channel, Direction direction = Direction.Mutual) =>
        new(Ada, Now - Duration.FromDays(daysAgo), channel, direction);
}
