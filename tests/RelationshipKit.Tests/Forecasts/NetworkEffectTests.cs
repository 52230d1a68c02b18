using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class NetworkEffectTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Duration Month = Duration.FromDays(30);

    // Eight rows of two features, from an independent solver.
    [Fact]
    public void Fit_CheckRows_AgreesToSixDigits()
    {
        double[] lambdas = [0.2, 0.5, 1, 2, 0.1, 0.8, 1.5, 0.4];
        double[][] rows = [[0, 2], [1, 1], [2, 0], [0, 1], [3, 0], [1, 2], [2, 1], [0, 0]];
        double[] contacts = [0, 1, 0, 1, 0, 1, 1, 0];
        double[] ones = [1, 1, 1, 1, 1, 1, 1, 1];

        var fit = HazardRegression.Fit(rows, lambdas, ones, contacts, new double[8], [0, 0]);

        Assert.Equal([0.106704, -0.010654, 0.080061], fit.Weights, (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        double[] chances = [0.198034, 0.395815, 0.601623, 0.869592, 0.087037, 0.582470, 0.775888, 0.313447];
        Assert.Equal(
            chances,
            rows.Select(
                (row, i) =>
                    1 - Math.Exp(
                        -lambdas[i] * fit.Level * Math.Exp(fit.Weights[0] + (fit.Weights[1] * row[0]) + (fit.Weights[2] * row[1])))),
            (expected, actual) => Math.Abs(expected - actual) < 1e-6);
    }

    // The second feature comes out above 0; where it must not, it is left out and the first fitted alone.
    [Fact]
    public void Fit_CoefficientOnTheWrongSide_IsLeftOut()
    {
        double[] lambdas = [0.2, 0.5, 1, 2, 0.1, 0.8, 1.5, 0.4];
        double[][] rows = [[0, 2], [1, 1], [2, 0], [0, 1], [3, 0], [1, 2], [2, 1], [0, 0]];
        double[] contacts = [0, 1, 0, 1, 0, 1, 1, 0];
        double[] ones = [1, 1, 1, 1, 1, 1, 1, 1];

        var fit = HazardRegression.Fit(rows, lambdas, ones, contacts, new double[8], [0, -1]);
        var alone = HazardRegression.Fit([.. rows.Select(row => new[] { row[0] })], lambdas, ones, contacts, new double[8], [0]);

        Assert.Equal(0, fit.Weights[2]);
        Assert.Equal(alone.Weights[1], fit.Weights[1], 1e-8);
    }

    [Fact]
    public void FittedTo_PeopleWhoLeave_LowersTheTiesOfThoseSilentElsewhere()
    {
        var effect = NetworkEffect.FittedTo(Leaving(windows: 3));
        var forecast = ForecastOf(2, Start);

        var near = effect.ContactWithin(forecast, Month, 1, 5, 2, 20)!.Value;
        var far = effect.ContactWithin(forecast, Month, 60, 5, 2, 20)!.Value;

        Assert.True(far < near / 2, $"{far} against {near}");
        Assert.True(effect.Coefficients[1] < 0);
    }

    // The scale of all ties is the same here: it cannot be told from the constant.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    public void FittedTo_AFeatureThatIsTheSameForAll_LeavesItOut(int windows)
    {
        var effect = NetworkEffect.FittedTo(Leaving(windows));

        Assert.Equal(0, effect.Coefficients[6]);
        Assert.InRange(effect.Coefficients[1], -0.8, -0.5);
        Assert.InRange(effect.Coefficients[0], 0.9, 1.2);
    }

    // Of ties that the hazard takes to be alike, those of many days come back and those of two do not.
    [Fact]
    public void FittedTo_TiesOfManyDaysThatComeBack_RaisesTheirs()
    {
        var history = new NetworkHistory();
        for (var i = 0; i < 300; i++)
        {
            var days = i % 2 == 0 ? 2 : 30;
            history.Add(OfDays(days, Start - (i % 3 * Month)), Month, 5, 4, 2, 20, wasInTouch: i % 10 < 2 || days == 30);
        }

        var effect = NetworkEffect.FittedTo(history);
        double FactorOf(int days) =>
            Math.Log(1 - effect.ContactWithin(OfDays(days, Start), Month, 5, 4, 2, 20)!.Value) / Math.Log(
                1 - OfDays(days, Start).ContactWithin(Month)!.Value);

        Assert.True(effect.Coefficients[8] > 0);
        Assert.True(FactorOf(30) > 2 * FactorOf(2), $"{FactorOf(30)} against {FactorOf(2)}");
    }

    [Fact]
    public void FittedTo_FewerThanThreeWindows_SaysNothing()
    {
        var effect = NetworkEffect.FittedTo(Leaving(windows: 2));
        var forecast = ForecastOf(2, Start);

        Assert.Equal(NetworkEffect.None.Coefficients, effect.Coefficients);
        Assert.Equal(forecast.ContactWithin(Month)!.Value, effect.ContactWithin(forecast, Month, 3, 0, 0, 4)!.Value, 1e-15);
    }

    // Of the present, all are silent elsewhere: together they still expect what they would alone.
    [Fact]
    public void FittedTo_Present_KeepsItsLevel()
    {
        var history = Leaving(windows: 3);
        var forecast = ForecastOf(2, Start);
        for (var i = 0; i < 50; i++)
        {
            history.Add(forecast, Month, 60, 5, 2, 20, wasInTouch: null);
        }

        // To the grid that features are counted on.
        Assert.Equal(
            forecast.ContactWithin(Month)!.Value, NetworkEffect.FittedTo(history).ContactWithin(forecast, Month, 60, 5, 2, 20)!.Value,
            0.05);
    }

    [Fact]
    public void ContactWithin_WithoutContact_IsUnknown()
    {
        Assert.Null(NetworkEffect.None.ContactWithin(default, Month, 3, 0, 0, 4));

        var history = new NetworkHistory();
        history.Add(default, Month, 3, 0, 0, 4, wasInTouch: true);
        Assert.Equal(0, history.Outcomes);
    }

    [Fact]
    public void Add_AnotherHorizon_IsRefusedByName()
    {
        var history = Leaving(windows: 1);

        var message = Assert.Throws<ArgumentException>(
            () => history.Add(ForecastOf(2, Start), Duration.FromDays(7), 3, 0, 0, 4, wasInTouch: true)).Message;
        Assert.Contains("7 days; it must be that of the outcomes before, 30", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0, 0, 4)]
    [InlineData(3, -1, 0, 4)]
    [InlineData(3, 2, 3, 4)]
    [InlineData(3, 2, 1, 1)]
    public void ContactWithin_OutOfRange_IsRefused(double elsewhere, int common, int recent, int either) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => NetworkEffect.None.ContactWithin(ForecastOf(2, Start), Month, elsewhere, common, recent, either));

    // Half of the people have left: silent elsewhere for two months, and not in touch again.
    internal static NetworkHistory Leaving(int windows)
    {
        var history = new NetworkHistory();
        for (var window = 0; window < windows; window++)
        {
            for (var i = 0; i < 100; i++)
            {
                var hasLeft = i % 2 == 0;
                history.Add(
                    ForecastOf(1 + (i % 20), Start - (window * Month)), Month, hasLeft ? 40 + (i % 40) : i % 3, i % 7, i % 7 / 2, 20,
                    wasInTouch: !hasLeft && i % 10 != 1);
            }
        }

        return history;
    }

    // As long apart, in usual gaps, whatever the number of days.
    private static Forecast OfDays(int days, Instant asOf)
    {
        var last = asOf - Duration.FromDays(10);
        return RhythmHazard.Default.ForecastAt(RhythmState.Of(days, last - Duration.FromDays((10 * days) - 7), last), asOf);
    }

    internal static Forecast ForecastOf(double silentDays, Instant asOf)
    {
        var last = asOf - Duration.FromDays(silentDays);
        return RhythmHazard.Default.ForecastAt(RhythmState.Of(6, last - Duration.FromDays(60), last), asOf);
    }
}
