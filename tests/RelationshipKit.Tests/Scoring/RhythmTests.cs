using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Tests.Forecasts;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class RhythmTests
{
    private const double Tolerance = 1e-12;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    [Fact]
    public void ScoreAt_FourDays_HasTheSpreadOfTheThreeGaps()
    {
        // Gaps of 2, 3 and 7 days: product 42, mean 4, squares 4 + 1 + 9.
        var rhythm = Of(Now, 12.5, 10.5, 7.5, 0.5);

        Assert.Equal(Math.Cbrt(42), rhythm.UsualGapDays!.Value, Tolerance);
        Assert.Equal(Math.Sqrt(14 / 3.0), rhythm.GapSpreadDays!.Value, Tolerance);
        Assert.Equal(PlainHazard.SilencePercentile(RhythmHazard.Default, 4, 12, 0.5), rhythm.SilencePercentile!.Value, Tolerance);
    }

    [Fact]
    public void ScoreAt_ThreeEvenDays_HaveNoSpread()
    {
        var rhythm = Of(Now, 8, 5, 2);

        Assert.Equal(3, rhythm.UsualGapDays!.Value, Tolerance);
        Assert.Equal((0.0, 2.0), (rhythm.GapSpreadDays!.Value, rhythm.SilentDays!.Value));
    }

    [Fact]
    public void UsualGap_WeeklyWithOnePause_IsWhatPeopleWouldSay()
    {
        // Five gaps of a week and one of 182 days: e^((5 ln 7 + ln 182) / 6), where the arithmetic mean is 36.2.
        Assert.Equal(12.0483321, Of(Now, 217, 210, 203, 196, 189, 182, 0).UsualGapDays!.Value, 1e-6);
    }

    [Fact]
    public void UsualGap_FromEveningToMorning_CountsAsADay()
    {
        Touchpoint[] touchpoints = [At(10, 20, Channel.Email), At(11, 6, Channel.Email), At(20, 6, Channel.Email)];

        Assert.Equal(3, Scorer.ScoreAt(touchpoints, Now).Rhythm.UsualGapDays!.Value, Tolerance);
    }

    // Two thousand years of gaps.
    [Fact]
    public void UsualGap_ManyLongGaps_StaysExact()
    {
        var many = Enumerable.Range(1, 1_000).Select(number => (double)number * 700).ToArray();

        Assert.Equal(700, Of(Now, many).UsualGapDays!.Value, 1e-9);
    }

    [Fact]
    public void ScoreAt_BothClassesOfADay_AreOneDayToTheGaps()
    {
        // Light from 8:00 to 20:00 on the first day, rich at noon; then rich at 6:00 and light at 5:00 two days on.
        Touchpoint[] touchpoints =
        [
            At(10, 8, Channel.Email), At(10, 20, Channel.Email), At(10, 12, Channel.Voice),
            At(12, 6, Channel.Voice), At(12, 5, Channel.Email),
            At(14, 5, Channel.Email),
        ];

        // Gaps from 20:00 to 5:00 (33 hours) and from 6:00 to 5:00 (47 hours).
        Assert.Equal(7 / 24.0, Scorer.ScoreAt(touchpoints, Now).Rhythm.GapSpreadDays!.Value, Tolerance);
    }

    [Fact]
    public void ScoreAt_Hazard_IsThatOfTheSettings()
    {
        var scorer = new RelationshipScorer(
            FoldSettings.Default, ScoreSettings.Default with { Hazard = RhythmHazard.Default.AtLevel(2) }, DateTimeZone.Utc);
        var once = Scorer.ScoreAt([Touch(7), Touch(3)], Now).Rhythm.SilencePercentile!.Value;

        // Twice the hazard is the same silence survived twice.
        Assert.Equal(1 - Math.Pow(1 - once, 2), scorer.ScoreAt([Touch(7), Touch(3)], Now).Rhythm.SilencePercentile!.Value, Tolerance);
    }

    [Fact]
    public void ScoreAt_ShortestAndLongestSilence_StayInRange()
    {
        Assert.InRange(Of(Now + Duration.FromDays(2_000_000), 8, 5, 2).SilencePercentile!.Value, 0.5, 1);

        // A microsecond, of a scale of (7 + 9) / 3 days, at the first rate of three contact-days.
        var rate = PlainHazard.Integral(RhythmHazard.Default, 3, 0.01) / 0.01;
        Assert.Equal(
            rate / 86_400_000_000.0 / (16 / 3.0),
            Of(Now - Duration.FromDays(2) + Duration.FromNanoseconds(1_000L), 11, 5, 2).SilencePercentile!.Value,
            1e-22);
    }

    // In Newfoundland the clocks once went back from 0:01 to 23:01 of the day before, so that a later date came first.
    [Fact]
    public void ScoreAt_ClocksBackOverMidnight_CountsNoNegativeGap()
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZoneProviders.Tzdb["America/St_Johns"]);
        var asOf = Instant.FromUtc(2006, 11, 20, 12, 0);
        Instant[] at = [Instant.FromUtc(2006, 10, 29, 2, 30), Instant.FromUtc(2006, 10, 29, 2, 40), Instant.FromUtc(2006, 11, 8, 14, 30)];
        Touchpoint[] touchpoints =
            [.. at.Select(instant => new Touchpoint(ContactId.FromValue("ada"), instant, Channel.Voice, Direction.Outgoing))];

        var score = scorer.ScoreAt(touchpoints, asOf);

        Assert.Equal([28, 29, 8], scorer.StateOf(touchpoints, asOf).Cells.Select(cell => cell.Date.Day));
        Assert.Equal(3, score.ContactDays);
        Assert.Equal(10.5 / 2, score.Rhythm.GapSpreadDays!.Value, Tolerance);
        Assert.Equal((asOf - at[2]).TotalDays, score.Rhythm.SilentDays!.Value, Tolerance);
        Assert.Equal(at.Sum(instant => Math.Pow(2, -(asOf - instant).TotalDays / 180)), score.Reciprocity.Given, Tolerance);
        double[] halfLives = [3, 30, 300];
        var lambda = at.Sum(
            instant =>
                halfLives.Sum(
                    h => Math.Pow(2, -(asOf - instant).TotalDays / h) / Math.Sqrt(h))) * 0.7 * 30 * Math.Log(2) / halfLives.Sum(Math.Sqrt);
        Assert.Equal(lambda, score.ExpectedContacts, Tolerance);
    }

    [Fact]
    public void ToString_WhatIsKnown_IsSaid()
    {
        Assert.Equal("no contact yet", default(Rhythm).ToString());
        Assert.Equal("silent for 3.2 days", new Rhythm(null, null, 3.21, 0.1).ToString());
        Assert.Equal("silent for 3.2 days, usually 7.0", new Rhythm(7, null, 3.21, 0.1).ToString());
    }

    [Fact]
    public void Equals_EachNumber_TakesPart()
    {
        Rhythm rhythm = new(1, 2, 3, 0.4);

        Assert.Equal(rhythm, new Rhythm(1, 2, 3, 0.4));
        Assert.Equal(rhythm.GetHashCode(), new Rhythm(1, 2, 3, 0.4).GetHashCode());
        Rhythm[] others = [new(9, 2, 3, 0.4), new(1, 9, 3, 0.4), new(1, 2, 9, 0.4), new(1, 2, 3, 0.9)];
        Assert.All(others, other => Assert.NotEqual(rhythm, other));
    }

    private static Rhythm Of(Instant asOf, params double[] daysAgo) => Scorer.ScoreAt(daysAgo.Select(Touch), asOf).Rhythm;

    private static Touchpoint Touch(double daysAgo) =>
        new(ContactId.FromValue("ada"), Now - Duration.FromDays(daysAgo), Channel.Email, Direction.Mutual);

    private static Touchpoint At(int day, int hour, Channel channel) =>
        new(ContactId.FromValue("ada"), Instant.FromUtc(2026, 2, day, hour, 0), channel, Direction.Mutual);
}
