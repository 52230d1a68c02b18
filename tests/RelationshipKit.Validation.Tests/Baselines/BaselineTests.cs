using RelationshipKit.Scoring;
using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Baselines;

/// <summary>Three ties worked by hand, at day 20: a-b on days 0 and 8, a-c on days 0, 2 and 4, a-d on day 19 alone.</summary>
public class BaselineTests
{
    private static readonly ForecastTask Task = TaskOf("a b 0\na b 691200\na c 0\na c 172800\na c 345600\na d 1641600\nz z 8640000\n");

    [Fact]
    public void Recency_LessSilence_RanksHigher() => Assert.Equal([-12, -16, -1], new RecencyModel().Score(Task));

    [Fact]
    public void ContactDays_AreCounted() => Assert.Equal([2, 3, 1], new ContactDaysModel().Score(Task));

    // Gaps of 8, of 2 and 2, and none: the last takes the mean of all three gaps, 4.
    [Fact]
    public void GapRatio_IsTheSilenceInMeanGaps() => Assert.Equal([-12 / 8.0, -16 / 2.0, -1 / 4.0], new GapRatioModel().Score(Task));

    [Fact]
    public void HalfLife_IsTheOneThatRanksTheTrainingCutBest()
    {
        // Who will be in touch is whoever was in touch more often, however long ago: only long half-lives see that.
        var rows = "z y 0\n" + string.Concat(Enumerable.Range(0, 10).Select(i =>
            string.Concat(Enumerable.Range(0, 10).Select(day => $"often{i} hub {(day * 86_400L) + i}\n"))
            + $"often{i} hub {65 * 86_400L}\n" // within the horizon of the training cut
            + $"late{i} hub {48 * 86_400L}\nlate{i} hub {49 * 86_400L}\n"));
        var task = TaskOf(rows + "z z 17280000\n", cutDays: 100, training: 50);

        var scores = new HalfLifeModel().Score(task);
        var often = task.Eligible.Select((tie, i) => (tie.ContactDays, Score: scores[i])).Where(tie => tie.ContactDays > 2);
        var late = task.Eligible.Select((tie, i) => (tie.ContactDays, Score: scores[i])).Where(tie => tie.ContactDays == 2);

        Assert.True(often.Min(tie => tie.Score) > late.Max(tie => tie.Score));
    }

    [Fact]
    public void RfmLogistic_LearnsFromOutcomesOfEarlierCuts()
    {
        var network = MadeUpNetwork.Read();
        var settings = new TiesSettings { HorizonDays = 30, CutDays = [100, 150, 200] };
        var task = TiesProtocol.TaskOf(network, settings, TiesProtocol.CutOf(network, settings, 200));
        var turned = task with
        {
            Training = [.. task.Training.Select(cut => cut with { Outcomes = [.. cut.Outcomes.Select(outcome => !outcome)] })],
        };

        var scores = new RfmLogisticModel().Score(task);

        Assert.All(scores, score => Assert.InRange(score, 0.0, 1.0));
        Assert.All(scores.Zip(new RfmLogisticModel().Score(turned)), both => Assert.Equal(1 - both.First, both.Second, 1e-6));
    }

    // Light contact under the ceiling of 1: lambda = 1 - exp(-L) with L = 30 * 0.4 * the sum of k over the ages.
    [Fact]
    public void KitStrength_IsTheKitsLambdaOfMessages()
    {
        double Density(double age) =>
            new[] { 3.0, 30, 300 }.Sum(
                h => Math.Pow(2, -age / h) / Math.Sqrt(h)) / new[] { 3.0, 30, 300 }.Sum(h => Math.Sqrt(h) / Math.Log(2));

        var scores = new KitStrengthModel().Score(Task);

        Assert.Equal(1 - Math.Exp(-12 * (Density(20) + Density(12))), scores[0], 1e-12);
        Assert.Equal(1 - Math.Exp(-12 * Density(1)), scores[2], 1e-12);
        Assert.Equal(1, ScoreSettings.Default.LightCeiling);
    }

    private static ForecastTask TaskOf(string rows, double cutDays = 20, double training = 5)
    {
        using var folder = new TemporaryFolder();
        var network = EdgeListFile.Read(folder.Write("rows.txt", rows));
        var settings = new TiesSettings
        {
            HorizonDays = training == 5 ? 10 : 30,
            CutDays = [training, cutDays],
            MinContactDays = training == 5 ? 1 : 2
        };
        return TiesProtocol.TaskOf(network, settings, TiesProtocol.CutOf(network, settings, cutDays));
    }
}
