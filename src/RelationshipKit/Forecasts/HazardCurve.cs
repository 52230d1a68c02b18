using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>The smooth hazard of ties of one number of contact-days, along the scaled silence u, and its integral.</summary>
/// <remarks>
/// <code>
/// h(u) = h(0)                    from 0 to x(0)
/// h(u) = h(b) (u / x(b))^-a(b)   from x(b) to x(b+1),  a(b) = ln(h(b) / h(b+1)) / ln(x(b+1) / x(b))
/// </code>
/// with x(b) the anchors of the bins and h(b) their rates, log-linear between strata. The last slope goes on for ever, held to [1/2, 2] so
/// that one sparse bin cannot decide about decades. A part of the integral from p on is <c>h(p) p (e^((1-a)z) - 1) / (1-a)</c>, z the
/// logarithm of the ratio of its ends. Everything that depends on the rates alone is computed once.
/// </remarks>
internal sealed class HazardCurve
{
    // Pieces between anchors; the last has no end.
    private const int Pieces = RhythmGrid.Bins - 1;

    private const double MinLastSlope = 0.5;
    private const double MaxLastSlope = 2;

    private readonly double[] rates = new double[Pieces];
    private readonly double[] slopes = new double[Pieces];

    // The integral from 0 to each anchor.
    private readonly double[] sums = new double[Pieces];

    public HazardCurve(ReadOnlySpan<double> table, int contactDays)
    {
        var stratum = RhythmGrid.StratumOf(contactDays, out var upper);
        var lowerRow = table.Slice(stratum * RhythmGrid.Bins, RhythmGrid.Bins);
        var upperRow = table.Slice((stratum + 1) * RhythmGrid.Bins, RhythmGrid.Bins);
        Span<double> logs = stackalloc double[RhythmGrid.Bins];
        for (var bin = 0; bin < RhythmGrid.Bins; bin++)
        {
            logs[bin] = ((1 - upper) * Elementary.Log(lowerRow[bin])) + (upper * Elementary.Log(upperRow[bin]));
        }

        for (var piece = 0; piece < Pieces; piece++)
        {
            // Means of logarithms may round to a rise where the rows are flat.
            var slope = Math.Max(0, (logs[piece] - logs[piece + 1]) / LogRatio(piece));
            rates[piece] = Elementary.Exp(logs[piece]);
            slopes[piece] = piece == Pieces - 1 ? Math.Clamp(slope, MinLastSlope, MaxLastSlope) : slope;
            sums[piece] = piece == 0
                ? rates[0] * RhythmGrid.AnchorOf(0)
                : sums[piece - 1] + Part(rates[piece - 1], RhythmGrid.AnchorOf(piece - 1), slopes[piece - 1], LogRatio(piece - 1));
        }
    }

    /// <summary>Returns the integral of the hazard from one scaled silence to a later one.</summary>
    /// <param name="from">Where to begin; 0 or more.</param>
    /// <param name="length">How far to go; 0 or more. The step itself, not the end, so that short ones keep their digits.</param>
    /// <returns>Not negative.</returns>
    public double Between(double from, double length)
    {
        var end = from + length;
        var first = PieceOf(from);
        var last = PieceOf(end);
        if (first == last)
        {
            return first < 0 ? rates[0] * length : Part(RateAt(first, from), from, slopes[first], Elementary.Log1P(length / from));
        }

        var next = RhythmGrid.AnchorOf(first + 1);
        var head = first < 0
            ? rates[0] * (next - from)
            : Part(RateAt(first, from), from, slopes[first], Elementary.Log(next / from));
        var start = RhythmGrid.AnchorOf(last);
        var tail = Part(rates[last], start, slopes[last], Elementary.Log(end / start));
        return head + (sums[last] - sums[first + 1]) + tail;
    }

    /// <summary>Puts down what a part of the integral is made of, for many to be worked out side by side.</summary>
    /// <param name="from">Where to begin; 0 or more.</param>
    /// <param name="length">How far to go; 0 or more.</param>
    /// <param name="to">Where to put it down.</param>
    /// <param name="i">The place in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Lay(double from, double length, HazardParts to, int i)
    {
        var end = from + length;
        var (first, last) = (PieceOf(from), PieceOf(end));
        var isOne = first == last;
        var piece = Math.Max(first, 0);
        var next = RhythmGrid.AnchorOf(Math.Min(first + 1, Pieces - 1));

        // Where the first piece is level, its part is worked out at once, and the powers of the others go by places where they are
        // harmless.
        to.Level[i] = first < 0 ? rates[0] * (isOne ? length : next - from) : 0;
        to.From[i] = first < 0 ? RhythmGrid.AnchorOf(0) : from;
        to.Anchor[i] = RhythmGrid.AnchorOf(piece);
        to.Rate[i] = first < 0 ? 0 : rates[piece];
        to.Slope[i] = slopes[piece];
        to.Step[i] = first >= 0 && isOne ? length : 0;
        to.Next[i] = first >= 0 && !isOne ? next : to.From[i];
        (to.LastRate[i], to.LastSlope[i], to.LastStart[i], to.End[i], to.Between[i]) =
            isOne ? (0, 0, 1, 1, 0) : (rates[last], slopes[last], RhythmGrid.AnchorOf(last), end, sums[last] - sums[first + 1]);
    }

    // The piece a point lies in; -1 before the first anchor.
    private static int PieceOf(double scaled)
    {
        if (scaled < RhythmGrid.AnchorOf(0))
        {
            return -1;
        }

        // From the first anchor on numbers are normal: their exponent is the bin.
        var bin = Math.Min((int)(BitConverter.DoubleToInt64Bits(scaled) >> 52) - 1023 + 5, Pieces - 1);
        return scaled < RhythmGrid.AnchorOf(bin) ? bin - 1 : bin;
    }

    private static double LogRatio(int piece) => (piece == 0 ? 1.5 : 1) * Elementary.Ln2;

    private static double Part(double rate, double from, double slope, double z)
    {
        var power = (1 - slope) * z;
        return rate * from * z * (power == 0 ? 1 : Elementary.ExpM1(power) / power);
    }

    private double RateAt(int piece, double scaled) =>
        rates[piece] * Elementary.Exp(-slopes[piece] * Elementary.Log(scaled / RhythmGrid.AnchorOf(piece)));
}
