using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RelationshipKit.Numerics;

/// <summary>Eight numbers side by side.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    // 1.5 * 2^52: adding it leaves a whole number, in two's complement, in the low bits.
    private const double Whole = 6755399441055744.0;

    private readonly Vector512<double> value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ReadOnlySpan<double> source) => new(Vector512.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ReadOnlySpan<byte> source) => new(Vector512.ConvertToDouble(Widened(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Below(long upper, ReadOnlySpan<long> source) =>
        new(Vector512.ConvertToDouble(Vector512.Create(upper) - Vector512.Create(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 IfLess(Lanes512 left, Lanes512 right, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.value, right.value), then.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes512 left, Lanes512 right) => Vector512.LessThanAny(left.value, right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Floor(Lanes512 value) => new(Vector512.Floor(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 PowerOfTwo(Lanes512 k) =>
        new(Vector512.ShiftLeft((k.value + Vector512.Create(Whole + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes512 High, Lanes512 Low) SixteenthPower(Lanes512 n)
    {
        var cells = (n.value + Vector512.Create(Whole)).AsInt64();
        return (new(Pick(Elementary.PowerHigh, cells)), new(Pick(Elementary.PowerLow, cells)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes512 Significand, Lanes512 Power) Split(Lanes512 value)
    {
        var bits = value.value.AsInt64();
        var significand = (bits & Vector512.Create(0xFFFFFFFFFFFFFL)) | Vector512.Create(0x3FF0000000000000L);
        return (new(significand.AsDouble()), new(
            Vector512.ConvertToDouble(Vector512.ShiftRightLogical(bits, 52) - Vector512.Create(1023L))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 PowerOfSixteenths(Lanes512 shifted)
    {
        var cells = shifted.value.AsInt64();
        return new(
            (Pick(Elementary.PowerHigh, cells).AsInt64() + Vector512.ShiftLeft(Vector512.ShiftRightLogical(cells, 4), 52)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) =>
        new(Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64(Vector256.Create(four).ToVector512Unsafe(), Vector512.Create(which))
            : Vector512.Create(Lanes256.Pick(four, which).Value, Lanes256.Pick(four, which[4..]).Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 PickBy(ReadOnlySpan<double> sixteen, ReadOnlySpan<byte> which) => new(Pick(sixteen, Widened(which)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadUnsafe(ref readonly double from) => new(Vector512.LoadUnsafe(in from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreUnsafe(ref double to) => value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByBitsUnsafe(ref readonly byte bits, Lanes512 first, Lanes512 second, ref double to, int stride)
    {
        var flags = Widened(in bits);
        IfBit(flags, 1, first).StoreUnsafe(ref to);
        IfBit(flags, 2, first).StoreUnsafe(ref to, (nuint)stride);
        IfBit(flags, 4, second).StoreUnsafe(ref to, 2 * (nuint)stride);
        IfBit(flags, 8, second).StoreUnsafe(ref to, 3 * (nuint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SumByHalves()
    {
        var four = value.GetLower() + value.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => value.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> IfBit(Vector512<long> flags, long bit, Lanes512 then) =>
        Vector512.ConditionalSelect(
            Vector512.Equals(flags & Vector512.Create(bit), Vector512<long>.Zero).AsDouble(), Vector512<double>.Zero, then.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Widened(ReadOnlySpan<byte> source) => Widened(in source[..Count][0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Widened(ref readonly byte source)
    {
        var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(in source)).AsByte();
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Int64(bytes);
        }

        var ints = Vector256.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).GetLower().ToVector256Unsafe());
        return Vector512.WidenLower(ints.ToVector512Unsafe()).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pick(ReadOnlySpan<double> table, Vector512<long> cells) =>
        Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64x2(Vector512.Create(table), cells, Vector512.Create(table[8..]))
            : Vector512.Create(
                table[(int)cells[0] & 15],
                table[(int)cells[1] & 15],
                table[(int)cells[2] & 15],
                table[(int)cells[3] & 15],
                table[(int)cells[4] & 15],
                table[(int)cells[5] & 15],
                table[(int)cells[6] & 15],
                table[(int)cells[7] & 15]);
}
