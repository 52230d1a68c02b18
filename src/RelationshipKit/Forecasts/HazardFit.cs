namespace RelationshipKit.Forecasts;

/// <summary>The arithmetic of fitting: one level, shrinkage cell by cell, and rates that never rise along a row.</summary>
/// <remarks>
/// <code>
/// ρ = (Σ D + κl) / (Σ λ0 E + κl)         over the strata from 2 contact-days on
/// λ = (D + κp ρ λ0) / (E + κp)           in each cell, then pooled along its row until it never rises
/// </code>
/// with D the gaps that ended in a cell, E the time spent in it, λ0 the prior's rate, κl and κp the weights of the prior. Pooling adjacent
/// violators (Ayer et al. 1955) with the weights E + κp gives the closest rates that never rise, so that silence never makes contact more
/// likely.
/// </remarks>
internal static class HazardFit
{
    public static double LevelOf(RhythmSums sums, ReadOnlySpan<double> prior, double weight)
    {
        var (ended, expected) = (weight, weight);
        for (var stratum = 1; stratum < RhythmGrid.Strata; stratum++)
        {
            for (var bin = 0; bin < RhythmGrid.Bins; bin++)
            {
                ended += sums.EventsOf(stratum, bin);
                expected += prior[(stratum * RhythmGrid.Bins) + bin] * sums.ExposureOf(stratum, bin);
            }
        }

        return ended / expected;
    }

    public static double[] RatesOf(RhythmSums sums, ReadOnlySpan<double> prior, double level, double weight)
    {
        var rates = new double[RhythmGrid.Cells];
        Span<double> weights = stackalloc double[RhythmGrid.Bins];
        for (var stratum = 0; stratum < RhythmGrid.Strata; stratum++)
        {
            var row = rates.AsSpan(stratum * RhythmGrid.Bins, RhythmGrid.Bins);
            for (var bin = 0; bin < RhythmGrid.Bins; bin++)
            {
                weights[bin] = sums.ExposureOf(stratum, bin) + weight;
                row[bin] = (sums.EventsOf(stratum, bin) + (weight * level * prior[(stratum * RhythmGrid.Bins) + bin])) / weights[bin];
            }

            NeverRising(row, weights);
        }

        return rates;
    }

    /// <summary>Replaces rates by the closest ones, in weighted squares, that never rise.</summary>
    public static void NeverRising(Span<double> rates, ReadOnlySpan<double> weights)
    {
        // Blocks of equal rate: each has the sum of its weights and its weighted mean.
        Span<int> ends = stackalloc int[RhythmGrid.Bins];
        Span<double> masses = stackalloc double[RhythmGrid.Bins];
        Span<double> means = stackalloc double[RhythmGrid.Bins];
        var blocks = 0;
        for (var bin = 0; bin < rates.Length; bin++)
        {
            (ends[blocks], masses[blocks], means[blocks]) = (bin + 1, weights[bin], rates[bin]);
            while (blocks > 0 && means[blocks - 1] < means[blocks])
            {
                var mass = masses[blocks - 1] + masses[blocks];
                means[blocks - 1] = ((means[blocks - 1] * masses[blocks - 1]) + (means[blocks] * masses[blocks])) / mass;
                masses[blocks - 1] = mass;
                ends[blocks - 1] = ends[blocks];
                blocks--;
            }

            blocks++;
        }

        for (var (block, start) = (0, 0); block < blocks; start = ends[block], block++)
        {
            rates[start..ends[block]].Fill(means[block]);
        }
    }
}
