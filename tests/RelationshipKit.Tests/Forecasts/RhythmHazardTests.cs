using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class RhythmHazardTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    // Ten digits each, from an independent implementation with an independent fit to the same data.
    [Theory]
    [InlineData(1, 0, 10, 30, 0.0636900551, 0.2555649647)]
    [InlineData(2, 1, 5, 30, 0.2015606489, 0.3409634786)]
    [InlineData(3, 30, 10, 30, 0.2419873222, 0.3451972363)]
    [InlineData(9, 90, 90, 30, 0.1090269117, 0.8125871878)]
    [InlineData(20, 140, 7, 7, 0.3364906738, 0.4817225781)]
    [InlineData(40, 400, 2, 30, 0.7493032462, 0.1349510274)]
    [InlineData(6, 50, 400, 90, 0.0515229300, 0.8215368037)]
    public void ForecastAt_ReferenceVectors_AgreesToTenDigits(int days, int span, int silent, int horizon, double within, double percentile)
    {
        var last = AsOf - Duration.FromDays(silent);
        var forecast = RhythmHazard.Default.ForecastAt(RhythmState.Of(days, last - Duration.FromDays(span), last), AsOf);

        Assert.Equal(within, forecast.ContactWithin(Duration.FromDays(horizon))!.Value, 1e-10);
        Assert.Equal(percentile, forecast.SilencePercentile!.Value, 1e-10);
        Assert.False(forecast.IsCalibrated);
    }

    // The same ties with the start for mail and phone logs.
    [Theory]
    [InlineData(1, 0, 10, 30, 0.2196068287, 0.302259)]
    [InlineData(2, 1, 5, 30, 0.5335752751, 0.462077)]
    [InlineData(3, 30, 10, 30, 0.4763135578, 0.448481)]
    [InlineData(9, 90, 90, 30, 0.2754132280, 0.956442)]
    [InlineData(20, 140, 7, 7, 0.4974159102, 0.642290)]
    [InlineData(40, 400, 2, 30, 0.8955419736, 0.206653)]
    [InlineData(6, 50, 400, 90, 0.1128819898, 0.979356)]
    public void ForecastAt_MailReferenceVectors_Agrees(int days, int span, int silent, int horizon, double within, double percentile)
    {
        var last = AsOf - Duration.FromDays(silent);
        var forecast = RhythmHazard.Mail.ForecastAt(RhythmState.Of(days, last - Duration.FromDays(span), last), AsOf);

        Assert.Equal(within, forecast.ContactWithin(Duration.FromDays(horizon))!.Value, 1e-10);
        Assert.Equal(percentile, forecast.SilencePercentile!.Value, 1e-6);
        Assert.False(forecast.IsCalibrated);
    }

    // A later day is forecast for a tie that has one more contact-day and is as old as it will be then: its silence counts.
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void ReciprocatedWithin_WorkedByHand_Agrees(int silent)
    {
        var last = AsOf - Duration.FromDays(silent);
        var forecast = RhythmHazard.Default.ForecastAt(RhythmState.Of(9, last - Duration.FromDays(90), last), 6, 2, AsOf);
        var next = RhythmHazard.Default.ForecastAt(RhythmState.Of(10, AsOf - Duration.FromDays(90 + silent), AsOf), AsOf);

        var quiet = 2.4 / 10;
        var later = 1 - Math.Pow(1 - next.ContactWithin(Duration.FromDays(15))!.Value, quiet);
        var expected = forecast.ContactWithin(Duration.FromDays(30))!.Value * (quiet + ((1 - quiet) * later));
        Assert.Equal(expected, forecast.ReciprocatedWithin(Duration.FromDays(30))!.Value, 1e-12);
    }

    [Fact]
    public void ForecastAt_NoContact_KnowsNothing()
    {
        var forecast = RhythmHazard.Default.ForecastAt(RhythmState.None, AsOf);

        Assert.Null(forecast.ContactWithin(Duration.FromDays(30)));
        Assert.Null(forecast.SilencePercentile);
        Assert.Null(forecast.DueBy(0.5));
        Assert.Equal("no contact, no forecast", forecast.ToString());
    }
}
