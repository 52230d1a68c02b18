using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;

namespace RelationshipKit.Bulk;

/// <summary>
/// The ends of the intervals of balances, read off polynomials: a quantile of the beta distribution costs some thousand times as much.
/// </summary>
/// <remarks>
/// <para>
/// Either shape of the distribution, prior included, is cut into eighths of octaves. On each pair of them the lower end is interpolated at
/// 8 by 8 Chebyshev nodes; the nearest singularity is at shape 0, 16 half-widths or more away, so that what is left out is below 32^-8.
/// Measured against the quantile itself the error is at most 5e-13. Pieces are made when first needed, each of itself alone, so that no
/// result depends on what was asked before.
/// </para>
/// <para>Safe to share between threads.</para>
/// </remarks>
internal sealed class BalanceIntervals
{
    private const int Nodes = 8;

    // Bits of a double below the exponent and the three that tell eighths of an octave.
    private const int PieceBits = 49;

    // Twelve octaves above the prior; what lies beyond, thousands of days, is computed as for objects.
    private const int Pieces = 12 * 8;

    private static BalanceIntervals? latest;

    private readonly ScoreSettings settings;
    private readonly long firstPiece;
    private readonly double[]?[] pieces = new double[Pieces * Pieces][];

    private BalanceIntervals(ScoreSettings settings)
    {
        this.settings = settings;
        firstPiece = BitConverter.DoubleToInt64Bits(settings.BalancePrior) >> PieceBits;
    }

    // cos(pi (2 i + 1) / 16): the zeros of the Chebyshev polynomial of degree 8.
    private static ReadOnlySpan<double> Zeros =>
    [
        0.9807852804032304, 0.8314696123025452, 0.5555702330196022, 0.19509032201612825,
        -0.19509032201612825, -0.5555702330196022, -0.8314696123025452, -0.9807852804032304,
    ];

    /// <summary>Returns the intervals of settings; those asked for last are kept.</summary>
    public static BalanceIntervals Of(ScoreSettings settings)
    {
        var known = Volatile.Read(ref latest);
        if (known is null || known.settings.BalancePrior != settings.BalancePrior)
        {
            known = new BalanceIntervals(settings);
            Volatile.Write(ref latest, known);
        }

        return known;
    }

    /// <summary>
    /// Returns the lower end of the interval of the balance of decayed direction-days; the upper is minus that of swapped sides.
    /// </summary>
    public double Low<T>(double given, double received)
        where T : struct, ILanes<T>
    {
        var ours = BitConverter.DoubleToInt64Bits(settings.BalancePrior + given);
        var theirs = BitConverter.DoubleToInt64Bits(settings.BalancePrior + received);
        var (row, column) = ((ours >> PieceBits) - firstPiece, (theirs >> PieceBits) - firstPiece);
        if (row >= Pieces || column >= Pieces)
        {
            return Reciprocity.LowOf(given, received, settings);
        }

        var index = (int)((row * Pieces) + column);
        var piece = Volatile.Read(ref pieces[index]) ?? (pieces[index] = Interpolate(row + firstPiece, column + firstPiece));
        return Evaluate<T>(piece, PlaceIn(ours), PlaceIn(theirs));
    }

    // Where in its piece a shape lies, from -1 up to, but not including, 1.
    private static double PlaceIn(long bits) => ((bits & ((1L << PieceBits) - 1)) * (1.0 / (1L << (PieceBits - 1)))) - 1;

    // Clenshaw's recurrence over one shape for all coefficients of the other side by side, and then over those.
    [SkipLocalsInit]
    private static double Evaluate<T>(ReadOnlySpan<double> piece, double x, double y)
        where T : struct, ILanes<T>
    {
        Span<double> line = stackalloc double[Nodes];
        for (var lane = 0; lane < Nodes; lane += T.Count)
        {
            var twice = T.Of(2 * x);
            var (one, two) = (T.Load(piece[(((Nodes - 1) * Nodes) + lane)..]), T.Of(0));
            for (var i = Nodes - 2; i > 0; i--)
            {
                (one, two) = (T.Load(piece[((i * Nodes) + lane)..]) + (twice * one) - two, one);
            }

            (T.Load(piece[lane..]) + (T.Of(x) * one) - two).Store(line[lane..]);
        }

        var (first, second) = (line[Nodes - 1], 0.0);
        for (var j = Nodes - 2; j > 0; j--)
        {
            (first, second) = (line[j] + (2 * y * first) - second, first);
        }

        return line[0] + (y * first) - second;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double[] Interpolate(long oursPiece, long theirsPiece)
    {
        Span<double> values = stackalloc double[Nodes * Nodes];
        for (var i = 0; i < Nodes; i++)
        {
            for (var j = 0; j < Nodes; j++)
            {
                values[(i * Nodes) + j] = Reciprocity.LowOfShapes(ShapeAt(oursPiece, Zeros[i]), ShapeAt(theirsPiece, Zeros[j]));
            }
        }

        var coefficients = new double[Nodes * Nodes];
        for (var k = 0; k < Nodes; k++)
        {
            for (var l = 0; l < Nodes; l++)
            {
                var sum = 0.0;
                for (var i = 0; i < Nodes; i++)
                {
                    for (var j = 0; j < Nodes; j++)
                    {
                        sum += values[(i * Nodes) + j] * Chebyshev(k, Zeros[i]) * Chebyshev(l, Zeros[j]);
                    }
                }

                coefficients[(k * Nodes) + l] = sum * (k == 0 ? 1 : 2) * (l == 0 ? 1 : 2) / (Nodes * Nodes);
            }
        }

        return coefficients;
    }

    private static double ShapeAt(long piece, double place)
    {
        var from = BitConverter.Int64BitsToDouble(piece << PieceBits);
        var to = BitConverter.Int64BitsToDouble((piece + 1) << PieceBits);
        return from + (0.5 * (place + 1) * (to - from));
    }

    private static double Chebyshev(int degree, double x)
    {
        var (one, two) = (1.0, x);
        for (var i = 0; i < degree; i++)
        {
            (one, two) = (two, (2 * x * two) - one);
        }

        return one;
    }
}
