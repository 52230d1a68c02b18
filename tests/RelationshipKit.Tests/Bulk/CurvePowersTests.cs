using RelationshipKit.Bulk;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk;

public class CurvePowersTests
{
    [Fact]
    public void IsDecades_StockCurve_True() => Assert.True(new CurveDensity(DecayCurve.PowerLaw).IsDecades);

    [Theory]
    [InlineData(3.0, 30.0, 301.0)]
    [InlineData(3.0, 30.0, 300.0, 3_000.0)]
    public void IsDecades_OtherHalfLives_False(params double[] days) =>
        Assert.False(new CurveDensity(DecayCurve.Mixture([.. days.Select(day => (NodaTime.Duration.FromDays(day), 1.0))])).IsDecades);

    [Fact]
    public void Next_ThreeDecadesOverAllAges_KeepsThirteenDigits()
    {
        var random = new Random(20260302);
        for (var i = 0; i < 200_000; i++)
        {
            // From a minute and a half up to where what is left of the shortest is still a normal number.
            var age = Math.Pow(10, random.NextDouble() * 6) / 1_000 * SupportedTime.MicrosPerDay;
            var longest = NormalPowers.Exp2(Lanes64.Of(age * CurveDensity.RateOf(300)));
            var middle = Decades.Next<Lanes64, NormalPowers>(longest, Lanes64.Of(age), Lanes64.Of(0));
            var shortest = Decades.Next<Lanes64, NormalPowers>(middle, Lanes64.Of(age), Lanes64.Of(0));

            // Either way an exponent is rounded, and the larger it is, the more that shows.
            Assert.Equal(1, middle.Value / Elementary.Exp2(age * CurveDensity.RateOf(30)), 3e-15 + Rounding(age, 30));
            Assert.Equal(1, shortest.Value / Elementary.Exp2(age * CurveDensity.RateOf(3)), 3e-14 + Rounding(age, 3));
        }
    }

    private static double Rounding(double age, double halfLifeDays) => 3e-16 * -age * CurveDensity.RateOf(halfLifeDays);

    [Fact]
    public void Next_PowersTooSmallForTheirTenth_StayNormalAndNegligible()
    {
        var next = Decades.Next<Lanes64, NormalPowers>(Lanes64.Of(1e-300), Lanes64.Of(0), Lanes64.Of(0)).Value;

        Assert.InRange(next, 2.3e-308, 1e-300);
    }
}
