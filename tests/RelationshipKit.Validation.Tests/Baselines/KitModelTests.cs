using RelationshipKit.Btyd;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Baselines;

public class KitModelTests
{
    private static readonly TiesSettings Settings = new() { HorizonDays = 20, CutDays = [50, 250] };

    [Fact]
    public void Fitted_Hazard_ExpectsAboutAsMuchContactAsThereIs()
    {
        var network = MadeUpNetwork.Read();
        var cut = TiesProtocol.CutOf(network, Settings, 250);
        var task = TiesProtocol.TaskOf(network, Settings, cut);

        var fitted = new KitHazardModel("fitted", RhythmHazard.Default, fits: true).Score(task);
        var shipped = new KitHazardModel("shipped", RhythmHazard.Default, fits: false).Score(task);

        Assert.InRange(fitted.Average(), cut.BaseRate - 0.1, cut.BaseRate + 0.1);
        Assert.NotEqual(shipped, fitted);
        Assert.Equal(
            RhythmHazard.Default.ForecastAt(RhythmStateOf(cut.Eligible[0]), NodaTime.Instant.FromUnixTimeSeconds(cut.History.CutSeconds))
                .ContactWithin(NodaTime.Duration.FromDays(20)),
            shipped[0]);
    }

    [Fact]
    public void OtherTies_OfPeopleWhoAllLeave_MakeTheirTiesUnlikely()
    {
        // A hundred pairs in touch every 20 days, each person with a friend besides; in half of the pairs both fall silent towards
        // everybody at a day of their own.
        var rows = new List<string> { "z y 0", "z y 34560000" };
        for (var i = 0; i < 100; i++)
        {
            var leaves = i % 2 == 0 ? 40 + (3 * i) : 400;
            for (var day = 0.0; day < 400; day++)
            {
                if (day < leaves && day % 20 == i % 20)
                {
                    rows.Add(FormattableString.Invariant($"a{i} b{i} {(long)(day * 86_400)}"));
                }

                if (day < leaves)
                {
                    rows.Add(FormattableString.Invariant($"a{i} fa{i} {(long)((day * 86_400) + 7)}"));
                    rows.Add(FormattableString.Invariant($"b{i} fb{i} {(long)((day * 86_400) + 9)}"));
                }
            }
        }

        using var folder = new TemporaryFolder();
        var network = EdgeListFile.Read(folder.Write("rows.txt", string.Join('\n', rows)));
        var settings = new TiesSettings { HorizonDays = 20, CutDays = [50, 200] };
        var cut = TiesProtocol.CutOf(network, settings, 200);
        var task = TiesProtocol.TaskOf(network, settings, cut);
        var alone = new Validation.Metrics.ScoredOutcomes(
            new KitHazardModel("alone", RhythmHazard.Default, fits: true).Score(task), [.. cut.Outcomes], true)
            .Measure();
        var told = new Validation.Metrics.ScoredOutcomes(
            new KitNetworkModel("told", RhythmHazard.Default).Score(task), [.. cut.Outcomes], true)
            .Measure();

        Assert.True(told.Auc > alone.Auc + 0.02, $"{told} after {alone}");
    }

    [Fact]
    public void OtherTies_WithoutAPastToLearnFrom_SayNothing()
    {
        var network = MadeUpNetwork.Read();
        var settings = new TiesSettings { HorizonDays = 60, CutDays = [30, 100] };
        var task = TiesProtocol.TaskOf(network, settings, TiesProtocol.CutOf(network, settings, 100));

        Assert.All(
            new KitHazardModel("alone", RhythmHazard.Default, fits: true)
                .Score(task)
                .Zip(new KitNetworkModel("told", RhythmHazard.Default).Score(task)),
            both => Assert.Equal(both.First, both.Second, 1e-12));
    }

    [Fact]
    public void PersistenceModel_Fitted_GivesProbabilitiesThatFallWithSilence()
    {
        var network = MadeUpNetwork.Read();
        var cut = TiesProtocol.CutOf(network, Settings, 250);

        var scores = new PersistenceTieModel("mbg-nbd", BgNbd.ModifiedDefault).Score(TiesProtocol.TaskOf(network, Settings, cut));

        Assert.All(scores, score => Assert.InRange(score, 0.0, 1.0));
        Assert.True(new Validation.Metrics.ScoredOutcomes(scores, [.. cut.Outcomes], true).Measure().Auc > 0.6);
    }

    private static RhythmState RhythmStateOf(TieHistory tie) => RhythmState.Of(
        tie.ContactDays, NodaTime.Instant.FromUnixTimeSeconds(tie.Days[0].FirstSeconds),
        NodaTime.Instant.FromUnixTimeSeconds(tie.Days[^1].LastSeconds));
}
