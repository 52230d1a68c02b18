using BenchmarkDotNet.Attributes;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Benchmarks.Forecasts;

/// <summary>The cost of fitting a hazard to 65,000 ties of one to forty contact-days each.</summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private const int Ties = 65_000;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private Instant[][] contacts = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20260302);
        contacts = new Instant[Ties][];
        for (var i = 0; i < Ties; i++)
        {
            var at = new Instant[1 + random.Next(40)];
            at[0] = Now - Duration.FromDays(2_000 - random.Next(1_000));
            for (var j = 1; j < at.Length; j++)
            {
                at[j] = at[j - 1] + Duration.FromMinutes(600 + random.Next(34_000));
            }

            contacts[i] = at;
        }
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

        return RhythmHazard.Default.FittedTo(history.ToHistory(), states, Now);
    }
}
