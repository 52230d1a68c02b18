using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>
/// The logarithms of <see cref="Elementary"/>, and exponentials of either sign, on lanes: the same bits, for arguments as sizes, gaps and
/// ratios are.
/// </summary>
/// <remarks>
/// Every operation is that of <see cref="Elementary"/>, in the same order, on each lane; where one number takes this branch or that, lanes
/// take both and keep one.
/// </remarks>
internal static class LaneLogarithms
{
    /// <summary>Returns the natural logarithm.</summary>
    /// <param name="x">A normal number above 0, and finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILanes<T> => LogOfSum(x, T.Of(0));

    /// <summary>Returns the natural logarithm of 1 + x.</summary>
    /// <param name="x">0 or more, and finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1P<T>(T x)
        where T : struct, ILanes<T>
    {
        var one = T.Of(1);
        var sum = one + x;
        var lost = T.IfLess(x, one, x - (sum - one), one - (sum - x));
        var near = x + Log1PTail(x);
        return T.IfLess(T.Of(Elementary.Sqrt2 - 1), x, LogOfSum(sum, lost), near);
    }

    /// <summary>Returns e to the power of x.</summary>
    /// <param name="x">From -700 to 700.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        var (n, r) = Reduce(x);
        var k = T.Floor(n * T.Of(1.0 / Elementary.Cells));
        var half = T.Floor(k * T.Of(0.5));
        var (high, low) = T.SixteenthPower(n);
        return (high + (low + (high * LaneElementary.ExpTail(r)))) * T.PowerOfTwo(half) * T.PowerOfTwo(k - half);
    }

    /// <summary>Returns e to the power of x, less 1.</summary>
    /// <param name="x">At most 600; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1<T>(T x)
        where T : struct, ILanes<T>
    {
        var floor = T.Of(-40);
        var near = LaneElementary.ExpM1NearZero(x);
        var (n, r) = Reduce(T.IfLess(floor, x, x, floor));
        var far = LaneElementary.ExpM1Far(n, r);
        var isFar = T.IfLess(T.Of(-Elementary.NearZero), x, T.IfLess(x, T.Of(Elementary.NearZero), T.Of(0), T.Of(1)), T.Of(1));
        return T.IfLess(isFar, T.Of(1), near, T.IfLess(floor, x, far, T.Of(-1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T N, T R) Reduce<T>(T x)
        where T : struct, ILanes<T>
    {
        var n = T.Floor((x * T.Of(Elementary.CellsPerE)) + T.Of(0.5));
        return (n, x - (n * T.Of(Elementary.CellHigh)) - (n * T.Of(Elementary.CellLow)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogOfSum<T>(T x, T lost)
        where T : struct, ILanes<T>
    {
        var (m, k) = T.Split(x);
        var sqrt2 = T.Of(Elementary.Sqrt2);
        k = T.IfLess(sqrt2, m, k + T.Of(1), k);
        m = T.IfLess(sqrt2, m, m * T.Of(0.5), m);
        var f = m - T.Of(1);
        var tail = Log1PTail(f) + ((k * T.Of(Elementary.Ln2Low)) + (lost / x));
        return (k * T.Of(Elementary.Ln2High)) + (f + tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log1PTail<T>(T f)
        where T : struct, ILanes<T>
    {
        var s = f / (T.Of(2) + f);
        var z = s * s;
        var series =
            z * (T.Of(2.0 / 3)
                + (z * (T.Of(2.0 / 5) + (z * (T.Of(2.0 / 7) + (z * (T.Of(2.0 / 9) + (z * (T.Of(2.0 / 11) + (z * (T.Of(2.0 / 13)
            + (z * (T.Of(2.0 / 15)
                + (z * (T.Of(2.0 / 17) + (z * (T.Of(2.0 / 19) + (z * (T.Of(2.0 / 21) + (z * T.Of(2.0 / 23)))))))))))))))))))));
        var half = T.Of(0.5) * f * f;
        return (s * (half + series)) - half;
    }
}
