using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd.Tests;

public class PersistenceFitTests
{
    private static readonly PersistenceFitSettings NoPrior = new() { PriorWeight = 0 };

    public static TheoryData<string> Names => ["bg", "mbg", "pareto"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_WithoutAPrior_IsTheLikeliest(string name)
    {
        var histories = Simulated(name, 1000);
        var fit = Kind(name).Fit(histories, NoPrior);
        Assert.True(fit.Converged, fit.ToString());
        Assert.Equal(1000, fit.Histories);
        Assert.Equal(histories.Sum(fit.Model.LogLikelihood), fit.LogLikelihood, 1e-8);

        var (likelihood, best) = Likelihoods.Of(fit.Model);
        for (var i = 0; i < 4; i++)
        {
            foreach (var factor in new[] { 0.99, 1.01 })
            {
                var moved = (double[])best.Clone();
                moved[i] *= factor;
                likelihood.Use(moved);
                Assert.True(
                    histories.Sum(history => likelihood.Add(history, 0, new double[4])) < fit.LogLikelihood,
                    $"parameter {i} times {factor}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_OfSimulatedTies_FindsWhatTheyWereMadeOf(string name)
    {
        var (_, truth) = Likelihoods.Of(Truth(name));
        var (_, found) = Likelihoods.Of(Kind(name).Fit(Simulated(name, 10_000)).Model);

        for (var i = 0; i < 4; i++)
        {
            Assert.InRange(found[i] / truth[i], 0.8, 1.25);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_OrderOfHistories_ChangesNothingToTheBit(string name)
    {
        var histories = Simulated(name, 300);

        Assert.Equal(
            Likelihoods.Of(Kind(name).Fit(histories).Model).Parameters,
            Likelihoods.Of(Kind(name).Fit(histories.Reverse()).Model).Parameters);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_EachHistoryTwice_CountsTwice(string name)
    {
        var histories = Simulated(name, 300);
        var once = Kind(name).Fit(histories, NoPrior);
        var twice = Kind(name).Fit([.. histories, .. histories], NoPrior);

        Assert.Equal(600, twice.Histories);
        Assert.Equal(2 * once.LogLikelihood, twice.LogLikelihood, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AnotherUnitOfTime_ScalesTheScales(string name)
    {
        var histories = Simulated(name, 300);
        var weeks = histories.Select(history => RepeatHistory.FromDays(history.Repeats, history.LastDays / 7, history.AgeDays / 7));
        var inDays = Kind(name).Fit(histories, NoPrior);
        var inWeeks = Kind(name).Fit(weeks, NoPrior);
        var expected = Likelihoods.Of(PersistenceArbitraries.InUnit(inDays.Model, 1.0 / 7)).Parameters;
        var found = Likelihoods.Of(inWeeks.Model).Parameters;

        Assert.Equal(inDays.LogLikelihood + (histories.Sum(history => history.Repeats) * Elementary.Log(7)), inWeeks.LogLikelihood, 1e-6);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(1, found[i] / expected[i], 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AHeavierPrior_StaysNearer(string name)
    {
        var histories = Simulated(name, 30);
        double[] distances =
            [.. new[] { 0.1, 10, 1e6 }.Select(
                weight => Distance(Kind(name).Fit(histories, new() { PriorWeight = weight }).Model, Kind(name)))];

        Assert.True(distances[0] > distances[1] && distances[1] > distances[2], string.Join(", ", distances));
        Assert.InRange(distances[2], 0, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_TooFewSteps_SaysSo(string name)
    {
        var fit = Kind(name).Fit(Simulated(name, 100), new() { MaxIterations = 2 });

        Assert.False(fit.Converged);
        Assert.Equal(2, fit.Iterations);
        Assert.Contains("not converged after 2 steps", fit.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_NoHistories_IsThePrior(string name)
    {
        var fit = Kind(name).Fit([]);

        Assert.True(fit.Converged);
        Assert.Equal(0, fit.LogLikelihood);
        Assert.InRange(Distance(fit.Model, Kind(name)), 0, 1e-12);
        Assert.Throws<ArgumentException>(() => Kind(name).Fit([], NoPrior));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_ExtremeHistories_IsFinite(string name)
    {
        foreach (var histories in new RepeatHistory[][]
        {
            [default],
            [default, default, RepeatHistory.FromDays(0, 0, 29_220)],
            [RepeatHistory.FromDays(10_000, 29_220, 29_220)],
            [RepeatHistory.FromDays(10_000_000, 0, 1e10), RepeatHistory.FromDays(1, 1e10, 1e10), default],
            [RepeatHistory.FromDays(5, 1e-9, 1e-9)],
        })
        {
            foreach (var settings in new[] { NoPrior, PersistenceFitSettings.Default })
            {
                var fit = Kind(name).Fit(histories, settings);

                Assert.True(double.IsFinite(fit.LogLikelihood), fit.ToString());
                Assert.All(Likelihoods.Of(fit.Model).Parameters, parameter => Assert.True(double.IsFinite(parameter)));
            }
        }
    }

    [Fact]
    public void Fit_BadSettings_AreNamedTogether()
    {
        var thrown = Assert.Throws<ArgumentException>(
            () => BgNbd.ModifiedDefault.Fit([], new() { PriorWeight = -1, MaxIterations = 0 }));

        Assert.StartsWith(
            "The fit settings are invalid: PriorWeight is -1; it must be from 0 to 1000000. MaxIterations is 0; it must be from 1 "
                + "to 10000.",
            thrown.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => BgNbd.Default.Fit(null!));
    }

    private static IPersistenceModel Kind(string name) => name switch
    {
        "bg" => BgNbd.Default,
        "mbg" => BgNbd.ModifiedDefault,
        _ => ParetoNbd.Default,
    };

    private static IPersistenceModel Truth(string name) => name switch
    {
        "bg" => BgNbd.FromParameters(0.8, 12, 0.8, 3),
        "mbg" => BgNbd.FromParameters(0.8, 12, 0.8, 3, isModified: true),
        _ => ParetoNbd.FromParameters(0.8, 12, 0.7, 80),
    };

    private static double Distance(IPersistenceModel model, IPersistenceModel other) =>
        Likelihoods.Of(model).Parameters.Zip(Likelihoods.Of(other).Parameters, (a, b) => Math.Abs(Elementary.Log(a / b))).Sum();

    // Ties that live and drop out as the model says, watched for 100 to 400 days.
    private static RepeatHistory[] Simulated(string name, int count)
    {
        var dice = new Random(20_260_302);
        var (_, p) = Likelihoods.Of(Truth(name));
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var age = 100 + (300 * dice.NextDouble());
            var rate = Gamma(dice, p[0]) / p[1];
            var end = name == "pareto" ? -Elementary.Log(1 - dice.NextDouble()) / (Gamma(dice, p[2]) / p[3]) : age;
            var (one, other) = name == "pareto" ? (0, 1) : (Gamma(dice, p[2]), Gamma(dice, p[3]));
            var drops = one / (one + other);
            var (repeats, last, time) = (0, 0.0, 0.0);
            while (!((repeats > 0 || name == "mbg") && dice.NextDouble() < drops))
            {
                time += -Elementary.Log(1 - dice.NextDouble()) / rate;
                if (!(time < Math.Min(age, end)))
                {
                    break;
                }

                repeats++;
                last = time;
            }

            return RepeatHistory.FromDays(repeats, last, age);
        })];
    }

    // Marsaglia and Tsang (2000), raised by one for small shapes.
    private static double Gamma(Random dice, double shape)
    {
        if (shape < 1)
        {
            return Gamma(dice, shape + 1) * Elementary.Exp(Elementary.Log(1 - dice.NextDouble()) / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Elementary.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
            var v = 1 + (normal / Math.Sqrt(9 * d));
            v = v * v * v;
            if (v > 0 && Elementary.Log(1 - dice.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Elementary.Log(v)))
            {
                return d * v;
            }
        }
    }
}
