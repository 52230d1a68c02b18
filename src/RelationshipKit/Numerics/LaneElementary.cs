using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>
/// The exponentials of <see cref="Elementary"/> on lanes: the same bits, in the part of their range that ages use. And cheaper ones for
/// bulk work.
/// </summary>
/// <remarks>
/// Every operation is that of <see cref="Elementary"/>, in the same order, on each lane; where one number takes this branch or that,
/// lanes take both and keep one. Accuracies are those stated there.
/// </remarks>
internal static class LaneElementary
{
    // 1.5 * 2^52: adding it rounds to the nearest whole number, which is left in the low bits.
    private const double Whole = 6755399441055744.0;

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

        var near = ExpM1NearZero(x);
        var floor = T.Of(-40);
        var held = T.IfLess(floor, x, x, floor);
        var n = T.Floor((held * T.Of(Elementary.CellsPerE)) + T.Of(0.5));
        var r = held - (n * T.Of(Elementary.CellHigh)) - (n * T.Of(Elementary.CellLow));
        var far = ExpM1Far(n, r);
        return T.IfLess(T.Of(-Elementary.NearZero), x, near, T.IfLess(floor, x, far, T.Of(-1)));
    }

    /// <summary>Returns e to the power of x, less 1, for x near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1NearZero<T>(T x)
        where T : struct, ILanes<T>
    {
        var q = T.Of(1.0 / 2)
            + (x * (T.Of(1.0 / 6) + (x * (T.Of(1.0 / 24) + (x * (T.Of(1.0 / 120) + (x * (T.Of(1.0 / 720) + (x * (T.Of(1.0 / 5040)
            + (x * (T.Of(1.0 / 40320) + (x * (T.Of(1.0 / 362880) + (x * (T.Of(1.0 / 3628800) + (x * T.Of(1.0 / 39916800))))))))))))))))));
        return x + (x * x * q);
    }

    /// <summary>Returns e to the power of <c>n ln2/16 + r</c>, less 1, for an exponent that is not near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1Far<T>(T n, T r)
        where T : struct, ILanes<T>
    {
        var tail = ExpTail(r);
        var scale = T.PowerOfTwo(T.Floor(n * T.Of(1.0 / Elementary.Cells)));
        var (powerHigh, powerLow) = T.SixteenthPower(n);
        var one = T.Of(1);
        var high = scale * powerHigh;
        var sum = high - one;
        var part = sum - high;
        var error = (high - (sum - part)) + (T.Of(-1) - part);
        return sum + (error + (scale * (powerLow + (powerHigh * tail))));
    }

    /// <summary>
    /// Returns 2 to the power of x / 16 for half of what <see cref="Exp2OfNormal"/> costs; a few units in the last place apart from it.
    /// </summary>
    /// <param name="x">From -16 · 900 up to, but not including, 16 · 1,023; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfSixteenthsOfNormal<T>(T x)
        where T : struct, ILanes<T>
    {
        var shifted = x + T.Of(Whole);
        var power = T.PowerOfSixteenths(shifted);
        return power + (power * TailOfSixteenths(x - (shifted - T.Of(Whole))));
    }

    /// <summary>Returns the same bits where x is so small that the result may be below the smallest normal number.</summary>
    /// <param name="x">Less than 16 · 1,023; not NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfSixteenths<T>(T x)
        where T : struct, ILanes<T>
    {
        var least = T.Of(-1080 * Elementary.Cells);
        x = T.IfLess(x, least, least, x);
        var n = x + T.Of(Whole) - T.Of(Whole);
        var k = T.Floor(n * T.Of(1.0 / Elementary.Cells));
        var half = T.Floor(k * T.Of(0.5));
        var power = T.PowerOfSixteenths(n - (k * T.Of(Elementary.Cells)) + T.Of(Whole));
        return (power + (power * TailOfSixteenths(x - n))) * T.PowerOfTwo(half) * T.PowerOfTwo(k - half);
    }

    /// <summary>
    /// Returns e to the power of x, less 1, for half of what <see cref="ExpM1"/> costs; about 1e-14 of itself apart from it at most.
    /// </summary>
    /// <param name="x">At most 0; not NaN.</param>
    /// <remarks>
    /// Near 0 the table gives 1, and what is left is the series alone; further away only few digits of a difference cancel.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1InBulk<T>(T x)
        where T : struct, ILanes<T>
    {
        var least = T.Of(-40);
        x = T.IfLess(x, least, least, x);
        var shifted = (x * T.Of(Elementary.CellsPerE)) + T.Of(Whole);
        var n = shifted - T.Of(Whole);
        var power = T.PowerOfSixteenths(shifted);
        var r = x - (n * T.Of(Elementary.CellHigh)) - (n * T.Of(Elementary.CellLow));
        var square = r * r;
        var high = T.Of(1.0 / 120) + (r * T.Of(1.0 / 720)) + (square * T.Of(1.0 / 5040));
        var middle = T.Of(1.0 / 6) + (r * T.Of(1.0 / 24));
        var tail = r + (square * (T.Of(1.0 / 2) + (r * (middle + (square * high)))));
        return power - T.Of(1) + (power * tail);
    }

    // 2^r - 1 for r of at most 1/32.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tail<T>(T r)
        where T : struct, ILanes<T> =>
        r * (T.Of(Elementary.E0) + (r * (T.Of(Elementary.E1) + (r * (T.Of(Elementary.E2)
            + (r * (T.Of(Elementary.E3) + (r * (T.Of(Elementary.E4) + (r * T.Of(Elementary.E5)))))))))));

    // 2^(r/16) - 1 for r of at most 1/2: the same polynomial, of which parts do not wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailOfSixteenths<T>(T r)
        where T : struct, ILanes<T>
    {
        const double Cell = 1.0 / Elementary.Cells;
        var square = r * r;
        var high = T.Of(Elementary.E4 * Cell * Cell * Cell * Cell * Cell)
            + (r * T.Of(Elementary.E5 * Cell * Cell * Cell * Cell * Cell * Cell));
        var middle = T.Of(Elementary.E2 * Cell * Cell * Cell) + (r * T.Of(Elementary.E3 * Cell * Cell * Cell * Cell));
        var low = T.Of(Elementary.E0 * Cell) + (r * T.Of(Elementary.E1 * Cell * Cell));
        return r * (low + (square * (middle + (square * high))));
    }

    /// <summary>Returns e to the power of r, less 1, for r of at most ln2 / 32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpTail<T>(T r)
        where T : struct, ILanes<T> =>
        r + (r * r * (T.Of(1.0 / 2) + (r * (T.Of(1.0 / 6) + (r * (T.Of(1.0 / 24) + (r * (T.Of(1.0 / 120)
            + (r * (T.Of(1.0 / 720) + (r * T.Of(1.0 / 5040))))))))))));

    // 2^x as a number near 1 and a whole power of two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Power, T K) Parts<T>(T x)
        where T : struct, ILanes<T>
    {
        var n = T.Floor((x * T.Of(Elementary.Cells)) + T.Of(0.5));
        var r = (x - (n * T.Of(1.0 / Elementary.Cells)) + T.Of(Elementary.Grid)) - T.Of(Elementary.Grid);
        var p = Tail(r);
        var (high, low) = T.SixteenthPower(n);
        return (high + (low + (high * p)), T.Floor(n * T.Of(1.0 / Elementary.Cells)));
    }
}
