using RelationshipKit.Planning.Health;

namespace RelationshipKit.Tests.Planning.Health;

public class HillNumbersTests
{
    [Fact]
    public void Of_EqualWeights_AreAsManyAsTheTies()
    {
        var numbers = HillNumbers.Of([0.5, 0.5, 0.5, 0.5]);

        Assert.Equal(4, numbers.Ties);
        Assert.Equal(4, numbers.N1, 1e-12);
        Assert.Equal(4, numbers.N2, 1e-12);
        Assert.Equal(1, numbers.Evenness, 1e-12);
    }

    [Fact]
    public void Of_HalfAQuarterAndAQuarter_AreWorkedByHand()
    {
        var numbers = HillNumbers.Of([2, 1, 1]);

        // The entropy is ln 2 / 2 + 2 * ln 4 / 4 = 1.5 ln 2; the squares sum to 3/8.
        Assert.Equal(Math.Pow(2, 1.5), numbers.N1, 1e-12);
        Assert.Equal(8.0 / 3, numbers.N2, 1e-12);
        Assert.Equal(1.5 * Math.Log(2) / Math.Log(3), numbers.Evenness, 1e-12);
    }

    [Fact]
    public void Of_Nothing_IsZero()
    {
        Assert.Equal((0, 0, 0), (HillNumbers.Of([]).Ties, HillNumbers.Of([]).N1, HillNumbers.Of([]).N2));
        Assert.Equal(Told.By(HillNumbers.Of([])), Told.By(HillNumbers.Of([0, 0])));
        Assert.Equal(1, HillNumbers.Of([]).Evenness);
    }

    [Fact]
    public void Of_OneTie_IsOne() => Assert.Equal((1, 1.0, 1.0, 1.0), Facts(HillNumbers.Of([0.03, 0])));

    [Theory]
    [InlineData(1e308, 1e308)]
    [InlineData(5e-324, 5e-324)]
    public void Of_WeightsAtTheEndsOfTheRange_AreStillTwo(double one, double other)
    {
        var numbers = HillNumbers.Of([one, other]);

        Assert.Equal((2, 2.0), (numbers.Ties, numbers.N2));
        Assert.Equal(2, numbers.N1, 1e-12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(double.PositiveInfinity)]
    public void Of_WeightOutsideTheRange_IsRefusedWithItsValue(double weight)
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => HillNumbers.Of([1, weight]));

        Assert.Contains(FormattableString.Invariant($"A weight is {weight}"), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_SaysAllThree() =>
        Assert.Equal("3 ties, as many as 2.8 equal ones (2.7 where the strong count more)", HillNumbers.Of([2, 1, 1]).ToString());

    private static (int Ties, double N1, double N2, double Evenness) Facts(HillNumbers numbers) =>
        (numbers.Ties, numbers.N1, numbers.N2, numbers.Evenness);
}
