using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

// The expected values were computed with 60 decimal digits.
public class GammaFunctionsTests
{
    [Theory]
    [InlineData(1e-300, 690.7755278982137)]
    [InlineData(1e-3, 6.907178885383853)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(0.9999999, 5.772157468444193e-08)]
    [InlineData(1.0000001, -5.772155829918507e-08)]
    [InlineData(1.5, -0.12078223763524522)]
    [InlineData(1.9999, -4.227520877215346e-05)]
    [InlineData(2.0000001, 4.227843666532498e-08)]
    [InlineData(2.5, 0.2846828704729192)]
    [InlineData(3.7, 1.428072326665388)]
    [InlineData(9.999, 12.799575780077413)]
    [InlineData(10.0, 12.801827480081469)]
    [InlineData(100.25, 360.28455963776423)]
    [InlineData(1e6, 12815504.569147611)]
    [InlineData(1e15, 3.3538776394910668e+16)]
    public void LogGamma_Values_MatchReference(double z, double expected) =>
        Assert.Equal(expected, GammaFunctions.LogGamma(z), Math.Abs(expected) * 1e-15);

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void LogGamma_AtItsZeros_IsZeroToTheBit(double z) => Assert.Equal(0, GammaFunctions.LogGamma(z));

    [Fact]
    public void LogGamma_OneMore_AddsTheLogarithm()
    {
        for (var z = 0.03125; z < 30; z += 0.03125)
        {
            var expected = GammaFunctions.LogGamma(z) + Elementary.Log(z);
            Assert.Equal(expected, GammaFunctions.LogGamma(z + 1), 1e-14 * Math.Max(1, expected));
        }
    }

    [Theory]
    [InlineData(0.05, 0.05, 3.6850457503692557)]
    [InlineData(1.0, 1.0, 0.0)]
    [InlineData(2.5, 7.5, -4.982780372849818)]
    [InlineData(10.0, 10.0, -13.736229227036555)]
    [InlineData(1e3, 9.5, -53.974596145008434)]
    [InlineData(1e6, 0.05, 2.2781036969035204)]
    [InlineData(1e6, 5.0, -65.89950895945843)]
    [InlineData(1e6, 1e6, -1386300.003362921)]
    public void LogBeta_EitherOrder_MatchesReference(double a, double b, double expected)
    {
        Assert.Equal(expected, GammaFunctions.LogBeta(a, b), 4e-15 * Math.Max(1, Math.Abs(expected)));
        Assert.Equal(GammaFunctions.LogBeta(a, b), GammaFunctions.LogBeta(b, a));
    }
}
