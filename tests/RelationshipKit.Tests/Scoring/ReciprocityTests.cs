using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Scoring;

public class ReciprocityTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Of_Counts_IsTheMeanOfTheBeta()
    {
        var reciprocity = Of(3, 1, 4);

        Assert.Equal((3.0, 1.0, -2.0), (reciprocity.Given, reciprocity.Received, reciprocity.Owed));
        Assert.Equal(-2 / 8.0, reciprocity.Balance, Tolerance);
        Assert.InRange(reciprocity.Balance, reciprocity.Low, reciprocity.High);
    }

    // With κ = 1 and all from one side p ~ Beta(1 + v, 1), whose quantile is q^(1 / (1 + v)).
    [Theory]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(40)]
    public void Of_AllFromOneSide_HasTheClosedFormInterval(double days)
    {
        var settings = ScoreSettings.Default with { BalancePrior = 1 };
        var (low, high) = ((2 * Math.Pow(0.05, 1 / (1 + days))) - 1, (2 * Math.Pow(0.95, 1 / (1 + days))) - 1);

        var theirs = Reciprocity.Of(0, days, 3, settings);
        var ours = Reciprocity.Of(days, 0, 3, settings);

        Assert.Equal((low, high), (theirs.Low, theirs.High), Close);
        Assert.Equal((-theirs.High, -theirs.Low, -theirs.Balance, -theirs.Owed), (ours.Low, ours.High, ours.Balance, ours.Owed));
        Assert.Equal(days / (days + 2), theirs.Balance, Tolerance);
    }

    [Fact]
    public void Of_NothingKnown_IsThePriorAlone()
    {
        // Beta(1, 1) is the uniform distribution: 5 % to 95 % of [-1, 1].
        var reciprocity = Reciprocity.Of(0, 0, 0, ScoreSettings.Default with { BalancePrior = 1 });

        Assert.Equal((-0.9, 0.9), (reciprocity.Low, reciprocity.High), Close);
        Assert.Equal((0.0, BalanceVerdict.Unknown), (reciprocity.Balance, reciprocity.Verdict));
    }

    [Theory]
    [InlineData(2, BalanceVerdict.Unknown)]
    [InlineData(3, BalanceVerdict.MostlyIncoming)]
    public void Verdict_SeenDays_MustBeThree(int seen, BalanceVerdict verdict) => Assert.Equal(verdict, Of(0, 9, seen).Verdict);

    [Fact]
    public void Verdict_Remembered_MustBeOneDay()
    {
        Assert.Equal(BalanceVerdict.Even, Of(0.5, 0.5, 9).Verdict);
        Assert.Equal(BalanceVerdict.Unknown, Of(0.5, 0.4999, 9).Verdict);
        Assert.Equal(BalanceVerdict.Unknown, Of(0.4999, 0.5, 9).Verdict);
    }

    // (v - g) / (v + g + 4) is a quarter at v = 3, g = 1.
    [Theory]
    [InlineData(1, 3, BalanceVerdict.Even)]
    [InlineData(1, 3.0001, BalanceVerdict.MostlyIncoming)]
    [InlineData(3, 1, BalanceVerdict.Even)]
    [InlineData(3.0001, 1, BalanceVerdict.MostlyOutgoing)]
    public void Verdict_EndsOfTheEvenBand_AreEven(double given, double received, BalanceVerdict verdict) =>
        Assert.Equal(verdict, Of(given, received, 9).Verdict);

    [Fact]
    public void Verdict_NoEvenBand_IsEvenOnlyAtZero()
    {
        var settings = ScoreSettings.Default with { EvenBand = 0 };

        Assert.Equal(BalanceVerdict.Even, Reciprocity.Of(2, 2, 9, settings).Verdict);
        Assert.Equal(BalanceVerdict.MostlyIncoming, Reciprocity.Of(2, 2.001, 9, settings).Verdict);
    }

    [Fact]
    public void Default_SaysNothing()
    {
        Reciprocity none = default;

        Assert.Equal((BalanceVerdict.Unknown, 0.0, 0.0, 0.0, 0.0), (none.Verdict, none.Balance, none.Low, none.High, none.Owed));
        Assert.Equal("unknown", none.ToString());
    }

    [Fact]
    public void Equals_EachNumber_TakesPart()
    {
        Assert.Equal(Of(1, 2, 3), Of(1, 2, 3));
        Assert.Equal(Of(1, 2, 3).GetHashCode(), Of(1, 2, 3).GetHashCode());
        Assert.NotEqual(Of(1, 2, 3), Of(1.5, 2, 3));
        Assert.NotEqual(Of(1, 2, 3), Of(1, 2.5, 3));
        Assert.NotEqual(Of(1, 2, 3), Of(1, 2, 2));
        Assert.NotEqual(Of(1, 2, 3), Reciprocity.Of(1, 2, 3, ScoreSettings.Default with { BalancePrior = 3 }));
    }

    [Fact]
    public void ToString_Signs_AreWrittenOut()
    {
        var settings = ScoreSettings.Default with { BalancePrior = 1 };

        Assert.Equal("+0.60 (-0.05 to +0.97)", Reciprocity.Of(0, 3, 3, settings).ToString());
        Assert.Equal("-0.60 (-0.97 to +0.05)", Reciprocity.Of(3, 0, 3, settings).ToString());
        Assert.StartsWith("0.00 (-", Reciprocity.Of(3, 3, 6, settings).ToString(), StringComparison.Ordinal);
    }

    private static Reciprocity Of(double given, double received, int seen) => Reciprocity.Of(given, received, seen, ScoreSettings.Default);

    private static bool Close((double Low, double High) expected, (double Low, double High) actual) =>
        Math.Abs(expected.Low - actual.Low) < Tolerance && Math.Abs(expected.High - actual.High) < Tolerance;
}
