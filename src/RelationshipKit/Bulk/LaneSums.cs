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

    /// <summary>Sums up each stretch.</summary>
    /// <param name="left">The numbers of the first column, finite, with at least eight more past the last.</param>
    /// <param name="right">Those of the second.</param>
    /// <param name="offsets">Where each stretch begins, and where the last ends, counted from the first.</param>
    /// <param name="leftSums">Receives the sums of the first column.</param>
    /// <param name="rightSums">Receives those of the second.</param>
    public static void Of<T>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, ReadOnlySpan<int> offsets, Span<double> leftSums, Span<double> rightSums)
        where T : struct, ILanes<T>
    {
        Span<double> lefts = stackalloc double[Lanes];
        Span<double> rights = stackalloc double[Lanes];
        for (var i = 0; i < offsets.Length - 1; i++)
        {
            var (start, length) = (offsets[i] - offsets[0], offsets[i + 1] - offsets[i]);
            AddUp<T>(left.Slice(start, length + Lanes), right.Slice(start, length + Lanes), length, lefts, rights);
            leftSums[i] = Tree(lefts);
            rightSums[i] = Tree(rights);
        }
    }

    private static double Tree(ReadOnlySpan<double> sums) =>
        sums[0] + sums[4] + (sums[2] + sums[6]) + (sums[1] + sums[5] + (sums[3] + sums[7]));

    private static void AddUp<T>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int length, Span<double> lefts, Span<double> rights)
        where T : struct, ILanes<T>
    {
        // As many turns as lanes do not fill eight; the partial sums of one turn are independent of those of the next.
        for (var lane = 0; lane < Lanes; lane += T.Count)
        {
            var (a, b) = (T.Of(0), T.Of(0));
            var at = lane;
            for (; at + Lanes - lane <= length; at += Lanes)
            {
                a += T.Load(left[at..]);
                b += T.Load(right[at..]);
            }

            if (at - lane < length)
            {
                var mask = T.Load(Mask[(Lanes - (length - (at - lane)) + lane)..]);
                a += T.Load(left[at..]) * mask;
                b += T.Load(right[at..]) * mask;
            }

            a.Store(lefts[lane..]);
            b.Store(rights[lane..]);
        }
    }
}
