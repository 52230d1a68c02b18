using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The product of the gaps of a tie in days, of which the usual gap is the root. The default value is that of no gap.</summary>
/// <remarks>As the sum of their logarithms, for a multiplication instead of a logarithm each. A gap shorter than a day counts as a day.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct GapProduct
{
    // No gap is longer than 2^22 days, so that a product is brought down in time.
    private const double Large = 1UL << 63;
    private const int LargeBits = 63;

    // From 1 on, 0 for none; and how often it was brought down.
    private double rest;
    private int times;

    /// <summary>Takes in one gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long fromMicros, long toMicros) => Multiply(double.MaxNative(1, (toMicros - fromMicros) * (1.0 / SupportedTime.MicrosPerDay)));

    /// <summary>Returns the geometric mean in days; NaN without a gap.</summary>
    public readonly double Mean(int gaps) =>
        gaps > 0 ? Elementary.Exp((Elementary.Log(rest) + (times * (LargeBits * Elementary.Ln2))) / gaps) : double.NaN;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Multiply(double days)
    {
        rest = rest == 0 ? days : rest * days;
        if (rest > Large)
        {
            rest *= 1 / Large;
            times++;
        }
    }
}
