using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>Exponentials and logarithms that give the same bits on every machine.</summary>
/// <remarks>
/// <para>
/// The platform's own <c>Math.Exp</c>, <c>Math.Log</c> and <c>Math.Pow</c> call the C library of the machine and differ in the last
/// bits between systems. Everything here is made of additions, multiplications, divisions, <see cref="Math.Floor(double)"/> and integer
/// operations, which IEEE 754 fixes to the bit, in an order the source fixes; no fused multiply-add is used.
/// </para>
/// <para>
/// Accuracies are the largest errors measured against 60-digit arithmetic over 10^5 random arguments each; they are not proofs.
/// A unit in the last place (ulp) is at most 2.2e-16 of the value.
/// </para>
/// </remarks>
internal static class Elementary
{
    /// <summary>The natural logarithm of 2, to the nearest double.</summary>
    public const double Ln2 = 0.6931471805599453;

    /// <summary>The binary logarithm of e, to the nearest double.</summary>
    public const double Log2E = 1.4426950408889634;

    // Cells per power of two in the tables: the remainder is at most 1/32, so that a polynomial of degree 6 is enough.
    internal const int Cells = 16;
    private const int CellBits = 4;

    // Adding and taking away 3/8 rounds a remainder of at most 1/32 to a multiple of 2^-54. A step of that grid changes 2^r by more than
    // the sum of all rounding errors of the tail (below 6 * 2^-58), which makes Exp2 monotone; it costs 0.17 * 2^-53 in accuracy.
    internal const double Grid = 0.375;

    // (2^r - 1) / r = sum of E(i) r^i, interpolated at the six Chebyshev nodes of [-1/32, 1/32]; r times it is off by at most 1.5e-17.
    internal const double E0 = 0.6931471805599457;
    internal const double E1 = 0.24022650695910075;
    internal const double E2 = 0.0555041086566393;
    internal const double E3 = 0.009618129106919537;
    internal const double E4 = 0.0013333781576784268;
    internal const double E5 = 0.00015403723980749256;

    // ln 2 / 16 in two parts: the first has 38 bits, so that its product with any cell number in use is exact.
    internal const double CellsPerE = 23.083120654223414;
    internal const double CellHigh = 0.04332169878489367;
    internal const double CellLow = 1.0291218489310676e-13;

    // ln 2 in two parts, the first of 38 bits: its product with any exponent is exact.
    internal const double Ln2High = 0.6931471805582987;
    internal const double Ln2Low = 1.6465949582897082e-12;

    private const double HalfSqrt2 = 0.7071067811865476;
    internal const double Sqrt2 = 1.4142135623730951;

    // Within this the Taylor series of e^x - 1 is summed directly; outside, the table's rounding no longer shows in the result.
    internal const double NearZero = 0.125;

    // 2^(j/16) to the nearest double.
    internal static ReadOnlySpan<double> PowerHigh =>
    [
        1.0, 1.0442737824274138, 1.0905077326652577, 1.1387886347566916, 1.189207115002721, 1.241857812073484, 1.2968395546510096,
        1.3542555469368927, 1.4142135623730951, 1.4768261459394993, 1.5422108254079407, 1.6104903319492543, 1.681792830507429,
        1.7562521603732995, 1.8340080864093424, 1.9152065613971474,
    ];

    // What is missing from PowerHigh, to the nearest double.
    internal static ReadOnlySpan<double> PowerLow =>
    [
        0.0, 8.551889705537965e-17, -3.046782079812471e-17, 8.912812676025408e-17, 3.982015231465646e-17, 4.658027591836937e-17,
        2.5382502794888315e-17, 7.70094837980299e-17, -9.667293313452913e-17, -3.483994556892796e-17, 7.949834809697621e-17,
        2.4707192569797888e-17, 8.199010020581497e-17, 2.960140695448873e-17, 3.283107224245627e-17, -1.0619946056195963e-16,
    ];

    /// <summary>Returns 2 to the power of <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>
    /// 0 up to -1075, infinity from 1024, NaN for NaN. Powers of two at integers are exact; the function never falls where
    /// <paramref name="x"/> rises.
    /// </returns>
    /// <remarks>
    /// <c>2^x = 2^k 2^(j/16) 2^r</c> with a table for the second factor and a polynomial for the third. Measured relative error at most
    /// 1.3e-16 (0.8 ulp) where the result is normal (from -1022), half the smallest double more below.
    /// </remarks>
    public static double Exp2(double x)
    {
        if (!(x > -1075 && x < 1024))
        {
            return x >= 1024 ? double.PositiveInfinity : x <= -1075 ? 0 : double.NaN;
        }

        var n = Math.Floor((x * Cells) + 0.5);
        var r = (x - (n * (1.0 / Cells)) + Grid) - Grid;
        var p = r * (E0 + (r * (E1 + (r * (E2 + (r * (E3 + (r * (E4 + (r * E5))))))))));

        return Scale((int)n, p);
    }

    /// <summary>Returns e to the power of <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>0 from about -745.14 down, infinity from about 709.79 up, NaN for NaN; exactly 1 at 0.</returns>
    /// <remarks>As <see cref="Exp2"/>, in steps of ln 2 / 16. Measured relative error at most 1.2e-16 where the result is normal.</remarks>
    public static double Exp(double x)
    {
        // Beyond these the result has over- or underflown; what lies between is scaled in two steps and rounds by itself.
        if (!(x > -746 && x < 710))
        {
            return x >= 710 ? double.PositiveInfinity : x <= -746 ? 0 : double.NaN;
        }

        var r = ReduceExp(x, out var n);

        return Scale(n, ExpTail(r));
    }

    /// <summary>Returns e to the power of <paramref name="x"/>, less 1, without cancellation near 0.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>-1 at minus infinity, infinity from about 709.79 up, NaN for NaN, exactly -1/2 at <c>-Ln2</c>.</returns>
    /// <remarks>
    /// Taylor's series within 1/8 of 0; elsewhere the table and polynomial of <see cref="Exp"/>, with the 1 taken from the table's entry
    /// and its rounding error carried (Knuth's two-sum). Measured relative error at most 1.4e-16 (0.8 ulp), everywhere.
    /// No fall was found among 10^8 pairs of neighbouring arguments, the edges of the cells and of the series included.
    /// </remarks>
    public static double ExpM1(double x)
    {
        if (!(x > -40 && x < 710))
        {
            return x >= 710 ? double.PositiveInfinity : x <= -40 ? -1 : double.NaN;
        }

        if (x > -NearZero && x < NearZero)
        {
            // x^2 (1/2! + x/3! + ... + x^9/11!); what follows is below 3e-19 of x.
            var q = (1.0 / 2) + (x * ((1.0 / 6) + (x * ((1.0 / 24) + (x * ((1.0 / 120) + (x * ((1.0 / 720) + (x * ((1.0 / 5040)
                + (x * ((1.0 / 40320) + (x * ((1.0 / 362880) + (x * ((1.0 / 3628800) + (x * (1.0 / 39916800))))))))))))))))));

            return x + (x * x * q);
        }

        var r = ReduceExp(x, out var n);
        var cell = n & (Cells - 1);
        var k = n >> CellBits;

        // 2^k has no double from 1024 up, so the last power is scaled at the end, where taking 1 away no longer matters.
        if (k > 1000)
        {
            return Scale(n, ExpTail(r));
        }

        var scale = PowerOfTwo(k);
        var high = scale * PowerHigh[cell];
        var sum = high - 1;
        var part = sum - high;
        var error = (high - (sum - part)) + (-1 - part);

        return sum + (error + (scale * (PowerLow[cell] + (PowerHigh[cell] * ExpTail(r)))));
    }

    /// <summary>Returns the natural logarithm of <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>Minus infinity at 0, infinity at infinity, NaN below 0 and for NaN; exactly 0 at 1.</returns>
    /// <remarks>
    /// <c>ln x = k ln 2 + ln m</c> with m between the square roots of 1/2 and 2 and the inverse hyperbolic tangent's series for ln m.
    /// Measured error at most 0.9 ulp.
    /// </remarks>
    public static double Log(double x)
    {
        if (!(x > 0 && x < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        return LogOfSum(x, 0);
    }

    /// <summary>Returns the natural logarithm of 1 + <paramref name="x"/>, without cancellation near 0.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>Minus infinity at -1, infinity at infinity, NaN below -1 and for NaN; exactly 0 at 0.</returns>
    /// <remarks>As <see cref="Log"/>, with what 1 + x loses in rounding put back. Measured error at most 0.9 ulp.</remarks>
    public static double Log1P(double x)
    {
        if (!(x > -1 && x < double.PositiveInfinity))
        {
            return x == -1 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        if (x >= HalfSqrt2 - 1 && x <= Sqrt2 - 1)
        {
            return x + Log1PTail(x);
        }

        var sum = 1 + x;
        var lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1);

        return LogOfSum(sum, lost);
    }

    /// <summary>Returns the natural logarithm of 1 + <paramref name="x"/>, less <paramref name="x"/>.</summary>
    /// <param name="x">More than -1.</param>
    /// <returns>At most 0; about <c>-x^2 / 2</c> near 0, to within 4 ulp.</returns>
    public static double Log1PMinus(double x) =>
        x >= HalfSqrt2 - 1 && x <= Sqrt2 - 1 ? Log1PTail(x) : Log1P(x) - x;

    // ln(1 + f) - f for 1 + f between the square roots of 1/2 and 2. With s = f / (2 + f), ln(1 + f) = 2 atanh s = 2s + s R,
    // R = 2s^2/3 + 2s^4/5 + ..., and 2s = f - f^2/2 + s f^2/2: all but f itself is small, so that adding f rounds only once.
    private static double Log1PTail(double f)
    {
        var s = f / (2 + f);
        var z = s * s;
        var series = z * ((2.0 / 3) + (z * ((2.0 / 5) + (z * ((2.0 / 7) + (z * ((2.0 / 9) + (z * ((2.0 / 11) + (z * ((2.0 / 13)
            + (z * ((2.0 / 15) + (z * ((2.0 / 17) + (z * ((2.0 / 19) + (z * ((2.0 / 21) + (z * (2.0 / 23)))))))))))))))))))));
        var half = 0.5 * f * f;

        return (s * (half + series)) - half;
    }

    // ln(x + lost) where x is positive and finite and lost is below its last place.
    private static double LogOfSum(double x, double lost)
    {
        var k = 0;
        if (x < 2.2250738585072014E-308)
        {
            x *= 18014398509481984.0;
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > Sqrt2)
        {
            m *= 0.5;
            k++;
        }

        var f = m - 1;
        var tail = Log1PTail(f) + ((k * Ln2Low) + (lost / x));

        return (k * Ln2High) + (f + tail);
    }

    // x = n ln2/16 + r with |r| at most ln2/32 and the error of r below 2^-58.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ReduceExp(double x, out int n)
    {
        var cells = Math.Floor((x * CellsPerE) + 0.5);
        n = (int)cells;

        return (x - (cells * CellHigh)) - (cells * CellLow);
    }

    // e^r - 1 for |r| at most ln2/32; the next term would be 1.2e-18.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpTail(double r) =>
        r + (r * r * ((1.0 / 2) + (r * ((1.0 / 6) + (r * ((1.0 / 24) + (r * ((1.0 / 120) + (r * ((1.0 / 720) + (r * (1.0 / 5040))))))))))));

    // 2^(n/16) (1 + p). Two factors, so that the result may be subnormal: then the second multiplication rounds once, to the subnormal
    // grid.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scale(int n, double p)
    {
        var cell = n & (Cells - 1);
        var k = n >> CellBits;
        var half = k >> 1;
        var high = PowerHigh[cell];

        return (high + (PowerLow[cell] + (high * p))) * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
