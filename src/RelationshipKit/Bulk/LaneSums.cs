using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

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
