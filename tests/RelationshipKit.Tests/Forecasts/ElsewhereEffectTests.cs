using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class ElsewhereEffectTests
{
    // Of forecasts of one half each: Λ = ln 2. Among people silent for less than a day 90 of 100 came true, among those silent for 15 to 31 days 10 of 100.
    private static readonly ElsewhereOutcome[] Past = [.. Outcomes(0.5, 100, 90), .. Outcomes(20, 100, 10)];

    [Fact]
    public void FittedTo_TwoGroups_SolvesEachAndKeepsTheLevel()
    {
        var effect = ElsewhereEffect.FittedTo(Past);

        // By hand: 100 (1 - 2^-f) + 20 f = contacts + 20, then one scale that restores 100 expected contacts of 200.
        var busy = Root(f => (100 * (1 - Math.Pow(2, -f))) + (20 * f) - 110);
        var quiet = Root(f => (100 * (1 - Math.Pow(2, -f))) + (20 * f) - 30);
        var scale = Root(s => (100 * (1 - Math.Pow(2, -s * busy))) + (100 * (1 - Math.Pow(2, -s * quiet))) - 100);
        Assert.Equal(busy * scale, effect.Factors[0], 1e-9);
        Assert.Equal(quiet * scale, effect.Factors[4], 1e-9);
        Assert.InRange(effect.Factors[0] / effect.Factors[4], 5, 20);

        // Bins nobody was in have no effect of their own; pooling keeps them between their neighbours.
        Assert.All(effect.Factors.Skip(1).Take(3), factor => Assert.InRange(factor, effect.Factors[4], effect.Factors[0]));
        Assert.Equal(scale, effect.Factors[9], 1e-9);
    }

    [Fact]
    public void FittedTo_LongerSilenceThatCameTrueMoreOften_IsPooled()
    {
        var effect = ElsewhereEffect.FittedTo([.. Outcomes(0.5, 100, 10), .. Outcomes(20, 100, 90)]);

        Assert.All(effect.Factors.Zip(effect.Factors.Skip(1).Take(8)), both => Assert.True(both.Second <= both.First));
        Assert.Equal(effect.Factors[0], effect.Factors[4], 1e-12);
    }

    [Fact]
    public void FittedTo_Nothing_IsNone() => Assert.Equal(ElsewhereEffect.None, ElsewhereEffect.FittedTo([]));

    [Fact]
    public void FittedTo_CertainForecasts_StayFinite()
    {
        var effect = ElsewhereEffect.FittedTo([ElsewhereOutcome.Of(1, 0, false), ElsewhereOutcome.Of(0, 1e300, true), ElsewhereOutcome.Of(1, double.PositiveInfinity, true)]);

        Assert.All(effect.Factors, factor => Assert.True(factor > 0 && double.IsFinite(factor)));
    }

    [Fact]
    public void FactorAt_MiddlesOfBins_AreTheFactorsAndBetweenThemTheGeometricMean()
    {
        var effect = ElsewhereEffect.FittedTo(Past);

        Assert.Equal(effect.Factors[4], effect.FactorAt(Math.Pow(2, 4.5) - 1), 1e-9);
        Assert.Equal(Math.Sqrt(effect.Factors[3] * effect.Factors[4]), effect.FactorAt(15), 1e-9);
        Assert.Equal(effect.Factors[0], effect.FactorAt(0), 1e-12);
        Assert.Equal(effect.Factors[8], effect.FactorAt(1e9), 1e-12);
        Assert.Equal(effect.Factors[9], effect.FactorAt(double.PositiveInfinity));
    }

    [Fact]
    public void Adjusted_Factor_IsAPowerOfNoContact()
    {
        var effect = ElsewhereEffect.FittedTo(Past);

        Assert.Equal(1 - Math.Pow(0.7, effect.FactorAt(3.25)), effect.Adjusted(0.3, 3.25), 1e-12);
        Assert.Equal(0, effect.Adjusted(0, 3.25));
        Assert.Equal(1, effect.Adjusted(1, 3.25));
        Assert.Equal(0.3, ElsewhereEffect.None.Adjusted(0.3, 3.25), 1e-15);
    }

    [Theory]
    [InlineData(3, 15, 7)] // 4 and 16 days with 1 added: their geometric mean is 8
    [InlineData(0, 0, 0)]
    [InlineData(1, double.PositiveInfinity, double.PositiveInfinity)]
    public void MeanSilentDays_IsTheMeanOfLogarithms(double one, double other, double mean) => Assert.Equal(mean, ElsewhereEffect.MeanSilentDays(one, other), 1e-12);

    [Fact]
    public void ToString_SaysHowFarItReaches() => Assert.Equal("from 1.00 down to 1.00, 1.00 with nobody else", ElsewhereEffect.None.ToString());

    private static IEnumerable<ElsewhereOutcome> Outcomes(double silentDays, int count, int inTouch) =>
        Enumerable.Range(0, count).Select(i => ElsewhereOutcome.Of(0.5, silentDays, i < inTouch));

    // The root of a rising function between 0 and 100.
    private static double Root(Func<double, double> rising)
    {
        var (low, high) = (0.0, 100.0);
        for (var i = 0; i < 100; i++)
        {
            (low, high) = rising((low + high) / 2) > 0 ? (low, (low + high) / 2) : ((low + high) / 2, high);
        }

        return low;
    }
}
