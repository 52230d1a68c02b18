
namespace RelationshipKit.Btyd.Tests;

public class PersistenceModelTests
{
    public static TheoryData<string> Names => ["bg", "mbg", "pareto"];

    [Theory]
    [MemberData(nameof(ReferenceValues.Rows), MemberType = typeof(ReferenceValues))]
    public void Answers_OfTheReference_MatchIt(
        string name, int x, double last, double age, double horizon, double logLikelihood, double alive, double contact, double expected)
    {
        var model = ReferenceValues.Model(name);
        var history = RepeatHistory.FromDays(x, last, age);

        Assert.Equal(logLikelihood, model.LogLikelihood(history), 1e-11);
        Assert.Equal(alive, model.AliveProbability(history), 1e-12);
        Assert.Equal(contact, model.ContactProbability(history, horizon), 1e-12);
        Assert.Equal(expected, model.ExpectedContacts(history, horizon), 1e-11 * Math.Max(1, expected));
    }

    [Theory]
    [MemberData(nameof(ReferenceValues.Gradients), MemberType = typeof(ReferenceValues))]
    public void Gradients_OfTheReference_MatchIt(string name, int x, double last, double age, double r, double alpha, double a, double b)
    {
        var (likelihood, parameters) = Likelihoods.Of(ReferenceValues.Model(name));
        var gradient = new double[4];
        likelihood.Use(parameters);
        var value = likelihood.Add(RepeatHistory.FromDays(x, last, age), 3, gradient);

        // The kit's gradient is in logarithms, and counts equal histories.
        double[] expected = [r, alpha, a, b];
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(3 * parameters[i] * expected[i], gradient[i], 1e-9);
        }

        Assert.Equal(ReferenceValues.Model(name).LogLikelihood(RepeatHistory.FromDays(x, last, age)), value, 1e-12);
    }

    [Theory]
    [InlineData(0, 0, -0.59947382, -0.41792826)]
    [InlineData(200, 38, 100.79569, 100.78691)]
    public void LogLikelihood_PublishedValues_Matches(int x, double last, double bg, double mbg)
    {
        var history = RepeatHistory.FromDays(x, last, 40);

        Assert.Equal(bg, BgNbd.FromParameters(0.25, 4, 0.8, 2.5).LogLikelihood(history), x == 0 ? 1e-8 : 1e-5);
        Assert.Equal(mbg, BgNbd.FromParameters(0.25, 4, 0.8, 2.5, isModified: true).LogLikelihood(history), x == 0 ? 1e-8 : 1e-5);
    }

    [Theory]
    [InlineData(132, 6.2060517889632)]
    [InlineData(133, 6.2528722475748)]
    public void ExpectedContacts_PublishedParetoValues_Matches(int x, double expected) =>
        Assert.Equal(
            expected, ParetoNbd.FromParameters(0.55, 10.58, 0.61, 11.67).ExpectedContacts(RepeatHistory.FromDays(x, 200, 200), 10), 1e-12);

    [Theory]
    [InlineData(221, 103.42857, 103.57143, 0.99959605)]
    [InlineData(161, 94.71429, 98, 0.74948775)]
    public void AliveProbability_PublishedParetoValues_Matches(int x, double last, double age, double expected) =>
        Assert.Equal(
            expected, ParetoNbd.FromParameters(0.5143, 2.8845, 0.2856, 14.1087).AliveProbability(RepeatHistory.FromDays(x, last, age)),
            5e-8);

    [Theory]
    [InlineData(1, 0.05326789)]
    [InlineData(3, 0.15086523)]
    [InlineData(31.857143, 1.04199704)]
    public void ExpectedContacts_OfANewTie_IsTheUnconditionalOne(double horizon, double expected) =>
        Assert.Equal(expected, ReferenceValues.Bg.ExpectedContacts(default, horizon), 1e-8);

    [Fact]
    public void AliveProbability_ManyContactsAndALongSilence_IsZeroWithoutOverflow()
    {
        var history = RepeatHistory.FromDays(1000, 10, 100);

        Assert.Equal(0, ReferenceValues.Bg.AliveProbability(history), 1e-300);
        Assert.Equal(0, ReferenceValues.Mbg.AliveProbability(history), 1e-300);
        Assert.Equal(0, ReferenceValues.Pareto.AliveProbability(history), 1e-300);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_OfTenThousandContactsInEightyYears_AreFinite(string name)
    {
        var model = ReferenceValues.Model(name);
        var history = RepeatHistory.FromDays(10_000, 29_219.5, 29_220);

        Assert.InRange(model.AliveProbability(history), 0.5, 1);
        Assert.InRange(model.ContactProbability(history, 30), 0.5, 1);
        Assert.InRange(model.ExpectedContacts(history, 30), 5, 10.5);
        Assert.InRange(model.LogLikelihood(history), -30_000, 0);
    }

    [Fact]
    public void AliveProbability_OneOldContact_FadesButForBg()
    {
        var fresh = RepeatHistory.FromDays(0, 0, 1);
        var old = RepeatHistory.FromDays(0, 0, 3650);

        Assert.Equal(1, ReferenceValues.Bg.AliveProbability(old));
        Assert.True(ReferenceValues.Mbg.AliveProbability(old) < 0.5 * ReferenceValues.Mbg.AliveProbability(fresh));
        Assert.True(ReferenceValues.Pareto.AliveProbability(old) < 0.5 * ReferenceValues.Pareto.AliveProbability(fresh));
    }

    [Fact]
    public void ExpectedContacts_ADropOutShapeOfOne_LiesBetweenItsNeighbours()
    {
        // The formula of the literature divides by a - 1 and s - 1.
        var history = RepeatHistory.FromDays(2, 30.43, 38.86);

        Assert.Equal(
            (BgNbd.FromParameters(0.5, 6, 1 - 1e-6, 2, isModified: true).ExpectedContacts(history, 39)
                + BgNbd.FromParameters(0.5, 6, 1 + 1e-6, 2, isModified: true).ExpectedContacts(history, 39)) / 2,
            BgNbd.FromParameters(0.5, 6, 1, 2, isModified: true).ExpectedContacts(history, 39),
            1e-11);
        Assert.Equal(
            (ParetoNbd.FromParameters(0.5, 6, 1 - 1e-6, 9).ExpectedContacts(history, 39)
                + ParetoNbd.FromParameters(0.5, 6, 1 + 1e-6, 9).ExpectedContacts(history, 39)) / 2,
            ParetoNbd.FromParameters(0.5, 6, 1, 9).ExpectedContacts(history, 39),
            1e-11);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Horizons_OutsideTheirRange_AreRefused(string name)
    {
        var model = ReferenceValues.Model(name);

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => model.ContactProbability(default, -1));
        Assert.StartsWith("The value is -1; it must be from 0 to 10000000000", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedContacts(default, 1.1e10));
    }

    [Fact]
    public void Parameters_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BgNbd.FromParameters(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BgNbd.FromParameters(1, 1, 1, 10_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => BgNbd.FromParameters(1, 1, -1, 1, isModified: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParetoNbd.FromParameters(1, 1e-13, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParetoNbd.FromParameters(1, 1, 1, double.PositiveInfinity));
    }

    [Fact]
    public void ToString_OfEach_ReadsAsNameAndParameters()
    {
        Assert.Equal("BG/NBD r 0.243, alpha 4.414, a 0.793, b 2.426", ReferenceValues.Bg.ToString());
        Assert.Equal("MBG/NBD r 0.525, alpha 6.183, a 0.891, b 1.614", ReferenceValues.Mbg.ToString());
        Assert.Equal("Pareto/NBD r 0.5534, alpha 10.5802, s 0.6061, beta 11.6562", ReferenceValues.Pareto.ToString());
    }
}
