using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The decay of everything a tie keeps sums of, side by side, one lane for each sum.</summary>
/// <remarks>
/// <para>
/// First the standing lanes: light by half-life, rich by half-life, outgoing, incoming. Then, from <see cref="Momentum"/> on, those of
/// momentum: light under the shorter and the longer half-life, and rich under both.
/// </para>
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
internal sealed partial class DecayLanes
{
    /// <summary>How many half-lives a landmark lies before the newest instant at least.</summary>
    /// <remarks>
    /// What a landmark cannot hold, being more than 1,022 half-lives older than it, is 1,534 half-lives old by then and below the smallest
    /// number at any instant that may be asked about.
    /// </remarks>
    public const int Lag = 512;

    // How far the newest instant may run ahead of a landmark before it is moved: sums stay below 2^800.
    private const int MostAhead = Lag + 256;

    // From here on one power of two might be too small.
    private const double FarFall = 1_000;

    /// <summary>How many lanes whole vectors of any width may reach past the last.</summary>
    public const int Filling = 8;

    // Of each lane: which of a date's four instants it decays from, and its half-life.
    private readonly long[] part;
    private readonly double[] perMicro;
    private readonly double[] microsHigh;
    private readonly double[] microsLow;
    private readonly long[] microsWhole;

    // What a weight of 1 counts for in 30 days, in the lanes of light and rich; 1 elsewhere.
    private readonly double[] shares;

    public DecayLanes(TieLayout plan, LaneWidth width)
    {
        LaneWidth = width;
        HalfLives = plan.Rich;
        Momentum = (Standing + Filling - 1) / Filling * Filling;
        Width = Momentum + Filling;
        (part, perMicro, microsHigh, microsLow) = (new long[Width], new double[Width], new double[Width], new double[Width]);
        microsWhole = new long[Width];
        shares = new double[Width];
        for (var lane = 0; lane < Width; lane++)
        {
            // Lanes that only fill a vector decay as any other and are never read.
            var i = lane < Standing ? lane : 0;
            var mass = lane < Momentum ? i : (lane - Momentum) % 2 == 0 ? plan.ShortMomentum : plan.LongMomentum;
            var micros = plan.MassHalfLives[mass] * SupportedTime.MicrosPerDay;
            part[lane] =
                lane >= Momentum ? (lane - Momentum) / 2 % 2
                : i < Rich ? DateTerms.Light
                : i < Outgoing ? DateTerms.Rich
                : i - Outgoing + DateTerms.Outgoing;
            microsHigh[lane] = Math.Floor(micros);
            microsLow[lane] = micros - microsHigh[lane];
            microsWhole[lane] = (long)microsHigh[lane];
            perMicro[lane] = 1 / micros;
            shares[lane] = lane < Outgoing ? ExpectedContacts.HorizonDays * plan.Settings.Curve.DensityPerDay[lane % HalfLives] : 1;
        }
    }

    /// <summary>Gets how many numbers are worked out at once.</summary>
    public LaneWidth LaneWidth { get; }

    /// <summary>Gets the number of half-lives of the curve.</summary>
    public int HalfLives { get; }

    public int Rich => HalfLives;

    public int Outgoing => 2 * HalfLives;

    public int Incoming => Outgoing + 1;

    /// <summary>Gets the number of lanes that scores at any instant are read from.</summary>
    public int Standing => Incoming + 1;

    /// <summary>Gets the first lane of momentum.</summary>
    public int Momentum { get; }

    /// <summary>Gets the number of lanes with those that only fill vectors.</summary>
    public int Width { get; }

    /// <summary>Returns a landmark that serves an instant.</summary>
    public double[] LandmarkFor(long newest)
    {
        var landmark = new double[Width];
        for (var lane = 0; lane < Width; lane++)
        {
            Split(lane, newest, out var whole, out _);
            landmark[lane] = whole - Lag;
        }

        return landmark;
    }

    /// <summary>Moves a landmark where the newest instant has run ahead of it.</summary>
    /// <param name="landmark">The landmark of each lane, in half-lives.</param>
    /// <param name="newest">The newest instant in microseconds.</param>
    /// <param name="moves">By how many half-lives each lane's sums must fall.</param>
    public void Move(Span<double> landmark, long newest, Span<double> moves)
    {
        for (var lane = 0; lane < Width; lane++)
        {
            Split(lane, newest, out var whole, out _);
            moves[lane] = whole - landmark[lane] > MostAhead ? whole - Lag - landmark[lane] : 0;
            landmark[lane] += moves[lane];
        }
    }

    /// <summary>Returns an instant up to which a landmark need not be moved.</summary>
    public long ServesUpTo(ReadOnlySpan<double> landmark)
    {
        var until = (double)SupportedTime.LastMicros;
        for (var lane = 0; lane < Width; lane++)
        {
            // A half-life less than it could, so that no rounding matters.
            until = Math.Min(until, (landmark[lane] + MostAhead - 1) * microsHigh[lane]);
        }

        return (long)until;
    }

    /// <summary>
    /// Returns what the standing sums are multiplied by, in two steps, to be read at an instant: what contacts count for included.
    /// </summary>
    /// <remarks>The second is 1 but where one alone could fall below the smallest normal number while the sum read does not.</remarks>
    public void StandingFactors(long asOf, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second) =>
        Factors(asOf, 0, Momentum, landmark, first, second);

    /// <summary>Returns the same of the sums of momentum.</summary>
    public void MomentumFactors(long asOf, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second) =>
        Factors(asOf, Momentum, Width, landmark, first, second);

    /// <summary>Returns 2 to a whole power, 0 where that is below the smallest normal number.</summary>
    public static double PowerOfTwo(double whole) => whole >= -1022 ? BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52) : 0;

    [MethodImpl(Compile.AtOnce)]
    private void Factors(long asOf, int from, int end, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
    {
        if (asOf is < -SupportedTime.WholeAsDouble or > SupportedTime.WholeAsDouble)
        {
            FarFactors(asOf, from, end, landmark, first, second);
            return;
        }

        LaneWidths.Run(LaneWidth, new Factoring(this, asOf, from, end, landmark, first, second));
    }

    [MethodImpl(Compile.AtOnce)]
    private void Factors<T>(double asOf, int from, int end, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
        where T : struct, ILanes<T>
    {
        var zero = T.Of(0);
        for (var lane = from; lane < end; lane += T.Count)
        {
            Split(lane, T.Of(asOf), out var whole, out var fraction);
            var fall = whole - T.Load(landmark[lane..]);
            var half = T.IfLess(fall, T.Of(FarFall), zero, T.Floor(fall * T.Of(0.5)));
            var power = LaneElementary.PowerOfSixteenthsOfNormal((zero - fraction) * T.Of(Elementary.Cells)) * PowerOfTwo(half - fall);
            (T.Load(shares.AsSpan(lane)) * power).Store(first[(lane - from)..]);
            PowerOfTwo(zero - half).Store(second[(lane - from)..]);
        }
    }

    // The same for instants that a double cannot hold exactly: in longs, one lane after the other.
    private void FarFactors(long asOf, int from, int end, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
    {
        for (var lane = from; lane < end; lane++)
        {
            Split(lane, asOf, out var whole, out var fraction);
            var fall = whole - landmark[lane];
            var half = fall < FarFall ? 0 : Math.Floor(fall * 0.5);
            first[lane - from] = shares[lane] * (Elementary.Exp2(-fraction) * PowerOfTwo(half - fall));
            second[lane - from] = PowerOfTwo(-half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T whole)
        where T : struct, ILanes<T>
    {
        var least = T.Of(-1022);
        return T.IfLess(whole, least, T.Of(0), T.PowerOfTwo(T.IfLess(whole, least, least, whole)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Split<T>(int lane, T micros, out T whole, out T fraction)
        where T : struct, ILanes<T> =>
        Split(
            micros,
            T.Load(perMicro.AsSpan(lane)),
            T.Load(microsHigh.AsSpan(lane)),
            T.Load(microsLow.AsSpan(lane)),
            out whole,
            out fraction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split<T>(T micros, T rate, T high, T low, out T whole, out T fraction)
        where T : struct, ILanes<T>
    {
        whole = T.Floor(micros * rate);
        fraction = (micros - (whole * high) - (whole * low)) * rate;
    }

    // The fraction may miss [0, 1] by a rounding error; that does not matter, so long as it is always the same for the same instant.
    private void Split(int lane, long micros, out double whole, out double fraction)
    {
        whole = Math.Floor(micros * perMicro[lane]);
        fraction = (micros - ((long)whole * microsWhole[lane]) - (whole * microsLow[lane])) * perMicro[lane];
    }

    private readonly ref struct Factoring(
        DecayLanes lanes, double asOf, int from, int end, ReadOnlySpan<double> landmark, Span<double> first, Span<double> second)
        : ILaneWork
    {
        private readonly ReadOnlySpan<double> landmark = landmark;
        private readonly Span<double> first = first;
        private readonly Span<double> second = second;

        public void On<T>()
            where T : struct, ILanes<T> => lanes.Factors<T>(asOf, from, end, landmark, first, second);
    }
}
