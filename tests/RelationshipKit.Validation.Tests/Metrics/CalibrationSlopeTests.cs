using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Tests.Metrics;

public class CalibrationSlopeTests
{
    private static readonly bool[] Outcomes = [true, false, false, false, true, true, true, false];

    [Fact]
    public void Of_HonestProbabilities_IsOne() =>
        Assert.Equal(1, CalibrationSlope.Of([0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75], Outcomes)!.Value, 1e-5);

    [Fact]
    public void Of_ProbabilitiesTwiceTooBoldInLogits_IsAHalf() =>
        Assert.Equal(0.5, CalibrationSlope.Of([0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.9, 0.9], Outcomes)!.Value, 1e-5);

    [Fact]
    public void Of_CertainProbabilities_IsFinite() =>
        Assert.True(double.IsFinite(CalibrationSlope.Of([0, 0, 0, 0, 1, 1, 1, 1], Outcomes)!.Value));

    [Fact]
    public void Of_OneProbabilityForAll_IsNone() => Assert.Null(CalibrationSlope.Of([0.5, 0.5], [true, false]));

    [Fact]
    public void Of_OneOutcomeForAll_IsNone() => Assert.Null(CalibrationSlope.Of([0.5, 0.6], [true, true]));
}
