using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Forecasts;

public class LosingTouchTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    // Contact within four mean gaps (60, 45 and 40 days), from an independent implementation.
    [Theory]
    [InlineData(3, 30, 10, 60, 0.311866, false)]
    [InlineData(9, 90, 90, 45, 0.146728, true)]
    [InlineData(6, 50, 400, 40, 0.024686, true)]
    public void IsLosingTouch_CheckValues_IsTrueWhereContactIsUnlikely(
        int days, int span, int silent, int horizon, double within, bool isLosing)
    {
        var forecast = Of(days, span, silent);

        Assert.Equal(within, forecast.ContactWithin(Duration.FromDays(horizon))!.Value, 1e-6);
        Assert.Equal(isLosing, forecast.IsLosingTouch);
    }

    // Two days in touch tell no rhythm, three do.
    [Fact]
    public void IsLosingTouch_BelowThreeDays_IsUnknown()
    {
        Assert.Null(RhythmHazard.Default.ForecastAt(RhythmState.None, AsOf).IsLosingTouch);
        Assert.Null(Of(2, 10, 1_000).IsLosingTouch);
        Assert.True(Of(3, 10, 1_000).IsLosingTouch);
    }

    // Gaps of an hour look a week ahead, not four hours; gaps of a year a quarter, not four years.
    [Theory]
    [InlineData(0.1, 3, 7)]
    [InlineData(730, 500, 90)]
    public void IsLosingTouch_VeryShortAndVeryLongGaps_LookAWeekAndAQuarterAhead(double span, double silent, int horizon) =>
        AssertLimit(RhythmHazard.Default, 0.18, StateOf(3, span, silent), horizon);

    // Three in ten, less the error to expect: 0.12 where the kind of log is not known, 0.05 of mail, 0.03 where much was fitted.
    [Fact]
    public void IsLosingTouch_IsTrueUpToThreeInTenLessTheExpectedError()
    {
        AssertLimit(RhythmHazard.Default, 0.18, StateOf(9, 90, 90), 45);
        AssertLimit(RhythmHazard.Mail, 0.25, StateOf(9, 90, 90), 45);
        AssertLimit(new RhythmHazard([.. RhythmHazard.Default.Rates], 1, 1_000, isCalibrated: true), 0.27, StateOf(9, 90, 90), 45);
    }

    // However unlikely contact is: the usual gap, at least a day, has to be over, and as much again, a quarter at most.
    [Theory]
    [InlineData(3, 0.1, 2)]
    [InlineData(3, 30, 30)]
    [InlineData(11, 30, 6)]
    [InlineData(3, 730, 455)]
    public void IsLosingTouch_BeforeTwoUsualGaps_IsFalse(int days, double span, double quiet)
    {
        var rare = RhythmHazard.Default.AtLevel(0.001);

        Assert.False(At(rare, days, span, quiet).IsLosingTouch);
        Assert.True(At(rare, days, span, quiet + 0.001).IsLosingTouch);
    }

    [Fact]
    public void SilenceInWords_OfAScore_TellsTheUsualGapAndWhatBecomesOfSuchTies()
    {
        // Nine days apart but once, and silent for 61 since.
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        var quiet = scorer.ScoreAt(Touches(61, 70, 79, 88, 97, 106), AsOf).Forecast;
        var busy = scorer.ScoreAt(Touches(3, 12, 21, 30), AsOf).Forecast;

        Assert.Equal("usually every 9 days, silent for 61; three in four ties this quiet stay quiet", quiet.SilenceInWords());
        Assert.Equal("usually every 9 days, silent for 3", busy.SilenceInWords());
    }

    [Theory]
    [InlineData(1, 0, 61, "no usual gap yet, silent for 61 days")]
    [InlineData(2, 1, 1, "usually every day, silent for 1")]
    [InlineData(9, 90, 90, "usually every 11 days, silent for 90; three in four ties this quiet stay quiet")]
    [InlineData(6, 50, 400, "usually every 10 days, silent for 400; three in four ties this quiet stay quiet")]
    public void SilenceInWords_WithoutGaps_TellsTheMeanOne(int days, int span, int silent, string words) =>
        Assert.Equal(words, Of(days, span, silent).SilenceInWords());

    // What is calibrated says its own share: nothing but the level was changed, and it is taken for known.
    [Theory]
    [InlineData(0.74, "three in four")]
    [InlineData(0.8, "four in five")]
    [InlineData(0.9, "nine in ten")]
    [InlineData(0.96, "nearly all")]
    public void SilenceInWords_Calibrated_TellsItsOwnShare(double quiet, string share)
    {
        var last = AsOf - Duration.FromDays(90);
        var state = RhythmState.Of(9, last - Duration.FromDays(90), last);
        var shipped = RhythmHazard.Default.ForecastAt(state, AsOf).ContactWithin(Duration.FromDays(45))!.Value;
        var level = Math.Log(quiet) / Math.Log(1 - shipped);
        var known = new RhythmHazard([.. RhythmHazard.Default.Rates.Select(rate => rate * level)], level, 1_000_000, isCalibrated: true);

        Assert.Equal(
            $"usually every 11 days, silent for 90; {share} ties this quiet stay quiet", known.ForecastAt(state, AsOf).SilenceInWords());
    }

    [Fact]
    public void SilenceInWords_WithoutContact_SaysSo() => Assert.Equal("no contact yet", default(Forecast).SilenceInWords());

    // At the level that makes contact as likely as the limit, a hundredth either way decides.
    private static void AssertLimit(RhythmHazard hazard, double limit, RhythmState tie, int horizon)
    {
        var shipped = hazard.ForecastAt(tie, AsOf).ContactWithin(Duration.FromDays(horizon))!.Value;
        var level = Math.Log(1 - limit) / Math.Log(1 - shipped);
        Assert.True(hazard.AtLevel(level * 0.99).ForecastAt(tie, AsOf).IsLosingTouch);
        Assert.False(hazard.AtLevel(level * 1.01).ForecastAt(tie, AsOf).IsLosingTouch);
    }

    private static Forecast Of(int days, double span, double silent) => At(RhythmHazard.Default, days, span, silent);

    private static Forecast At(RhythmHazard hazard, int days, double span, double silent) =>
        hazard.ForecastAt(StateOf(days, span, silent), AsOf);

    private static RhythmState StateOf(int days, double span, double silent)
    {
        var last = AsOf - Duration.FromDays(silent);
        return RhythmState.Of(days, last - Duration.FromDays(span), last);
    }

    private static IEnumerable<Touchpoint> Touches(params int[] daysAgo) =>
        daysAgo.Select(days => new Touchpoint(ContactId.FromValue("ada"), AsOf - Duration.FromDays(days), Channel.Email, Direction.Mutual));
}
