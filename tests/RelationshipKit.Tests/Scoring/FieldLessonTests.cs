using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Scoring;

/// <summary>What other products got wrong, each as a case that must not come back.</summary>
public class FieldLessonTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    // Elsewhere: 80.0 on day 6 and 62.5 on day 7.
    [Fact]
    public void Silence_HourByHour_NeverCostsMoreThanTheFirstHour()
    {
        Touchpoint[] meeting = [Touch(0, Channel.InPerson)];
        double[] halfLives = [3, 30, 300];
        var steepest = 30 * Math.Log(2) * Math.Log(2) * halfLives.Sum(h => 1 / Math.Sqrt(h) / h) / halfLives.Sum(Math.Sqrt) / 24;

        for (var hour = 0; hour < 40 * 24; hour++)
        {
            var loss = At(hour) - At(hour + 1);
            Assert.InRange(loss, 0, steepest);
        }

        double At(int hour) => Scorer.ScoreAt(meeting, Now + Duration.FromHours(hour)).Strength.Value;
    }

    // Elsewhere: 20 silent days cost 30 points at once, and 45.75 if stored daily.
    [Fact]
    public void Silence_StoredDaily_IsThatOfOneStep()
    {
        Touchpoint[] touchpoints = [Touch(0, Channel.InPerson), Touch(12.3, Channel.Message), Touch(12.4, Channel.Voice)];
        var daily = Scorer.StateOf(touchpoints, Now);
        for (var day = 1; day <= 20; day++)
        {
            var later = daily.MergedWith(Scorer.StateOf([], Now + Duration.FromDays(day)));
            daily = TieState.FromBytes(later.ToBytes(), FoldSettings.Default, DateTimeZone.Utc);
        }

        var end = Now + Duration.FromDays(20);
        Assert.Equal(end, daily.UpTo);
        Assert.Equal(Scorer.ScoreAt(touchpoints, end), Scorer.ScoreAt(daily, end));
    }

    // Elsewhere: one more outgoing message lowers the score.
    [Fact]
    public void OutgoingMessage_OneMore_RaisesStrengthAndMovesOnlyTheBalance()
    {
        Touchpoint[] even = [Touch(9, Channel.Message, Direction.Outgoing), Touch(8, Channel.Message, Direction.Incoming), Touch(7, Channel.Message, Direction.Outgoing), Touch(6, Channel.Message, Direction.Incoming)];

        var (before, after) = (Scorer.ScoreAt(even, Now), Scorer.WhatIf(even, Touch(1, Channel.Message, Direction.Outgoing), Now));

        Assert.True(after.Strength > before.Strength);
        Assert.True(after.Reciprocity.Balance < before.Reciprocity.Balance);
    }

    // Elsewhere: two messages in all are perfect balance, and the unknown is shown as balanced.
    [Fact]
    public void TwoMessages_InAll_SayNothingOfTheBalance()
    {
        var reciprocity = Scorer.ScoreAt([Touch(2, Channel.Message, Direction.Outgoing), Touch(1, Channel.Message, Direction.Incoming)], Now).Reciprocity;

        Assert.Equal(BalanceVerdict.Unknown, reciprocity.Verdict);
        Assert.InRange(reciprocity.Low, -1, -0.5);
        Assert.InRange(reciprocity.High, 0.5, 1);
    }

    // Elsewhere: 50 messages over 5 years score 0 because all are older than a window.
    [Fact]
    public void FiftyMessages_OverFiveYears_AreNotNothing()
    {
        Touchpoint[] touchpoints = [.. Enumerable.Range(0, 50).Select(i => Touch(400 + (i * 36.5), Channel.Message))];

        var score = Scorer.ScoreAt(touchpoints, Now);

        double[] halfLives = [3, 30, 300];
        var light = touchpoints.Sum(touch => halfLives.Sum(h => Math.Pow(2, -(Now - touch.At).TotalDays / h) / Math.Sqrt(h))) * 0.4 * 30 * Math.Log(2) / halfLives.Sum(Math.Sqrt);
        Assert.Equal(1 - Math.Exp(Math.Exp(-light) - 1), score.Strength.Value, 1e-12);
        Assert.InRange(score.Strength.Value, 0.08, 1);
        Assert.Equal((50, 50, Evidence.Solid), (score.Touchpoints, score.ContactDays, score.Evidence));
    }

    // Elsewhere: the lifetime ratio of initiations never heals.
    [Fact]
    public void LopsidedPast_HealsWithinAYearOfTheOther()
    {
        Touchpoint[] past = [.. Enumerable.Range(0, 20).Select(i => Touch(1_000 + (i * 10), Channel.Message, Direction.Outgoing))];
        Touchpoint[] lately = [.. Enumerable.Range(0, 6).Select(i => Touch(i * 30, Channel.Message, Direction.Incoming))];

        Assert.Equal(BalanceVerdict.MostlyOutgoing, Scorer.ScoreAt(past, Now - Duration.FromDays(900)).Reciprocity.Verdict);
        Assert.Equal(BalanceVerdict.MostlyIncoming, Scorer.ScoreAt([.. past, .. lately], Now).Reciprocity.Verdict);
        Assert.InRange(Scorer.ScoreAt(past, Now + Duration.FromDays(1_800)).Reciprocity.Balance, -0.001, 0);
    }

    // Elsewhere: a comment says 0.87 and the code computes 0.80. These are the numbers of the documentation comments.
    [Fact]
    public void NumbersOfTheComments_AreThoseOfTheCode()
    {
        var texts = Scorer.ScoreAt(Enumerable.Range(0, 3_000).Select(i => Touch(i, Channel.Letter)), Now).Strength;

        Assert.Equal("0.500", Scorer.ScoreAt([Touch(0, Channel.InPerson)], Now).Strength.ToString());
        Assert.True(texts.Value < 1 - Math.Exp(-1));
        Assert.Equal("0.632", texts.ToString());
        Assert.Equal(73 + 45, Scorer.StateOf([Touch(0, Channel.Voice)], Now).ToBytes().Length);
    }

    // Elsewhere: a call logged today is dated yesterday.
    [Fact]
    public void CallJustAfterMidnight_IsDatedInTheZoneOfTheOwner()
    {
        var auckland = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        var call = new Touchpoint(Ada, Instant.FromUtc(2026, 3, 1, 11, 30), Channel.Voice, Direction.Outgoing);

        Assert.Equal(new LocalDate(2026, 3, 2), TieState.Fold(FoldSettings.Default, auckland, [call], Now).Cells[0].Date);
    }

    // Elsewhere: "since" is when the record was made.
    [Fact]
    public void FirstTouch_KnownLast_IsStillTheEarliest()
    {
        var state = Scorer.StateOf([Touch(1, Channel.Voice)], Now).With(Touch(900, Channel.Letter)).With(Touch(30, Channel.Email));

        Assert.Equal((Now - Duration.FromDays(900), Now - Duration.FromDays(1)), (state.FirstTouch!.Value, state.LastTouch!.Value));
    }

    // Elsewhere: instants compared as texts, in which 9:00:00.5 comes before 9:00:00 because '.' comes before 'Z'.
    [Fact]
    public void HalfSecond_IsLaterThanTheWholeOne()
    {
        var half = new Touchpoint(Ada, Now - Duration.FromMilliseconds(500), Channel.Voice, Direction.Incoming);
        var whole = new Touchpoint(Ada, Now - Duration.FromSeconds(1), Channel.Voice, Direction.Outgoing);

        var state = Scorer.StateOf([half, whole], Now);

        Assert.Equal((whole.At, half.At), (state.FirstTouch!.Value, state.LastTouch!.Value));
    }

    // Elsewhere: certainty after a single event, and NaN at high counts.
    [Fact]
    public void OneOldEventAndVeryMany_StayInRange()
    {
        var one = Scorer.ScoreAt([Touch(2_000, Channel.Message)], Now);
        var many = Scorer.ScoreAt(Enumerable.Range(0, 50_000).Select(i => Touch(i / 10.0, Channel.InPerson)), Now);

        Assert.InRange(one.Strength.Value, 0, 0.01);
        Assert.InRange(one.Rhythm.SilencePercentile!.Value, 0.99, 1);
        foreach (var score in new[] { one, many })
        {
            Assert.InRange(score.Strength.Value, 0, 1);
            Assert.InRange(score.Rhythm.SilencePercentile!.Value, 0, 1);
            Assert.InRange(score.Momentum, -1, 1);
            Assert.InRange(score.Reciprocity.Balance, score.Reciprocity.Low, score.Reciprocity.High);
        }
    }

    private static Touchpoint Touch(double daysAgo, Channel channel, Direction direction = Direction.Mutual) =>
        new(Ada, Now - Duration.FromDays(daysAgo), channel, direction);
}
