using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

/// <summary>
/// The smooth rhythm hazard written down a second time, from its formulas, with the platform's functions and nothing precomputed.
/// </summary>
internal static class PlainHazard
{
    public static double ContactWithin(RhythmHazard hazard, int days, double span, double silent, double horizon)
    {
        var scale = (7 + span) / days;
        return 1 - Math.Exp(Integral(hazard, days, silent / scale) - Integral(hazard, days, (silent + horizon) / scale));
    }

    public static double SilencePercentile(RhythmHazard hazard, int days, double span, double silent) =>
        1 - Math.Exp(-Integral(hazard, days, silent / ((7 + span) / days)));

    public static double Integral(RhythmHazard hazard, int days, double to)
    {
        var sum = Rate(hazard, days, 0) * Math.Min(to, Anchor(0));
        for (var bin = 0; bin < 14 && to > Anchor(bin); bin++)
        {
            var slope = Math.Log(Rate(hazard, days, bin) / Rate(hazard, days, bin + 1)) / Math.Log(Anchor(bin + 1) / Anchor(bin));
            slope = bin == 13 ? Math.Clamp(slope, 0.5, 2) : slope;
            var end = bin == 13 ? to : Math.Min(to, Anchor(bin + 1));
            sum += Math.Abs(slope - 1) < 1e-9
                ? Rate(hazard, days, bin) * Anchor(bin) * Math.Log(end / Anchor(bin))
                : Rate(hazard, days, bin) * Math.Pow(Anchor(bin), slope) * (Math.Pow(end, 1 - slope) - Math.Pow(Anchor(bin),
                    1 - slope)) / (1 - slope);
        }

        return sum;
    }

    private static double Anchor(int bin) => bin == 0 ? Math.Pow(2, -5) : Math.Pow(2, bin - 4.5);

    private static double Rate(RhythmHazard hazard, int days, int bin)
    {
        var z = Math.Log2(days);
        var lower = Math.Min((int)z, 4);
        var upper = Math.Min(z - lower, 1);
        return Math.Pow(hazard.Rates[(lower * 15) + bin], 1 - upper) * Math.Pow(hazard.Rates[((lower + 1) * 15) + bin], upper);
    }
}
