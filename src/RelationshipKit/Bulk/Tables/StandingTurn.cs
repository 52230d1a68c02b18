using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// Reads the standing sums of eight ties at once, where each has eight, as with the stock curve: rows of eight are turned into columns of
/// eight.
/// </summary>
internal static class StandingTurn
{
    private const int Side = 8;
    private const int HalfLives = 3;
    private const int RowLength = TieChunk.HeadLength + Side;

    // How many numbers ahead memory is asked for: a page and a half, for machines ask for no other page by themselves.
    private const int Ahead = 768;

    /// <summary>Returns whether ties have as many standing sums, and the machine the instructions.</summary>
    public static bool Serves(DecayLanes lanes) => Avx512F.IsSupported && lanes.HalfLives == HalfLives && lanes.Standing == Side;

    /// <summary>Reads heads and sums of neighbouring ties.</summary>
    /// <param name="rows">The heads, each followed by its sums.</param>
    /// <param name="count">How many ties there are.</param>
    /// <param name="near">What each sum is multiplied by.</param>
    /// <param name="far">What it is then multiplied by.</param>
    /// <param name="sums">Receives what was read.</param>
    [MethodImpl(Compile.AtOnce)]
    public static void Read(ReadOnlySpan<double> rows, int count, ReadOnlySpan<double> near, ReadOnlySpan<double> far, TieSums sums)
    {
        var factor = Vector512.Create(near);
        var rest = Vector512.Create(far);
        ref var start = ref MemoryMarshal.GetReference(rows[..(count * RowLength)]);
        var tie = 0;
        for (; tie + Side <= count; tie += Side)
        {
            ref var row = ref Unsafe.Add(ref start, tie * RowLength);
            for (var at = 0; at < Side * RowLength; at += Prefetch.LineSize / sizeof(double))
            {
                Prefetch.Line(in Unsafe.Add(ref row, Ahead + at));
            }

            ReadHeads(ref row, Side, sums, tie);
            Turn(ref Unsafe.Add(ref row, TieChunk.HeadLength), factor, rest, sums, tie);
        }

        if (tie < count)
        {
            Span<double> last = stackalloc double[Side * RowLength];
            last.Clear();
            rows[(tie * RowLength)..(count * RowLength)].CopyTo(last);
            ReadHeads(ref last[0], count - tie, sums, tie);
            Turn(ref last[TieChunk.HeadLength], factor, rest, sums, tie);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadHeads(ref double row, int count, TieSums sums, int tie)
    {
        var contactDays = sums.ContactDays.AsSpan(tie, count);
        var touchpoints = sums.Touchpoints.AsSpan(tie, count);
        var last = sums.LastTouch.AsSpan(tie, count);
        for (var i = 0; i < contactDays.Length && i < touchpoints.Length && i < last.Length; i++)
        {
            ref readonly var head = ref Unsafe.As<double, TieHead>(ref Unsafe.Add(ref row, i * RowLength));
            (contactDays[i], touchpoints[i], last[i]) = (head.ContactDays, head.Touchpoints, head.Last);
        }
    }

    // The block of sums has room for whole eights of ties.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref double row, Vector512<double> near, Vector512<double> far, TieSums sums, int tie)
    {
        var (a, b) = Pair(ref row, 0, near, far);
        var (c, d) = Pair(ref row, 2, near, far);
        var (e, f) = Pair(ref row, 4, near, far);
        var (g, h) = Pair(ref row, 6, near, far);
        var (lane0, lane4, lane2, lane6) = Quarters(a, c, e, g);
        var (lane1, lane5, lane3, lane7) = Quarters(b, d, f, h);
        (lane0 + lane1 + lane2).CopyTo(sums.Light, tie);
        (lane3 + lane4 + lane5).CopyTo(sums.Rich, tie);
        lane6.CopyTo(sums.Outgoing, tie);
        lane7.CopyTo(sums.Incoming, tie);
    }

    // Even and odd sums of two neighbouring ties, next to each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Even, Vector512<double> Odd) Pair(
        ref double row, int tie, Vector512<double> near, Vector512<double> far)
    {
        var first = Vector512.LoadUnsafe(ref row, (nuint)(tie * RowLength)) * near * far;
        var second = Vector512.LoadUnsafe(ref row, (nuint)((tie + 1) * RowLength)) * near * far;
        return (Avx512F.UnpackLow(first, second), Avx512F.UnpackHigh(first, second));
    }

    // Of the pairs of sums in four vectors, each the first, third, second and fourth of all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> First, Vector512<double> Third, Vector512<double> Second, Vector512<double> Fourth) Quarters(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        const byte Evens = 0b_10_00_10_00;
        const byte Odds = 0b_11_01_11_01;
        var (left, right) = (Avx512F.Shuffle4x128(a, b, Evens), Avx512F.Shuffle4x128(c, d, Evens));
        var (leftOdd, rightOdd) = (Avx512F.Shuffle4x128(a, b, Odds), Avx512F.Shuffle4x128(c, d, Odds));
        return (
            Avx512F.Shuffle4x128(left, right, Evens),
            Avx512F.Shuffle4x128(left, right, Odds),
            Avx512F.Shuffle4x128(leftOdd, rightOdd, Evens),
            Avx512F.Shuffle4x128(leftOdd, rightOdd, Odds));
    }
}
