using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Protocol;

public class PeopleBootstrapTests
{
    [Fact]
    public void Run_TiesOfOnePerson_RiseAndFallTogether()
    {
        // A hub whose hundred ties all lapse, and a hundred separate pairs that all last: who is drawn decides how many of each there are,
        // so the mean outcome varies far more than the 200 ties, drawn one by one, would let it.
        var hub = Enumerable.Range(1, 100)
            .Select(i => Row(0, i))
            .Concat(Enumerable.Range(0, 100).Select(i => Row(101 + (2 * i), 102 + (2 * i))));
        using var folder = new TemporaryFolder();
        var network = EdgeListFile.Read(folder.Write("rows.txt", string.Concat(hub) + "x x 8640000\n"));
        var settings = new TiesSettings { HorizonDays = 30, CutDays = [1, 40], Resamples = 400, MinContactDays = 1 };
        var cut = TiesProtocol.CutOf(network, settings, 40);
        Assert.Equal(200, cut.Eligible.Count);
        Assert.Equal(0.5, cut.BaseRate);

        double[] said = [.. cut.Eligible.Select(_ => 0.0)];
        var tested = new TestedCut(cut, [1], [said], [new ScoredOutcomes(said, [.. cut.Outcomes], areProbabilities: true)]);

        // Of a certain no, the Brier score is the share that were in touch.
        var rates = PeopleBootstrap.Run([tested], settings)[0][3];
        var deviation = Math.Sqrt(rates.Average(rate => (rate - rates.Average()) * (rate - rates.Average())));

        Assert.InRange(deviation, 2 * Math.Sqrt(0.25 / 200), 0.5);
        Assert.Contains(1.0, rates); // the hub was not drawn
    }

    [Fact]
    public void Of_Resamples_SpanTheMiddleNinetyFivePercent()
    {
        var estimate = Estimate.Of(0.5, Enumerable.Range(0, 1_001).Select(i => i / 1_000.0).Reverse().Append(double.NaN));

        Assert.Equal(0.5, estimate.Value);
        Assert.Equal(0.025, estimate.Low!.Value, 1e-12);
        Assert.Equal(0.975, estimate.High!.Value, 1e-12);
    }

    [Fact]
    public void Next_Bound_IsReachedEvenlyAndNeverPassed()
    {
        var random = new SeededRandom(7, 3);
        var counts = new int[5];
        for (var i = 0; i < 50_000; i++)
        {
            counts[random.Next(5)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    // The separate pairs are in touch again on day 50.
    private static string Row(int a, int b) => $"p{a} p{b} {a}\n" + (a > 0 ? $"p{a} p{b} 4320000\n" : "");
}
