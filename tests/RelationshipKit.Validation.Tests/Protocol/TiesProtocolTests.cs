using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Protocol;

public class TiesProtocolTests
{
    private static readonly EdgeNetwork Network = MadeUpNetwork.Read();

    private static readonly TiesSettings Settings = new() { HorizonDays = 30, CutDays = [100, 120, 150, 200], Resamples = 50 };

    [Fact]
    public void CutOf_SmallNetwork_ChoosesByThePastAndAsksOfTheFuture()
    {
        using var folder = new TemporaryFolder();
        const string Rows =
            "a z 0\n" // the day of the first row
            + "a b 86400\nb a 172800\na b 864000\n" // two days before the cut, and the instant of the cut itself
            + "a c 1\na c 2\na c 864001\n" // one contact-day only
            + "a d 1\na d 86401\na d 1296000\n" // again at the last instant of the horizon
            + "a e 1\na e 86401\na e 1296001\n" // a second too late
            + "z z 9999999\n";

        var cut = LabelledCut.Of(EdgeListFile.Read(folder.Write("rows.txt", Rows)), cutDays: 10, horizonDays: 5, minContactDays: 2);

        Assert.Equal([1, 3, 4], cut.Eligible.Select(tie => tie.Pair.Second));
        Assert.Equal([false, true, false], cut.Outcomes);
        Assert.Equal([3, 2, 2], cut.Eligible.Select(tie => tie.ContactDays));
        Assert.Equal(1.0 / 3, cut.BaseRate);
        Assert.Equal(5, cut.History.Ties.Count);
        Assert.Equal((0.0, 9.0, 9.0), (cut.Eligible[0].ElapsedDays, cut.Eligible[0].AgeDays, cut.Eligible[0].SpanDays));
    }

    [Fact]
    public void MinContactDays_Raised_AsksAboutFewerTies()
    {
        var two = TiesProtocol.CutOf(Network, Settings, 200);
        var five = TiesProtocol.CutOf(Network, Settings with { MinContactDays = 5 }, 200);

        Assert.InRange(five.Eligible.Count, 1, two.Eligible.Count - 1);
        Assert.All(five.Eligible, tie => Assert.True(tie.ContactDays >= 5));
    }

    [Fact]
    public void TrainingCutsOf_HorizonsThatPassTheTestCut_AreLeftOut() =>
        Assert.Equal([100, 120], TiesProtocol.TrainingCutsOf(Settings, 150));

    [Fact]
    public void Run_Plain_TestsTheLastCut() =>
        Assert.Equal([200], TiesProtocol.Run(Network, Settings, [new RecencyModel()]).Select(cut => cut.Cut.CutDays));

    [Fact]
    public void Run_Rolling_TestsEveryCutThatHasTraining() =>
        Assert.Equal(
            [150, 200], TiesProtocol.Run(Network, Settings with { Rolling = true }, [new RecencyModel()]).Select(cut => cut.Cut.CutDays));

    [Fact]
    public void Report_Rolling_IsTheMeanOverTheTestedCuts()
    {
        ITieModel[] models = [new RecencyModel(), new RfmLogisticModel()];
        var tested = TiesProtocol.Run(Network, Settings with { Rolling = true }, models);

        var report = TiesReport.Of(tested, Settings, models, Models.Reference);

        Assert.Equal(tested.Average(cut => cut.Scored[0].Measure().Auc!.Value), report.Models[0][Metric.Auc].Value!.Value, 1e-12);
        Assert.Equal(tested.Sum(cut => cut.Cut.Eligible.Count), report.Ties);
        Assert.Equal(
            report.Models[0][Metric.Auc].Value!.Value - report.Models[1][Metric.Auc].Value!.Value,
            report.Models[0].DifferenceIn(Metric.Auc).Value!.Value, 1e-12);
        Assert.Empty(report.Models[1].Differences);
    }

    [Fact]
    public void Report_AnyNumberOfThreads_IsTheSameToTheBit()
    {
        ITieModel[] models = [new RecencyModel(), new HalfLifeModel(), new RfmLogisticModel()];

        static IEnumerable<Estimate> Numbers(TiesSettings settings, ITieModel[] models) =>
            TiesReport.Of(TiesProtocol.Run(Network, settings, models), settings, models, Models.Reference).Models.SelectMany(
                model => model.Metrics.Concat(model.Differences));

        Assert.Equal(
            Numbers(Settings with { MaxDegreeOfParallelism = 1 }, models), Numbers(Settings with { MaxDegreeOfParallelism = 7 }, models));
    }

    [Fact]
    public void Report_OtherSeed_MovesIntervalsAndNoNumber()
    {
        ITieModel[] models = [new RfmLogisticModel()];
        var tested = TiesProtocol.Run(Network, Settings, models);

        var one = TiesReport.Of(tested, Settings, models, Models.Reference).Models[0][Metric.Auc];
        var two = TiesReport.Of(tested, Settings with { Seed = 2 }, models, Models.Reference).Models[0][Metric.Auc];

        Assert.Equal(one.Value, two.Value);
        Assert.NotEqual(one.Low, two.Low);
        Assert.InRange(one.Value!.Value, one.Low!.Value, one.High!.Value);
    }
}
