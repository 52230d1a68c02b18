using System.Globalization;
using RelationshipKit.Forecasts;
using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Defaults;

/// <summary>The shape that several networks share, each at a level of its own.</summary>
/// <remarks>
/// <para>
/// With D the gaps that ended in a cell and E the time spent there in network s, <c>D(s) ~ Poisson(ρ(s) λ E(s))</c>. The shape λ is fitted
/// at the present levels ρ, the levels at the present shape, 50 times over; the geometric mean of the levels is 1. Every network weighs as
/// much as 10,000 gaps, however large it is. Sparse cells are shrunk to the row pooled over the strata from two contact-days on, and no row
/// rises.
/// </para>
/// <para>
/// Everything is computed with the kit's own logarithms in a fixed order, so that the same files give the same digits on every machine.
/// </para>
/// </remarks>
internal sealed class DefaultFit
{
    private const int Alternations = 50;

    // The weight of a network, in gaps, and of the pooled row in every cell, in scaled gaps.
    private const double NetworkWeight = 10_000;
    private const double Shrinkage = 20;

    private readonly double[][] ended;
    private readonly double[][] spent;
    private readonly double[] weights;

    private DefaultFit(IEnumerable<NetworkGaps> networks)
    {
        var sums = networks.Select(SumsOf).ToArray();
        ended = [.. sums.Select(sum => Cells(sum.EventsOf))];
        spent = [.. sums.Select(sum => Cells(sum.ExposureOf))];
        weights = [.. sums.Select(sum => NetworkWeight / sum.Gaps)];
        Levels = [.. sums.Select(_ => 1.0)];
        Rates = new double[RhythmGrid.Cells];
        for (var i = 0; i < Alternations; i++)
        {
            FitShape();
            FitLevels();
        }
    }

    public double[] Levels { get; }

    public double[] Rates { get; }

    public static DefaultFit Of(IEnumerable<NetworkGaps> networks) => new(networks);

    /// <summary>Returns the text that the kit embeds.</summary>
    public string ToText(IEnumerable<string> names)
    {
        return RatesFile.TextOf(
            Rates,
            [
                "The rates of the smooth rhythm hazard that the kit ships with: a line for each stratum, a number for each bin.",
                "Made by: dotnet run -c Release --project benchmarks/RelationshipKit.Validation -- fit-default --data DIR",
                .. names.Zip(Levels, (name, level) => string.Create(CultureInfo.InvariantCulture, $"{name}, level {level:0.0000000}")),
            ]);
    }

    private static RhythmSums SumsOf(NetworkGaps network)
    {
        var sums = new RhythmSums(network.History.Sums);
        foreach (var tie in network.Ties)
        {
            sums.AddOpen(tie, (network.AsOf - tie.Last.GetValueOrDefault()).TotalDays);
        }

        return sums;
    }

    private static double[] Cells(Func<int, int, double> valueOf) =>
        [.. Enumerable.Range(0, RhythmGrid.Cells).Select(cell => valueOf(cell / RhythmGrid.Bins, cell % RhythmGrid.Bins))];

    private void FitShape()
    {
        Span<double> rowWeights = stackalloc double[RhythmGrid.Bins];
        for (var stratum = 0; stratum < RhythmGrid.Strata; stratum++)
        {
            var row = Rates.AsSpan(stratum * RhythmGrid.Bins, RhythmGrid.Bins);
            var pooled = 0.0;
            for (var bin = 0; bin < RhythmGrid.Bins; bin++)
            {
                var (events, exposure) = Pooled(bin, stratum, stratum + 1);
                var (pooledEvents, pooledExposure) = Pooled(bin, 1, RhythmGrid.Strata);
                rowWeights[bin] = exposure + Shrinkage;

                // Where no gap of any network came, the rate before goes on.
                pooled = pooledExposure > 0 ? Shrinkage * pooledEvents / pooledExposure : pooled;
                row[bin] = (events + pooled) / rowWeights[bin];
            }

            HazardFit.NeverRising(row, rowWeights);

            // Silences so long that none ever ended: the hazard goes on as 1 / u, the middle of the slopes that a curve may end with.
            for (var bin = 1; bin < RhythmGrid.Bins; bin++)
            {
                row[bin] = row[bin] > 0 ? row[bin] : row[bin - 1] / 2;
            }
        }
    }

    private (double Events, double Exposure) Pooled(int bin, int fromStratum, int toStratum)
    {
        var (events, exposure) = (0.0, 0.0);
        for (var network = 0; network < weights.Length; network++)
        {
            for (var cell = (fromStratum * RhythmGrid.Bins) + bin; cell < toStratum * RhythmGrid.Bins; cell += RhythmGrid.Bins)
            {
                events += weights[network] * ended[network][cell];
                exposure += weights[network] * Levels[network] * spent[network][cell];
            }
        }

        return (events, exposure);
    }

    private void FitLevels()
    {
        var logs = 0.0;
        for (var network = 0; network < weights.Length; network++)
        {
            var expected = 0.0;
            for (var cell = 0; cell < RhythmGrid.Cells; cell++)
            {
                expected += Rates[cell] * spent[network][cell];
            }

            Levels[network] = ended[network].Sum() / expected;
            logs += Elementary.Log(Levels[network]);
        }

        var mean = Elementary.Exp(logs / weights.Length);
        for (var network = 0; network < weights.Length; network++)
        {
            Levels[network] /= mean;
        }
    }
}
