using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>The exponentials of <see cref="Elementary"/> on lanes: the same bits, in the part of their range that ages use.</summary>
/// <remarks>
/// Every operation is that of <see cref="Elementary"/>, in the same order, on each lane; where one number takes this branch or that,
/// lanes take both and keep one. Accuracies are those stated there.
/// </remarks>
internal static class LaneElementary
{
    /// <summary>Returns 2 to the power of x.</summary>
    /// <param name="x">Less than 1,024; not NaN.</param>
    /// <returns>As <see cref="Elementary.Exp2"/>; 0 from -1,075 down.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T x)
        where T : struct, ILanes<T>
    {
        // What is smaller rounds to 0 like this. Two steps, because a result below the smallest normal number must round but once.
        var least = T.Of(-1080);
        var (power, k) = Parts(T.IfLess(x, least, least, x));
        var half = T.Floor(k * T.Of(0.5));
        return power * T.PowerOfTwo(half) * T.PowerOfTwo(k - half);
    }

    /// <summary>Returns 2 to the power of x where no result is below the smallest normal number: the same bits for less.</summary>
    /// <param name="x">From -1,022 up to, but not including, 1,023; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2OfNormal<T>(T x)
        where T : struct, ILanes<T>
    {
        var (power, k) = Parts(x);
        return power * T.PowerOfTwo(k);
    }

    /// <summary>Returns e to the power of x, less 1.</summary>
    /// <param name="x">At most 0; not NaN.</param>
    /// <returns>As <see cref="Elementary.ExpM1"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1<T>(T x)
        where T : struct, ILanes<T>
    {
        if (T.Count == 1)
        {
            return T.Of(Elementary.ExpM1(x.SumByHalves())); // one number need not take both branches
        }

        var q = T.Of(1.0 / 2) + (x * (T.Of(1.0 / 6) + (x * (T.Of(1.0 / 24) + (x * (T.Of(1.0 / 120) + (x * (T.Of(1.0 / 720) + (x * (T.Of(1.0 / 5040)
            + (x * (T.Of(1.0 / 40320) + (x * (T.Of(1.0 / 362880) + (x * (T.Of(1.0 / 3628800) + (x * T.Of(1.0 / 39916800))))))))))))))))));
        var near = x + (x * x * q);

        var floor = T.Of(-40);
        var held = T.IfLess(floor, x, x, floor);
        var n = T.Floor((held * T.Of(Elementary.CellsPerE)) + T.Of(0.5));
        var r = held - (n * T.Of(Elementary.CellHigh)) - (n * T.Of(Elementary.CellLow));
        var tail = r + (r * r * (T.Of(1.0 / 2) + (r * (T.Of(1.0 / 6) + (r * (T.Of(1.0 / 24) + (r * (T.Of(1.0 / 120)
            + (r * (T.Of(1.0 / 720) + (r * T.Of(1.0 / 5040))))))))))));
        var scale = T.PowerOfTwo(T.Floor(n * T.Of(1.0 / Elementary.Cells)));
        var (powerHigh, powerLow) = T.SixteenthPower(n);
        var one = T.Of(1);
        var high = scale * powerHigh;
        var sum = high - one;
        var part = sum - high;
        var error = (high - (sum - part)) + (T.Of(-1) - part);
        var far = sum + (error + (scale * (powerLow + (powerHigh * tail))));

        return T.IfLess(T.Of(-Elementary.NearZero), x, near, T.IfLess(floor, x, far, T.Of(-1)));
    }

    // 2^x as a number near 1 and a whole power of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Power, T K) Parts<T>(T x)
        where T : struct, ILanes<T>
    {
        var n = T.Floor((x * T.Of(Elementary.Cells)) + T.Of(0.5));
        var r = (x - (n * T.Of(1.0 / Elementary.Cells)) + T.Of(Elementary.Grid)) - T.Of(Elementary.Grid);
        var p = r * (T.Of(Elementary.E0) + (r * (T.Of(Elementary.E1) + (r * (T.Of(Elementary.E2)
            + (r * (T.Of(Elementary.E3) + (r * (T.Of(Elementary.E4) + (r * T.Of(Elementary.E5)))))))))));
        var (high, low) = T.SixteenthPower(n);
        return (high + (low + (high * p)), T.Floor(n * T.Of(1.0 / Elementary.Cells)));
    }
}
