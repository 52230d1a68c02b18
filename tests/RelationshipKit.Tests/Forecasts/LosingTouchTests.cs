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
    public void IsLosingTouch_CheckValues_IsTrueUpToThreeInTen(int days, int span, int silent, int horizon, double within, bool isLosing)
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
    [InlineData(0.1, 2, 7)]
    [InlineData(730, 500, 90)]
    public void IsLosingTouch_VeryShortAndVeryLongGaps_LookAWeekAndAQuarterAhead(double span, double silent, int horizon)
    {
        var last = AsOf - Duration.FromDays(silent);
        var state = RhythmState.Of(3, last - Duration.FromDays(span), last);
        var shipped = RhythmHazard.Default.ForecastAt(state, AsOf).ContactWithin(Duration.FromDays(horizon))!.Value;

        // At the level that makes contact as likely as the limit, a hundredth either way decides.
        var level = Math.Log(0.7) / Math.Log(1 - shipped);
        Assert.True(RhythmHazard.Default.AtLevel(level * 0.99).ForecastAt(state, AsOf).IsLosingTouch);
        Assert.False(RhythmHazard.Default.AtLevel(level * 1.01).ForecastAt(state, AsOf).IsLosingTouch);
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
    public void SilenceInWords_WithoutGaps_TellsTheMeanOne(int days, int span, int silent, string words) => Assert.Equal(words, Of(days, span, silent).SilenceInWords());

    // What is calibrated says its own share: nothing but the level was changed, and it is taken for known.
    [Theory]
    [InlineData(0.72, "three in four")]
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

        Assert.Equal($"usually every 11 days, silent for 90; {share} ties this quiet stay quiet", known.ForecastAt(state, AsOf).SilenceInWords());
    }

    [Fact]
    public void SilenceInWords_WithoutContact_SaysSo() => Assert.Equal("no contact yet", default(Forecast).SilenceInWords());

    private static Forecast Of(int days, double span, double silent)
    {
        var last = AsOf - Duration.FromDays(silent);
        return RhythmHazard.Default.ForecastAt(RhythmState.Of(days, last - Duration.FromDays(span), last), AsOf);
    }

    private static IEnumerable<Touchpoint> Touches(params int[] daysAgo) =>
        daysAgo.Select(days => new Touchpoint(ContactId.FromValue("ada"), AsOf - Duration.FromDays(days), Channel.Email, Direction.Mutual));
}
