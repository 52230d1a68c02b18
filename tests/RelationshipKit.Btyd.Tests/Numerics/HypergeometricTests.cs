using MathNet.Numerics;
using RelationshipKit.Btyd.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd.Tests.Numerics;

// The expected values were computed with 120 decimal digits.
public class HypergeometricTests
{
    [Theory]
    [InlineData(31.772462626061365, 0.8151987985731158, 311.7643563009914, 0.06266140370013147, 1.985597470777584)]
    [InlineData(17.582962632305897, 1.0000000058016212, 0.008556253192487585, 3.5241160906257675e-05, 0.0006194428848845663)]
    [InlineData(7.348064668844437, 3.692406588075892, 11.023398132187715, 1888202.2278048361, 5.09425462744299)]
    [InlineData(1.3505598475207217, 0.615309943518496, 300.9922116391736, 0.1881250916204559, 0.2539597192064726)]
    [InlineData(5.760161598187149, 0.3094800098976272, 300.4249580269431, 67.69377279814938, 333.35128090429845)]
    [InlineData(54703.056775666926, 15.75423637852352, 5.485666786309101, 63862584603.63, 1.3718028263593578)]
    [InlineData(5.909950191487235, 0.1958054073780595, 6.397119129090132, 0.08075032761138998, 0.4734029693590498)]
    [InlineData(460.42725082733114, 0.6744900510673175, 169.24307972409005, 1967.9829944272467, 7978.885928235741)]
    [InlineData(7.927520672451406, 12.792535309318946, 10.95201271822091, 0.1326022271366029, 0.7836241821388812)]
    [InlineData(0.00013436809621911235, 10.082924499919972, 8292.55653576937, 56.66732878272705, 0.007364695876221213)]
    [InlineData(1.0596310785244405, 1.9806801508671348, 5.25172903099238, 66.3547619836438, 5.269102575595359)]
    [InlineData(1.1164178746088451, 13.919302974709488, 10.453481419187053, 0.03731779646614137, 0.04074358872077222)]
    [InlineData(31.4929949295457, 0.5674079566348491, 39.175811476545256, 0.2375967991935641, 7.107692051591279)]
    [InlineData(4777.794782828393, 0.0017458910132784043, 10844.52509893333, 129640263.29572913, 601428110974.3273)]
    public void Growth_Values_MatchReference(double p, double a, double b, double u, double expected) =>
        Assert.Equal(expected, Hypergeometric.Growth(p, a, b, u), Math.Abs(expected) * 1e-13);

    // Elementary cases of 2F1: 2F1(p, c; c; -u) = (1 + u)^-p and 2F1(1, 1; 2; -u) = ln(1 + u)/u.
    [Theory]
    [InlineData(0.3)]
    [InlineData(3.9999)]
    [InlineData(4.0001)]
    [InlineData(1e9)]
    public void Growth_ElementaryCases_AreExact(double u)
    {
        // b near 0 leaves c = a - 1; a = 2, b = 1, p = 1 leaves c = 2.
        var powers = Hypergeometric.Growth(1.5, 3, 1e-300, u);
        Assert.Equal(-Elementary.ExpM1(-1.5 * Elementary.Log1P(u)), powers, 1e-13);
        Assert.Equal(2 * (1 - (Elementary.Log1P(u) / u)), Hypergeometric.Growth(1, 2, 1, u), 1e-12);
    }

    [Theory]
    [InlineData(0.25, 0.6, 1.2)]
    [InlineData(3.25, 1, 4.2)]
    [InlineData(15, 2.5, 14)]
    public void Growth_WhereTheMethodsMeet_IsOne(double p, double a, double b)
    {
        foreach (var edge in new[] { 4, 64 / p }.Where(edge => edge <= 4))
        {
            var below = Hypergeometric.Growth(p, a, b, edge);
            Assert.Equal(below, Hypergeometric.Growth(p, a, b, edge * (1 + 1e-15)), below * 1e-13);
        }
    }

    // MathNet sums the series with an argument that is a whole number: only -1 is of use, where it converges for few parameters.
    [Fact]
    public void Growth_AgainstAnotherLibrary_Agrees()
    {
        const double P = 0.5;
        const double A = 1.25;
        const double B = 40;
        var c = A + B - 1;
        var other = SpecialFunctions.GeneralizedHypergeometric([P, A - 1], [c], -1);

        Assert.Equal(other, 1 - ((A - 1) / c * Hypergeometric.Growth(P, A, B, 1)), 1e-12);
    }

    [Fact]
    public void Growth_NoTime_IsZero() => Assert.Equal(0, Hypergeometric.Growth(2, 0.5, 3, 0));
}
