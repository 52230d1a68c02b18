using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Sums over stretches of two columns, in an order that does not depend on how many lanes the hardware has.</summary>
/// <remarks>
/// Always eight partial sums, the i-th number of a stretch in the one of number i mod 8, and then <c>((0+4)+(2+6)) + ((1+5)+(3+7))</c>.
/// </remarks>
internal static class LaneSums
{
    private const int Lanes = 8;

    // Eight ones and eight zeros: from 8 - n on, n of the first eight are ones.
    private static ReadOnlySpan<double> Mask => [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Sums up the beginning of each column.</summary>
    /// <param name="left">The numbers of the first column, finite, with at least eight more past the last.</param>
    /// <param name="right">Those of the second.</param>
    /// <param name="length">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Left, double Right) Of<T>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int length)
        where T : struct, ILanes<T>
    {
        if (T.Count == Lanes)
        {
            var (a, b) = AddUp<T>(left, right, length, 0);
            return (a.SumByHalves(), b.SumByHalves());
        }

        return OfFewerLanes<T>(left, right, length);
    }

    private static (double Left, double Right) OfFewerLanes<T>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int length)
        where T : struct, ILanes<T>
    {
        Span<double> lefts = stackalloc double[Lanes];
        Span<double> rights = stackalloc double[Lanes];

        // As many turns as lanes do not fill eight; the partial sums of one turn are independent of those of the next.
        for (var lane = 0; lane < Lanes; lane += T.Count)
        {
            var (a, b) = AddUp<T>(left, right, length, lane);
            a.Store(lefts[lane..]);
            b.Store(rights[lane..]);
        }

        return (Tree(lefts), Tree(rights));
    }

    private static double Tree(ReadOnlySpan<double> sums) =>
        sums[0] + sums[4] + (sums[2] + sums[6]) + (sums[1] + sums[5] + (sums[3] + sums[7]));

    /// <summary>Sums up a stretch of each of four columns.</summary>
    /// <param name="terms">The columns, with at least eight more past the last.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="light">Receives the sum of the first column.</param>
    /// <param name="rich">Receives that of the second.</param>
    /// <param name="outgoing">Receives that of the third.</param>
    /// <param name="incoming">Receives that of the fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of<T>(
        TieTerms terms, int start, int length, out double light, out double rich, out double outgoing, out double incoming)
        where T : struct, ILanes<T>
    {
        if (typeof(T) == typeof(Lanes512) && Avx512F.IsSupported)
        {
            OfEightLanes(terms, start, length, out light, out rich, out outgoing, out incoming);
            return;
        }

        (light, rich) = OfFewerLanes<T>(terms.Column(0, start), terms.Column(1, start), length);
        (outgoing, incoming) = OfFewerLanes<T>(terms.Column(2, start), terms.Column(3, start), length);
    }

    // The tree of all four sums at once: halves of two side by side, then quarters of four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OfEightLanes(
        TieTerms terms, int start, int length, out double light, out double rich, out double outgoing, out double incoming)
    {
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start + (uint)length + Lanes, (uint)terms.Stride);
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(terms.Columns), start);
        var stride = (nuint)terms.Stride;
        for (; length >= Lanes; length -= Lanes, at = ref Unsafe.Add(ref at, Lanes))
        {
            a += Vector512.LoadUnsafe(ref at);
            b += Vector512.LoadUnsafe(ref at, stride);
            c += Vector512.LoadUnsafe(ref at, 2 * stride);
            d += Vector512.LoadUnsafe(ref at, 3 * stride);
        }

        if (length > 0)
        {
            var mask = Vector512.LoadUnsafe(in MemoryMarshal.GetReference(Mask), (nuint)(Lanes - length));
            a += Vector512.LoadUnsafe(ref at) * mask;
            b += Vector512.LoadUnsafe(ref at, stride) * mask;
            c += Vector512.LoadUnsafe(ref at, 2 * stride) * mask;
            d += Vector512.LoadUnsafe(ref at, 3 * stride) * mask;
        }

        var cells = Vector512.Create(a.GetLower(), b.GetLower()) + Vector512.Create(a.GetUpper(), b.GetUpper());
        var sides = Vector512.Create(c.GetLower(), d.GetLower()) + Vector512.Create(c.GetUpper(), d.GetUpper());
        var all = Avx512F.PermuteVar8x64x2(cells, Vector512.Create(0L, 1, 4, 5, 8, 9, 12, 13), sides)
            + Avx512F.PermuteVar8x64x2(cells, Vector512.Create(2L, 3, 6, 7, 10, 11, 14, 15), sides);
        all += Avx512F.Permute2x64(all, 0b01_01_01_01);
        (light, rich, outgoing, incoming) = (all[0], all[2], all[4], all[6]);
    }

    // The partial sums from one lane on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Left, T Right) AddUp<T>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int length, int lane)
        where T : struct, ILanes<T>
    {
        var (a, b) = (T.Of(0), T.Of(0));
        var at = 0;
        for (; at + Lanes <= length; at += Lanes)
        {
            a += T.Load(left[(at + lane)..]);
            b += T.Load(right[(at + lane)..]);
        }

        if (at < length)
        {
            var mask = T.Load(Mask[(Lanes - (length - at) + lane)..]);
            a += T.Load(left[(at + lane)..]) * mask;
            b += T.Load(right[(at + lane)..]) * mask;
        }

        return (a, b);
    }
}
