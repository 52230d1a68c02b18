using System.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>The fixed frame of the rhythm hazard: by what gaps are scaled, and the strata and bins they are counted in.</summary>
/// <remarks>All constants, so that tables counted anywhere at any time add.</remarks>
internal static class RhythmGrid
{
    /// <summary>The gap taken for granted before any was seen, in days, and worth one gap: m0 = 7 and κ = 1.</summary>
    public const double PriorDays = 7;

    /// <summary>The strata stand at 1, 2, 4, 8, 16 and 32 contact-days.</summary>
    public const int Strata = 6;

    /// <summary>The bins of the scaled gap begin at 0, 2^-4, 2^-3, ..., 2^9; the last has no end.</summary>
    public const int Bins = 15;

    /// <summary>The cells of a table: strata by bins, the bins of one stratum side by side.</summary>
    public const int Cells = Strata * Bins;

    /// <summary>From this number of contact-days on all ties are in the last stratum.</summary>
    public const int LastStratumFrom = 1 << (Strata - 1);

    // 2^x at halves: the middle of a bin, on the scale of logarithms.
    private const double Sqrt2 = 1.4142135623730951;

    // Asked for several times a forecast, and looked up faster than made.
    private static readonly double[] Anchors = [0.03125, .. Enumerable.Range(1, Bins - 1).Select(bin => Math.ScaleB(Sqrt2, bin - 5))];

    /// <summary>Returns what a tie's gaps are scaled by: its usual gap, shrunk towards <see cref="PriorDays"/>.</summary>
    /// <param name="contactDays">The number of contact-days; 1 or more.</param>
    /// <param name="spanDays">The days from the first contact to the last.</param>
    /// <param name="priorDays">m0, the gap taken for granted.</param>
    /// <param name="priorGaps">κ, the number of gaps that is worth.</param>
    /// <returns><c>(κ m0 + span) / (κ + gaps)</c>, with one gap less than contact-days.</returns>
    public static double ScaleDays(int contactDays, double spanDays, double priorDays = PriorDays, double priorGaps = 1) =>
        ((priorGaps * priorDays) + spanDays) / (priorGaps + (contactDays - 1));

    /// <summary>Returns the stratum at or below a number of contact-days, and the weight of the next one.</summary>
    /// <param name="contactDays">The number of contact-days; 1 or more.</param>
    /// <param name="upperWeight">From 0 to 1: <c>log2 n</c> less the stratum, exactly 0 at powers of two.</param>
    /// <returns>The lower of the two strata, from 0 to <see cref="Strata"/> - 2.</returns>
    public static int StratumOf(int contactDays, out double upperWeight)
    {
        if (contactDays >= LastStratumFrom)
        {
            upperWeight = 1;
            return Strata - 2;
        }

        var lower = BitOperations.Log2((uint)contactDays);
        upperWeight = Elementary.Log(contactDays / (double)(1 << lower)) * Elementary.Log2E;
        return lower;
    }

    /// <summary>
    /// Returns the bin a scaled gap ends in: the last one it spends time in, so that an edge belongs to the bin before it.
    /// </summary>
    public static int BinOf(double scaled)
    {
        if (scaled <= 0.0625)
        {
            return 0;
        }

        var bin = Math.Min(Math.ILogB(scaled) + 5, Bins - 1);
        return scaled == EdgeOf(bin) ? bin - 1 : bin;
    }

    /// <summary>Returns where a bin begins; that of <see cref="Bins"/> is infinity.</summary>
    public static double EdgeOf(int bin) => bin == 0 ? 0 : bin == Bins ? double.PositiveInfinity : Math.ScaleB(1, bin - 5);

    /// <summary>Returns the point of a bin at which the smooth hazard is that of the bin: its middle, half the edge in the first.</summary>
    public static double AnchorOf(int bin) => Anchors[bin];
}
