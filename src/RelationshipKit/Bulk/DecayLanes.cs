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

    // Lanes are filled up to whole vectors of any width.
    private const int Filling = 8;

    // Instants this near 1970, and others of their day, are whole doubles, as are all whole half-lives before them: 285 years either way.
    private const long NearEnough = (1L << 53) - (1L << 40);

    private readonly LaneWidth width;

    // Of each lane: 0 where weights count, 1 for outgoing, 2 for incoming.
    private readonly double[] sides;
    private readonly double[] perMicro;
    private readonly double[] microsHigh;
    private readonly double[] microsLow;
    private readonly long[] microsWhole;

    public DecayLanes(FoldPlan plan, LaneWidth width)
    {
        this.width = width;
        Curve = plan.Rich;
        Count = Curve + 4;
        Width = (Count + Filling - 1) / Filling * Filling;
        sides = new double[Width];
        (sides[Outgoing], sides[Incoming]) = (1, 2);
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
        if (latest is < -NearEnough or > NearEnough)
        {
            FarTerms(latest, outgoing, incoming, weight, landmark, terms);
            return;
        }

        // A direction not seen is taken for some instant of the day, and its lane cleared after.
        var (sent, received) = (outgoing == TieCell.Never ? latest : outgoing, incoming == TieCell.Never ? latest : incoming);
        switch (width)
        {
            case LaneWidth.Bits512:
                Terms<Lanes512>(latest, sent, received, weight, landmark, terms);
                break;
            case LaneWidth.Bits256:
                Terms<Lanes256>(latest, sent, received, weight, landmark, terms);
                break;
            case LaneWidth.Bits128:
                Terms<Lanes128>(latest, sent, received, weight, landmark, terms);
                break;
            default:
                Terms<Lanes64>(latest, sent, received, weight, landmark, terms);
                break;
        }

        terms[Outgoing] = outgoing == TieCell.Never ? 0 : terms[Outgoing];
        terms[Incoming] = incoming == TieCell.Never ? 0 : terms[Incoming];
    }

    /// <summary>Returns what the sums of each lane are multiplied by, in two steps, to be read at an instant.</summary>
    public void FactorsAt(long asOf, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            (first[lane], second[lane]) = FactorsAt(lane, asOf, landmark[lane]);
        }
    }

    /// <summary>Returns what the sums of a lane are multiplied by, in two steps, to be read at an instant.</summary>
    /// <remarks>In two, because one could fall below the smallest normal number where the sum read does not.</remarks>
    public (double First, double Second) FactorsAt(int lane, long asOf, double landmark)
    {
        Split(lane, asOf, out var whole, out var fraction);
        var fall = whole - landmark;
        var half = Math.Floor(fall / 2);
        return (Elementary.Exp2(-fraction) * PowerOfTwo(half - fall), PowerOfTwo(-half));
    }

    /// <summary>Returns 2 to a whole power, 0 where that is below the smallest normal number.</summary>
    public static double PowerOfTwo(double whole) => whole >= -1022 ? BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52) : 0;

    private void Terms<T>(double latest, double outgoing, double incoming, double weight, ReadOnlySpan<double> landmark, Span<double> terms)
        where T : struct, ILanes<T>
    {
        for (var lane = 0; lane < Width; lane += T.Count)
        {
            var side = T.Load(sides.AsSpan(lane));
            var isSide = T.Of(0.5);
            var at = T.IfLess(side, isSide, T.Of(latest), T.IfLess(side, T.Of(1.5), T.Of(outgoing), T.Of(incoming)));
            var rate = T.Load(perMicro.AsSpan(lane));
            var whole = T.Floor(at * rate);
            var fraction = (at - (whole * T.Load(microsHigh.AsSpan(lane))) - (whole * T.Load(microsLow.AsSpan(lane)))) * rate;
            var power = whole - T.Load(landmark[lane..]);
            var least = T.Of(-1022);
            var scale = T.IfLess(power, least, T.Of(0), T.PowerOfTwo(T.IfLess(power, least, least, power)));
            (T.IfLess(side, isSide, T.Of(weight), T.Of(1)) * LaneElementary.Exp2OfNormal(fraction) * scale).Store(terms[lane..]);
        }
    }

    // The same where an instant is no double: in longs, one lane after the other.
    private void FarTerms(long latest, long outgoing, long incoming, double weight, ReadOnlySpan<double> landmark, Span<double> terms)
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

    // The fraction may miss [0, 1] by a rounding error; that does not matter, so long as it is always the same for the same instant.
    private void Split(int lane, long micros, out double whole, out double fraction)
    {
        whole = Math.Floor(micros * perMicro[lane]);
        fraction = (micros - ((long)whole * microsWhole[lane]) - (whole * microsLow[lane])) * perMicro[lane];
    }
}
