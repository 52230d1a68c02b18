using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Tests.Metrics;

public class LogisticRegressionTests
{
    // One in four without the feature, three in four with it.
    private static readonly double[][] Rows = [[0], [0], [0], [0], [1], [1], [1], [1]];
    private static readonly bool[] Outcomes = [true, false, false, false, true, true, true, false];

    [Fact]
    public void Fit_OneYesOrNoFeature_GivesTheSharesOfBothGroups()
    {
        var model = LogisticRegression.Fit(Rows, Outcomes, ridge: 0);

        // logit(1/4) = -ln 3, and logit(3/4) lies 2 ln 3 above it.
        Assert.Equal(-Math.Log(3), model.Weights[0], 1e-5);
        Assert.Equal(2 * Math.Log(3), model.Weights[1], 1e-5);
        Assert.Equal(0.25, model.ProbabilityOf([0]), 1e-6);
        Assert.Equal(0.75, model.ProbabilityOf([1]), 1e-6);
    }

    [Fact]
    public void Fit_Ridge_MeetsItsCondition()
    {
        // At the least of the cost the residuals of the feature sum to -ridge * weight, and those of the constant to nothing.
        var model = LogisticRegression.Fit(Rows, Outcomes, ridge: 2);
        double[] misses = [.. Rows.Select((row, i) => model.ProbabilityOf(row) - (Outcomes[i] ? 1 : 0))];

        Assert.Equal(0, misses.Sum(), 1e-5);
        Assert.Equal(-2 * model.Weights[1], misses.Zip(Rows, (miss, row) => miss * row[0]).Sum(), 1e-5);
        Assert.InRange(model.Weights[1], 0.1, 2 * Math.Log(3) - 0.5);
    }

    [Fact]
    public void Fit_OutcomesAllEqual_SaysSoAndEnds()
    {
        var model = LogisticRegression.Fit(Rows, [.. Rows.Select(_ => true)], ridge: 1);

        Assert.InRange(model.ProbabilityOf([0]), 0.99, 1);
    }

    [Fact]
    public void Fit_FeaturesThatPartTheOutcomes_StayFiniteUnderARidge()
    {
        var model = LogisticRegression.Fit([[-1e3], [-1e3], [1e3], [1e3]], [false, false, true, true], ridge: 1);

        Assert.All(model.Weights, weight => Assert.True(double.IsFinite(weight)));
        Assert.True(model.ProbabilityOf([1e3]) > 0.9);
    }

    [Fact]
    public void ProbabilityOf_FarOut_NeverOverflows()
    {
        var model = LogisticRegression.Fit(Rows, Outcomes, ridge: 0);

        Assert.Equal(1, model.ProbabilityOf([1e6]));
        Assert.Equal(0, model.ProbabilityOf([-1e6]));
    }
}
