using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class DecayCurveTests
{
    [Fact]
    public void PowerLaw_Density_IsTheStatedMixture()
    {
        double[] h = [3, 30, 300];
        var expected = h.Sum(x => Math.Pow(2, -12.75 / x) / Math.Sqrt(x)) * Math.Log(2) / h.Sum(Math.Sqrt);

        Assert.Equal(expected, DecayCurve.PowerLaw.DensityAt(12.75), 1e-16);
        Assert.Equal(h, DecayCurve.PowerLaw.HalfLivesInDays);
        Assert.Equal("mixture of half-lives of 3, 30, 300 days", DecayCurve.PowerLaw.ToString());
    }

    [Fact]
    public void DensityPerDayAt_AnAge_IsThatOfTheMixture()
    {
        double[] h = [3, 30, 300];
        var expected = h.Sum(x => Math.Pow(2, -12.75 / x) / Math.Sqrt(x)) * Math.Log(2) / h.Sum(Math.Sqrt);

        Assert.Equal(expected, DecayCurve.PowerLaw.DensityPerDayAt(Duration.FromHours(306)), 1e-16);
        Assert.Equal(Math.Log(2) / 7, DecayCurve.HalfLife(Duration.FromDays(7)).DensityPerDayAt(Duration.Zero), 1e-16);
        Assert.Contains(
            "The age is -1 days; it must not be negative.",
            Assert.Throws<ArgumentOutOfRangeException>("age", () => DecayCurve.PowerLaw.DensityPerDayAt(-Duration.FromDays(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Density_OverAllAges_IntegratesToOne()
    {
        foreach (var curve in new[]
        {
            DecayCurve.PowerLaw,
            DecayCurve.HalfLife(Duration.FromDays(7)),
            DecayCurve.Mixture((Duration.FromDays(2), 5), (Duration.FromDays(90), 0.25))
        })
        {
            var integral = Enumerable.Range(0, 1_200_000).Sum(i => 0.01 * curve.DensityAt((i + 0.5) * 0.01));
            Assert.Equal(1, integral, 1e-6);
        }
    }

    [Fact]
    public void RetainedAt_HalfLife_HalvesExactly()
    {
        var curve = DecayCurve.HalfLife(Duration.FromDays(30));

        Assert.Equal(1, curve.RetainedAt(Duration.Zero));
        Assert.Equal(0.5, curve.RetainedAt(Duration.FromDays(30)));
        Assert.Equal(0.25, curve.RetainedAt(Duration.FromDays(60)));
        Assert.Equal(0, curve.RetainedAt(Duration.FromDays(60_000)));
        Assert.Equal("half-life of 30 days", curve.ToString());
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => curve.RetainedAt(-Duration.FromDays(1)));
        Assert.Contains("The age is -1 days; it must not be negative.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HalfLife_AtTheEnds_IsTakenAndBeyondRefused()
    {
        Assert.NotNull(DecayCurve.HalfLife(Duration.FromHours(1)));
        Assert.NotNull(DecayCurve.HalfLife(Duration.FromDays(36_525)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.HalfLife(Duration.FromHours(1) - Duration.Epsilon));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.HalfLife(Duration.FromDays(36_526)));
        Assert.Contains("The half-life is 36526 days; it must be from an hour to 36525 days.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixture_OrderAndCommonFactor_DoNotMatter()
    {
        var (day, month) = (Duration.FromDays(1), Duration.FromDays(30));
        var curve = DecayCurve.Mixture((day, 2), (month, 1));

        Assert.Equal(curve, DecayCurve.Mixture((month, 2), (day, 4)));
        Assert.Equal(curve.GetHashCode(), DecayCurve.Mixture((month, 2), (day, 4)).GetHashCode());
        Assert.NotEqual(curve, DecayCurve.Mixture((day, 1), (month, 1)));
        Assert.NotEqual(curve, DecayCurve.Mixture((day, 2), (month + day, 1)));
        Assert.False(curve.Equals((object?)null));
        Assert.True(curve.Equals((object)DecayCurve.Mixture((month, 1), (day, 2))));
        Assert.Equal(DecayCurve.HalfLife(month), DecayCurve.Mixture((month, 17)));
    }

    [Fact]
    public void Mixture_Shares_BelongToTheirHalfLives()
    {
        var curve = DecayCurve.Mixture((Duration.FromDays(30), 1), (Duration.FromDays(3), 3));

        Assert.Equal([3, 30], curve.HalfLivesInDays.ToArray());
        Assert.Equal(((3 * Math.Pow(2, -1.5 / 3)) + Math.Pow(2, -1.5 / 30)) / 4, curve.RetainedAt(Duration.FromHours(36)), 1e-15);
        Assert.Equal(4 * Math.Log(2) / (9 + 30), curve.DensityAt(0), 1e-15);
        Assert.False(curve.Equals(DecayCurve.PowerLaw));
        Assert.False(curve.Equals("a curve"));
        Assert.NotEqual(
            DecayCurve.Mixture((Duration.FromDays(3), 1), (Duration.FromDays(30), 1)), DecayCurve.HalfLife(Duration.FromDays(3)));
    }

    [Fact]
    public void RetainedAt_Fractions_AreNotRoundedToDays()
    {
        var curve = DecayCurve.HalfLife(Duration.FromHours(1));

        Assert.Equal(Math.Sqrt(0.5), curve.RetainedAt(Duration.FromMinutes(30)), 1e-15);
        Assert.Equal("age", Assert.Throws<ArgumentOutOfRangeException>(() => curve.RetainedAt(-Duration.Epsilon)).ParamName);
        Assert.Equal("halfLife", Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.HalfLife(Duration.Zero)).ParamName);
    }

    [Fact]
    public void Mixture_TooFewTooManyTwiceOrBadShares_IsRefused()
    {
        var nine = Enumerable.Range(1, 9).Select(day => (Duration.FromDays(day), 1.0)).ToArray();

        Assert.Contains(
            "There are 0 components", Assert.Throws<ArgumentException>(() => DecayCurve.Mixture()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are 9 components; there must be from 1 to 8.", Assert.Throws<ArgumentException>(() => DecayCurve.Mixture(nine)).Message,
            StringComparison.Ordinal);
        Assert.Equal(8, DecayCurve.Mixture(nine.AsSpan(0, 8)).HalfLivesInDays.Length);
        Assert.Contains(
            "The half-life of 2 days is given twice",
            Assert.Throws<ArgumentException>(() => DecayCurve.Mixture((Duration.FromDays(2), 1), (Duration.FromDays(2), 3))).Message,
            StringComparison.Ordinal);
        foreach (var share in new[] { 0, -1, 1_000_001, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.Mixture((Duration.FromDays(2), share)));
        }

        Assert.NotNull(DecayCurve.Mixture((Duration.FromDays(2), 1_000_000)));
    }

    [Fact]
    public void RetainedAt_PowerLaw_IsTheMixtureOverItsStart()
    {
        double K(double age) => new[] { 3.0, 30, 300 }.Sum(h => Math.Pow(2, -age / h) / Math.Sqrt(h));

        Assert.Equal(K(41.625) / K(0), DecayCurve.PowerLaw.RetainedAt(Duration.FromDays(41.625)), 1e-15);
        Assert.Equal(Math.Log(2) / 30, DecayCurve.PowerLaw.DensityAt(0), 1e-15);
        Assert.Equal("age", Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.PowerLaw.RetainedAt(-Duration.Epsilon)).ParamName);
    }

    [Fact]
    public void Mixture_HalfLifeJustBeyondACentury_IsRefused()
    {
        var century = Duration.FromDays(36_525);

        Assert.Equal(century.TotalDays, DecayCurve.Mixture((century, 1), (Duration.FromHours(1), 1)).HalfLivesInDays[1]);
        Assert.Equal(
            "halfLife", Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.Mixture((century + Duration.Epsilon, 1))).ParamName);
    }

    [Fact]
    public void Mixture_Sorted_KeepsSharesWithTheirHalfLives()
    {
        var curve = DecayCurve.Mixture((Duration.FromDays(100), 1), (Duration.FromDays(1), 3));

        Assert.Equal(((3 * Math.Pow(2, -10)) + Math.Pow(2, -0.1)) / 4, curve.RetainedAt(Duration.FromDays(10)), 1e-15);
    }

    [Fact]
    public void GetHashCode_OtherCurves_Differ()
    {
        int[] codes =
        [
            DecayCurve.HalfLife(Duration.FromDays(3)).GetHashCode(),
            DecayCurve.HalfLife(Duration.FromDays(4)).GetHashCode(),
            DecayCurve.Mixture((Duration.FromDays(3), 1), (Duration.FromDays(30), 1)).GetHashCode(),
            DecayCurve.Mixture((Duration.FromDays(3), 1), (Duration.FromDays(30), 2)).GetHashCode(),
        ];

        Assert.Equal(4, codes.Distinct().Count());
    }
}
