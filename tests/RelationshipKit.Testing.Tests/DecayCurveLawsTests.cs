using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing.Tests;

public class DecayCurveLawsTests
{
    public static TheoryData<string> BrokenLaws => [.. BrokenCurves.ByLaw.Keys];

    [Theory]
    [MemberData(nameof(BrokenLaws))]
    public void Check_ACurveThatBreaksALaw_NamesItWithAnExampleAndTheSeed(string law)
    {
        var settings = new LawSettings { Seed = 7, Runs = 100 };
        var broken = Assert.Throws<LawBrokenException>(() => DecayCurveLaws.Check(BrokenCurves.ByLaw[law], settings));
        var again = Assert.Throws<LawBrokenException>(() => DecayCurveLaws.Check(BrokenCurves.ByLaw[law], settings));

        Assert.Equal((law, 7UL, 100), (broken.Law, broken.Seed, broken.Runs));
        Assert.Equal(
            $"\"a curve of one's own\" breaks the law: {law}.\n  What happened: {broken.Breach}.\n  Example: {broken.Example}\n  "
                + "Replay: Seed = 7, Runs = 100",
            broken.Message);
        Assert.StartsWith("an age of ", broken.Example, StringComparison.Ordinal);
        Assert.Equal(broken.Message, again.Message);
    }

    [Fact]
    public void BrokenCurves_AreOneForEachLaw() =>
        Assert.Equal(new CurveUnderLaw(new FoldedCurve(DecayCurve.PowerLaw)).Laws.Select(law => law.Name), BrokenCurves.ByLaw.Keys);

    [Fact]
    public void Check_AShrunkExample_NeedsOneAge() =>
        Assert.EndsWith(
            ", and 0:00:00:00 later",
            Assert.Throws<LawBrokenException>(
                () => DecayCurveLaws.Check(BrokenCurves.ByLaw[CurveUnderLaw.AgreesWithItself], LawSettings.Default)).Example,
            StringComparison.Ordinal);

    [Fact]
    public void Check_TheCurvesOfTheKit_KeepTheLaws()
    {
        Assert.Equal("8 laws kept in 200 examples, 200 of which tested something", DecayCurveLaws.Check(DecayCurve.PowerLaw).ToString());
        Assert.Equal(8, DecayCurveLaws.Check(DecayCurve.HalfLife(Duration.FromDays(90)), new LawSettings { Runs = 1_000, Seed = 2 }).Laws);
        Assert.All(
            CurveArbitraries.Curves().Generator.Sample(40, new Rnd(9), 20),
            curve => DecayCurveLaws.Check(curve, new LawSettings { Runs = 40 }));
        Assert.Throws<ArgumentNullException>("curve", () => DecayCurveLaws.Check(null!));
    }
}
