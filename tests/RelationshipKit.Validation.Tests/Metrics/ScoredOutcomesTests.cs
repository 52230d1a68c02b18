using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Tests.Metrics;

public class ScoredOutcomesTests
{
    private const double Tolerance = 1e-12;

    // By hand: .9 beats both others; .8 ties with .8 and beats .3: 3.5 of 4. Precision 1 at .9 and 2/3 at .8, each half of the positives.
    private static readonly ScoredOutcomes Four = new([0.8, 0.3, 0.9, 0.8], [false, false, true, true], areProbabilities: true);

    [Fact]
    public void Measure_Auc_CountsEqualScoresHalf() => Assert.Equal(0.875, Four.Measure().Auc!.Value, Tolerance);

    [Fact]
    public void Measure_AveragePrecision_TakesEqualScoresTogether() =>
        Assert.Equal((1 + (2.0 / 3)) / 2, Four.Measure().AveragePrecision!.Value, Tolerance);

    [Fact]
    public void Measure_LogLoss_IsTheMeanOfWhatWasNotSaid() =>
        Assert.Equal(-(Math.Log(0.2) + Math.Log(0.7) + Math.Log(0.9) + Math.Log(0.8)) / 4, Four.Measure().LogLoss!.Value, Tolerance);

    [Fact]
    public void Measure_Brier_IsTheMeanSquare() => Assert.Equal((0.64 + 0.09 + 0.01 + 0.04) / 4, Four.Measure().Brier!.Value, Tolerance);

    [Fact]
    public void Measure_Weighted_CountsByWeight()
    {
        // .9 counts three times and .3 not at all: .9 beats .8 three times, .8 ties once: 3.5 of 4 again, but precision 1 for 3/4 of the
        // positives, 4/5 for the rest.
        var measured = Four.Measure([1, 0, 3, 1]);

        Assert.Equal(0.875, measured.Auc!.Value, Tolerance);
        Assert.Equal((0.75 * 1) + (0.25 * 0.8), measured.AveragePrecision!.Value, Tolerance);
        Assert.Equal((0.64 + (3 * 0.01) + 0.04) / 5, measured.Brier!.Value, Tolerance);
    }

    [Fact]
    public void Measure_TenScores_AreABinEach()
    {
        // Said 0.05, 0.15, ..., 0.95 and only the last happened: the first nine are off by what they said, the last by the rest.
        double[] scores = [.. Enumerable.Range(0, 10).Select(i => (i + 0.5) / 10)];
        bool[] outcomes = [.. Enumerable.Range(0, 10).Select(i => i == 9)];

        Assert.Equal(
            (Enumerable.Range(0, 9).Sum(i => (i + 0.5) / 10) + 0.05) / 10, new ScoredOutcomes(scores, outcomes, true).Measure().Ece!.Value,
            Tolerance);
    }

    [Fact]
    public void CalibrationBins_OfTwenty_HoldTwoEach()
    {
        double[] scores = [.. Enumerable.Range(0, 20).Select(i => i / 20.0)];
        bool[] outcomes = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 1)];

        var bins = new ScoredOutcomes(scores, outcomes, true).CalibrationBins();

        Assert.Equal(10, bins.Count);
        Assert.All(bins, bin => Assert.Equal(2, bin.Mass, Tolerance));
        Assert.All(bins, bin => Assert.Equal(0.5, bin.MeanOutcome, Tolerance));
        Assert.Equal(0.025, bins[0].MeanScore, Tolerance);
        Assert.Equal(0.925, bins[9].MeanScore, Tolerance);
    }

    [Fact]
    public void CalibrationBins_OfEqualScores_SplitTheGroupEvenly()
    {
        // Fifteen of 0.2, three of them happened, and five of 0.9 that all did: 7.5 bins of the former, each with a fifth that happened.
        double[] scores = [.. Enumerable.Repeat(0.2, 15), .. Enumerable.Repeat(0.9, 5)];
        bool[] outcomes = [true, true, true, .. Enumerable.Repeat(false, 12), .. Enumerable.Repeat(true, 5)];

        var bins = new ScoredOutcomes(scores, outcomes, true).CalibrationBins();

        Assert.All(bins.Take(7), bin => Assert.Equal(0.2, bin.MeanOutcome, Tolerance));
        Assert.Equal(((1 * 0.2) + (1 * 1)) / 2, bins[7].MeanOutcome, Tolerance);
        Assert.Equal(((1 * 0.2) + (1 * 0.9)) / 2, bins[7].MeanScore, Tolerance);
        Assert.Equal(1, bins[8].MeanOutcome, Tolerance);
    }

    [Fact]
    public void Measure_ScoresThatOnlyRank_HaveNoCalibration()
    {
        var measured = new ScoredOutcomes([-3, 5], [false, true], areProbabilities: false).Measure();

        Assert.Equal(1, measured.Auc);
        Assert.Null(measured.LogLoss);
        Assert.Null(measured.Brier);
        Assert.Null(measured.Ece);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Measure_OneOutcomeOnly_HasNoAuc(bool outcome) =>
        Assert.Null(new ScoredOutcomes([0.1, 0.2], [outcome, outcome], areProbabilities: true).Measure().Auc);

    [Fact]
    public void Measure_CertainAndWrong_IsFinite() =>
        Assert.Equal(15 * Math.Log(10), new ScoredOutcomes([0], [true], areProbabilities: true).Measure().LogLoss!.Value, 1e-9);

    [Theory]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NaN, true)]
    [InlineData(1.5, true)]
    [InlineData(-0.5, true)]
    public void Constructor_ScoreOutOfRange_IsRefused(double score, bool areProbabilities) =>
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([score], [true], areProbabilities));

    [Fact]
    public void Constructor_OtherNumberOfOutcomes_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ScoredOutcomes([0.5], [true, false], true));
}
