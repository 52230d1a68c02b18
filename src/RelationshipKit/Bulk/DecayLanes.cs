using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The decay of everything a tie keeps sums of, side by side: the curve's half-lives, both of momentum, both directions.</summary>
/// <remarks>
/// <para>
/// An instant t is t / h half-lives h after 1970. The whole ones move a sum by a power of two, which is exact; only the fraction needs an
/// exponential. So a sum kept against a landmark of whole half-lives has the same digits whichever landmark that is, and is read at any
/// instant by one multiplication.
/// </para>
/// <code>
/// kept  = Σ w · 2^(fraction(t)) · 2^(whole(t) - landmark)
/// asked = kept · 2^(-fraction(asOf)) · 2^(landmark - whole(asOf))
/// </code>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class DecayLanes
{
    /// <summary>How many half-lives a landmark lies before the newest instant at least.</summary>
    /// <remarks>
    /// What a landmark cannot hold, being more than 1,022 half-lives older than it, is 1,534 half-lives old by then and below the smallest
    /// number at any instant that may be asked about.
    /// </remarks>
    public const int Lag = 512;

    // How far the newest instant may run ahead of a landmark before it is moved: sums stay below 2^800.
    private const int MostAhead = Lag + 256;

    // Longs up to here are doubles too.
    private const long ExactAsDouble = 1L << 53;

    private readonly double[] perMicro;
    private readonly double[] microsHigh;
    private readonly double[] microsLow;
    private readonly long[] microsWhole;

    public DecayLanes(FoldPlan plan)
    {
        Curve = plan.Rich;
        Count = Curve + 4;
        Width = (Count + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count;
        perMicro = new double[Width];
        microsHigh = new double[Width];
        microsLow = new double[Width];
        microsWhole = new long[Width];
        for (var lane = 0; lane < Count; lane++)
        {
            var mass = lane < Curve ? lane : lane == Short ? plan.ShortMomentum : lane == Long ? plan.LongMomentum : lane == Outgoing ? plan.Outgoing : plan.Incoming;
            var micros = plan.MassHalfLives[mass] * SupportedTime.MicrosPerDay;
            microsHigh[lane] = Math.Floor(micros);
            microsLow[lane] = micros - microsHigh[lane];
            microsWhole[lane] = (long)microsHigh[lane];
            perMicro[lane] = 1 / micros;
        }
    }

    /// <summary>Gets the number of half-lives of the curve: the first lanes.</summary>
    public int Curve { get; }

    public int Short => Curve;

    public int Long => Curve + 1;

    public int Outgoing => Curve + 2;

    public int Incoming => Curve + 3;

    /// <summary>Gets the number of lanes.</summary>
    public int Count { get; }

    /// <summary>Gets the number of lanes with those that only fill the last vector.</summary>
    public int Width { get; }

    /// <summary>Returns the landmark for instants up to the newest, from one that served until now.</summary>
    /// <param name="landmark">The landmark of each lane, in half-lives; moved where the newest instant has run ahead.</param>
    /// <param name="newest">The newest instant in microseconds.</param>
    /// <param name="moves">By how many half-lives each lane's sums must fall.</param>
    /// <returns>Whether any was moved.</returns>
    public bool Move(Span<double> landmark, long newest, Span<double> moves)
    {
        var moved = false;
        for (var lane = 0; lane < Count; lane++)
        {
            Split(lane, newest, out var whole, out _);
            moves[lane] = whole - landmark[lane] > MostAhead ? whole - Lag - landmark[lane] : 0;
            landmark[lane] += moves[lane];
            moved |= moves[lane] > 0;
        }

        return moved;
    }

    /// <summary>Returns a landmark that serves an instant.</summary>
    public double[] LandmarkFor(long newest)
    {
        var landmark = new double[Width];
        for (var lane = 0; lane < Count; lane++)
        {
            Split(lane, newest, out var whole, out _);
            landmark[lane] = whole - Lag;
        }

        return landmark;
    }

    /// <summary>Returns what a cell adds to the sum of each lane.</summary>
    /// <param name="latest">The instant the cell decays from.</param>
    /// <param name="outgoing">When the date's last outgoing touch was, or never.</param>
    /// <param name="incoming">When the date's last incoming touch was, or never.</param>
    /// <param name="weight">The weight of the cell.</param>
    /// <param name="landmark">The landmark of each lane.</param>
    /// <param name="terms">One for each lane, and as many as fill the last vector.</param>
    public void Terms(long latest, long outgoing, long incoming, double weight, ReadOnlySpan<double> landmark, Span<double> terms)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            var at = lane == Outgoing ? outgoing : lane == Incoming ? incoming : latest;
            if (at == TieCell.Never)
            {
                terms[lane] = 0;
                continue;
            }

            Split(lane, at, out var whole, out var fraction);
            terms[lane] = (lane >= Outgoing ? 1 : weight) * Elementary.Exp2(fraction) * PowerOfTwo(whole - landmark[lane]);
        }
    }

    /// <summary>Returns what the sums of each lane are multiplied by, in two steps, to be read at an instant.</summary>
    /// <remarks>In two, because one could fall below the smallest normal number where the sum read does not.</remarks>
    public void FactorsAt(long asOf, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            Split(lane, asOf, out var whole, out var fraction);
            var fall = whole - landmark[lane];
            var half = Math.Floor(fall / 2);
            first[lane] = Elementary.Exp2(-fraction) * PowerOfTwo(half - fall);
            second[lane] = PowerOfTwo(-half);
        }
    }

    /// <summary>Returns 2 to a whole power, 0 where that is below the smallest normal number.</summary>
    public static double PowerOfTwo(double whole) => whole >= -1022 ? BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52) : 0;

    // The fraction may miss [0, 1] by a rounding error; that does not matter, so long as it is always the same for the same instant.
    private void Split(int lane, long micros, out double whole, out double fraction)
    {
        whole = Math.Floor(micros * perMicro[lane]);
        fraction = (micros - ((long)whole * microsWhole[lane]) - (whole * microsLow[lane])) * perMicro[lane];
    }
}
