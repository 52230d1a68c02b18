using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

// The expected values were computed with 60 decimal digits and rounded once, from the exact value of the double argument.
public class ElementaryTests
{
    [Fact]
    public void Exp2_Integers_ArePowersOfTwoToTheBit()
    {
        for (var k = -1022; k <= 1023; k++)
        {
            Assert.Equal(BitConverter.Int64BitsToDouble((long)(k + 1023) << 52), Elementary.Exp2(k));
        }

        for (var k = -1074; k < -1022; k++)
        {
            Assert.Equal(BitConverter.Int64BitsToDouble(1L << (k + 1074)), Elementary.Exp2(k));
        }
    }

    [Theory]
    [InlineData(0.1, 1.0717734625362931)]
    [InlineData(0.99, 1.9861849908740719)]
    [InlineData(-1e-10, 0.9999999999306853)]
    [InlineData(-0.03125, 0.9785720620877001)]
    [InlineData(-0.3333333333333333, 0.7937005259840998)]
    [InlineData(-0.5, 0.7071067811865476)]
    [InlineData(-0.7, 0.6155722066724582)]
    [InlineData(-333.3333, 4.536053272143454e-101)]
    [InlineData(-1000.5, 6.599170332783212e-302)]
    [InlineData(-1021.75, 2.6460736639433216e-308)]
    [InlineData(-1050.3, 6.7327976e-317)]
    [InlineData(1000.123, 1.1668696751328318e+301)]
    public void Exp2_Fractions_MatchReferenceToOneUlp(double x, double expected) =>
        AssertUlps(expected, Elementary.Exp2(x), 1);

    [Theory]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(-1075.0, 0.0)]
    [InlineData(-1074.999, double.Epsilon)]
    [InlineData(1024.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp2_AtAndBeyondTheEnds_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.Exp2(x));

    [Fact]
    public void Exp2_NeighbouringArguments_NeverFall()
    {
        var random = new Random(20250601);
        for (var i = 0; i < 1_000_000; i++)
        {
            // A third anywhere, a third on either side of a table cell's edge, a third close to 0, where arguments are dense.
            var x = (i % 3) switch
            {
                0 => (random.NextDouble() * 2098) - 1074.5,
                1 => Step((random.Next(-17_000, 16_000) + 0.5) / 16, random.Next(-4, 4)),
                _ => (random.NextDouble() - 0.5) / (1 << random.Next(20)),
            };

            Assert.True(Elementary.Exp2(x) <= Elementary.Exp2(Math.BitIncrement(x)), $"2^x falls after {x:R}.");
        }
    }

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(-1e-10, -9.999999999500001e-11)]
    [InlineData(0.1, 0.10517091807564763)]
    [InlineData(-0.1249, -0.11741484331251453)]
    [InlineData(0.1251, 0.13326177357806412)]
    [InlineData(-1.0, -0.6321205588285577)]
    [InlineData(-10.0, -0.9999546000702375)]
    [InlineData(-37.0, -0.9999999999999999)]
    [InlineData(3.0, 19.085536923187668)]
    [InlineData(709.0, 8.218407461554972e+307)]
    public void ExpM1_Values_MatchReferenceToOneUlp(double x, double expected) => AssertUlps(expected, Elementary.ExpM1(x), 1);

    [Fact]
    public void ExpM1_MinusLn2_IsMinusOneHalfToTheBit() => Assert.Equal(-0.5, Elementary.ExpM1(-Elementary.Ln2));

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(-40.0, -1.0)]
    [InlineData(double.NegativeInfinity, -1.0)]
    [InlineData(710.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void ExpM1_AtTheEnds_IsTheLimit(double x, double expected) => Assert.Equal(expected, Elementary.ExpM1(x));

    [Fact]
    public void ExpM1_NeighbouringArguments_NeverFall()
    {
        var random = new Random(20250602);
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = (i % 4) switch
            {
                0 => (random.NextDouble() * 44) - 42,
                1 => Step((random.Next(-900, 900) + 0.5) * Elementary.Ln2 / 16, random.Next(-4, 4)),
                2 => Step(random.Next(2) == 0 ? -0.125 : 0.125, random.Next(-8, 8)),
                _ => (random.NextDouble() - 0.5) / (1 << random.Next(20)),
            };

            Assert.True(Elementary.ExpM1(x) <= Elementary.ExpM1(Math.BitIncrement(x)), $"e^x - 1 falls after {x:R}.");
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 2.718281828459045)]
    [InlineData(-1.0, 0.36787944117144233)]
    [InlineData(0.5, 1.6487212707001282)]
    [InlineData(-20.25, 1.6052280551856116e-09)]
    [InlineData(709.7, 1.6549840276802644e+308)]
    [InlineData(-745.0, 5e-324)]
    [InlineData(-746.0, 0.0)]
    [InlineData(710.0, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_Values_MatchReferenceToOneUlp(double x, double expected) => AssertUlps(expected, Elementary.Exp(x), 1);

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(10.0, 2.302585092994046)]
    [InlineData(0.7071, -0.346583180371942)]
    [InlineData(1.0000001, 9.999999505838704e-08)]
    [InlineData(0.3, -1.2039728043259361)]
    [InlineData(1e-320, -736.8272408909739)]
    [InlineData(1e+300, 690.7755278982137)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_Values_MatchReferenceToOneUlp(double x, double expected) => AssertUlps(expected, Elementary.Log(x), 1);

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1e-18, 1e-18)]
    [InlineData(-1e-9, -1.0000000005000001e-09)]
    [InlineData(0.1, 0.09531017980432487)]
    [InlineData(-0.25, -0.2876820724517809)]
    [InlineData(0.5, 0.4054651081081644)]
    [InlineData(-0.9, -2.302585092994046)]
    [InlineData(-0.9999999, -16.118095651484676)]
    [InlineData(1e10, 23.025850930040455)]
    [InlineData(-1.0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.5, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Log1P_Values_MatchReferenceToOneUlp(double x, double expected) => AssertUlps(expected, Elementary.Log1P(x), 1);

    private static double Step(double x, int steps)
    {
        for (; steps < 0; steps++)
        {
            x = Math.BitDecrement(x);
        }

        for (; steps > 0; steps--)
        {
            x = Math.BitIncrement(x);
        }

        return x;
    }

    private static void AssertUlps(double expected, double actual, int ulps)
    {
        if (double.IsFinite(expected) && double.IsFinite(actual))
        {
            Assert.InRange(actual, Step(expected, -ulps), Step(expected, ulps));
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}
