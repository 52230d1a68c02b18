using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

// The expected values were computed with 50 decimal digits.
public class BetaDistributionTests
{
    private static readonly double[] Shapes = [0.05, 0.1, 0.5, 1, 1.1, 2, 9.99, 10, 10.01, 100, 1e4, 1e6];
    private static readonly double[] Shares = [1e-300, 1e-16, 1e-10, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-10, 1 - 1.2e-16];

    [Theory]
    [InlineData(0.25, 2.5, 1.5, 0.057668885622437306)]
    [InlineData(0.9, 0.5, 0.5, 0.7951672353008665)]
    [InlineData(1e-10, 0.1, 5.0, 0.12233374999555148)]
    [InlineData(0.3, 20.0, 40.0, 0.2998216752522931)]
    [InlineData(0.999, 300.0, 0.2, 0.1835789227069536)]
    [InlineData(0.1, 100.0, 900.0, 0.511216030479812)]
    [InlineData(0.51, 1e4, 1e4, 0.9976629406698898)]
    public void Cdf_Values_MatchReference(double x, double a, double b, double expected) =>
        Assert.Equal(expected, BetaDistribution.Cdf(x, a, b), 1e-13 * expected);

    [Theory]
    [InlineData(-0.5, 0.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(1.5, 1.0)]
    public void Cdf_AtAndBeyondTheEnds_IsZeroOrOne(double x, double expected) => Assert.Equal(expected, BetaDistribution.Cdf(x, 2, 3));

    [Theory]
    [InlineData(0.05, 0.1, 0.1, 8.661406889571971e-11)]
    [InlineData(0.05, 0.1, 5.0, 1.3008797579976503e-14)]
    [InlineData(0.95, 2.5, 7.5, 0.4916369651474135)]
    [InlineData(0.05, 12.0, 3.0, 0.614610317636118)]
    [InlineData(0.975, 50.0, 60.0, 0.5477759737783875)]
    public void Quantile_Values_MatchReference(double p, double a, double b, double expected) =>
        Assert.Equal(expected, BetaDistribution.Quantile(p, a, b), 1e-12 * expected);

    [Fact]
    public void Quantile_OneShapeIsOne_MatchesTheClosedForm()
    {
        foreach (var p in Shares)
        {
            Assert.Equal(p, BetaDistribution.Quantile(p, 1, 1), 1e-12 * p);
            foreach (var shape in Shapes)
            {
                var power = Elementary.Exp(Elementary.Log(p) / shape);
                Assert.Equal(power, BetaDistribution.Quantile(p, shape, 1), Math.Max(1e-12 * power, double.Epsilon));

                var mirrored = -Elementary.ExpM1(Elementary.Log1P(-p) / shape);
                Assert.Equal(mirrored, BetaDistribution.Quantile(p, 1, shape), Math.Min(1e-14, 1e-9 * mirrored));
            }
        }
    }

    [Fact]
    public void Quantile_MedianOfEqualShapes_IsOneHalf()
    {
        foreach (var shape in Shapes)
        {
            Assert.Equal(0.5, BetaDistribution.Quantile(0.5, shape, shape), 1e-14);
        }
    }

    [Fact]
    public void Quantile_WholeDomain_RisesInsideZeroToOneAndUndoesCdf()
    {
        foreach (var a in Shapes)
        {
            foreach (var b in Shapes)
            {
                var last = 0.0;
                foreach (var p in Shares)
                {
                    var x = BetaDistribution.Quantile(p, a, b);

                    Assert.InRange(x, last, 1);
                    last = x;

                    // p lies between the shares at the neighbouring doubles; below 1e-300 doubles thin out and the share with them.
                    if (x > 1e-300)
                    {
                        Assert.InRange(
                            p, BetaDistribution.Cdf(Math.BitDecrement(x), a, b) * (1 - 1e-10),
                            BetaDistribution.Cdf(Math.BitIncrement(x), a, b) * (1 + 1e-10));
                    }
                }
            }
        }
    }
}
