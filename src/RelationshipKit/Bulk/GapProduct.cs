using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The product of the gaps of a tie in days, of which the usual gap is the root. The default value is that of no gap.</summary>
/// <remarks>
/// As the sum of their logarithms, for a multiplication instead of a logarithm each. A gap shorter than a day counts as a day.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct GapProduct
{
    // No gap is longer than 2^22 days, so that a product is brought down in time.
    private const double Large = 1UL << 63;
    private const int LargeBits = 63;

    // From 1 on, 0 for none; and how often it was brought down.
    private double rest;
    private int times;

    /// <summary>Gets the product of one gap of a day, or of none: it changes no other.</summary>
    public static GapProduct One => new() { rest = 1 };

    /// <summary>Takes in one gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long fromMicros, long toMicros)
    {
        rest = rest == 0 ? 1 : rest;
        AddToSome(toMicros - fromMicros);
    }

    /// <summary>Takes in one gap where it is not the first; one of no length for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddToSome(long micros)
    {
        rest *= double.MaxNative(1, micros * (1.0 / SupportedTime.MicrosPerDay));
        if (rest > Large)
        {
            rest *= 1 / Large;
            times++;
        }
    }

    /// <summary>Returns the geometric mean in days; NaN without a gap.</summary>
    public readonly double Mean(int gaps) => Mean<Lanes64>(new(rest), new(times), new(gaps)).Value;

    /// <summary>Puts the product down, for means of many side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Lay(TieSums sums, int tie) => (sums.GapRests[tie], sums.GapTimes[tie]) = (rest, times);

    /// <summary>Returns the geometric means of gaps in days; NaN where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mean<T>(T rest, T times, T gaps)
        where T : struct, ILanes<T>
    {
        var log = LaneLogarithms.Log(T.IfLess(rest, T.Of(1), T.Of(1), rest)) + (times * T.Of(LargeBits * Elementary.Ln2));
        return T.IfLess(T.Of(0), gaps, LaneLogarithms.Exp(log / T.IfLess(T.Of(0), gaps, gaps, T.Of(1))), T.Of(double.NaN));
    }
}
