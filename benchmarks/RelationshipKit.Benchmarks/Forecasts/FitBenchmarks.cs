using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Benchmarks.Forecasts;

/// <summary>
/// The cost of fitting a hazard to 6,500 ties of one to forty contact-days each, against one rate for all: gaps that ended by days in which
/// they could.
/// </summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private const int Ties = 6_500;

    private Instant[][] contacts = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260302);
        contacts = new Instant[Ties][];
        for (var i = 0; i < Ties; i++)
        {
            var at = new Instant[1 + random.Next(40)];
            at[0] = History.Now - Duration.FromDays(2_000 - random.Next(1_000));
            for (var j = 1; j < at.Length; j++)
            {
                at[j] = at[j - 1] + Duration.FromMinutes(600 + random.Next(34_000));
            }

            contacts[i] = at;
        }

        Agreement.Check(contacts.Sum(at => at.Length - 1L), Fit().Gaps, "number of gaps");
    }

    // What a caller would write without the kit: the maximum-likelihood rate of exponential gaps, with the silences that still last.
    [Benchmark(Baseline = true)]
    public double OneRate()
    {
        var (gaps, days) = (0, 0.0);
        foreach (var at in contacts)
        {
            for (var i = 1; i < at.Length; i++)
            {
                gaps++;
                days += (at[i] - at[i - 1]).TotalDays;
            }

            days += (History.Now - at[^1]).TotalDays;
        }

        return gaps / days;
    }

    [Benchmark]
    public RhythmHazard Fit()
    {
        var history = new RhythmHistoryBuilder();
        var states = new RhythmState[Ties];
        for (var i = 0; i < Ties; i++)
        {
            states[i] = history.Add(contacts[i], contacts[i]);
        }

        return RhythmHazard.Default.FittedTo(history.ToHistory(), states, History.Now);
    }
}
