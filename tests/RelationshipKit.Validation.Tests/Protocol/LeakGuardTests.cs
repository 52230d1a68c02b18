using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Protocol;

/// <summary>Leaks planted on purpose, and what becomes of them.</summary>
public class LeakGuardTests
{
    private static readonly EdgeNetwork Network = MadeUpNetwork.Read();

    private static readonly TiesSettings Settings = new() { HorizonDays = 30, CutDays = [100, 150, 200] };

    [Fact]
    public void Run_EveryModelOfTheCommand_SaysTheSameWithoutTheFuture() =>
        Assert.Equal(
            Models.All(RhythmHazard.Default).Count,
            Assert.Single(TiesProtocol.Run(Network, Settings, Models.All(RhythmHazard.Default))).Scores.Count);

    [Fact]
    public void Run_OutcomePlantedAmongTheFeatures_IsRefusedByName()
    {
        var leak = Assert.Throws<LeakException>(
            () => TiesProtocol.Run(Network, Settings, [new RecencyModel(), new OutcomeInTheFeatures()]));

        Assert.Equal("outcome-in-the-features", leak.Model);
        Assert.Contains("outcome-in-the-features", leak.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LastContactOfTheWholeFileTakenForRecency_IsRefused() =>
        Assert.Throws<LeakException>(() => TiesProtocol.Run(Network, Settings, [new LastContactOfTheFile()]));

    [Fact]
    public void Score_TrainedOnAnOutcomeWindowThatPassesTheCut_IsRefused()
    {
        // The cut at 190 looks ahead to 220: at 200 a third of that window was still to come.
        ForecastTask TaskOf(EdgeNetwork network)
        {
            var cut = TiesProtocol.CutOf(network, Settings, 200);
            return TiesProtocol.TaskOf(network, Settings, cut) with { Training = [TiesProtocol.CutOf(network, Settings, 190)] };
        }

        Assert.Throws<LeakException>(
            () => LeakGuard.Score(new RfmLogisticModel(), TaskOf(Network), TaskOf(Network.KnownAt(Network.CutAfter(200)))));
    }

    [Fact]
    public void Score_TiesChosenByTheirFuture_AreRefused()
    {
        ForecastTask TaskOf(EdgeNetwork network)
        {
            var cut = TiesProtocol.CutOf(network, Settings, 200);
            return TiesProtocol.TaskOf(network, Settings, cut) with { Eligible = [.. cut.Eligible.Where((_, i) => cut.Outcomes[i])] };
        }

        Assert.Throws<LeakException>(
            () => LeakGuard.Score(new RecencyModel(), TaskOf(Network), TaskOf(Network.KnownAt(Network.CutAfter(200)))));
    }

    private sealed class OutcomeInTheFeatures : ITieModel
    {
        public string Name => "outcome-in-the-features";

        public bool GivesProbabilities => true;

        public double[] Score(ForecastTask task) =>
            [.. task.Eligible.Select(tie => tie.Pair.HasContactBetween(tie.CutSeconds, long.MaxValue) ? 0.9 : 0.1)];
    }

    private sealed class LastContactOfTheFile : ITieModel
    {
        public string Name => "last-contact-of-the-file";

        public bool GivesProbabilities => false;

        public double[] Score(ForecastTask task) => [.. task.Eligible.Select(tie => (double)tie.Pair.Contacts[^1].Seconds)];
    }
}
