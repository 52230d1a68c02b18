using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RelationshipKit.Numerics;

/// <summary>Four numbers side by side.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    // 1.5 * 2^52: adding it leaves a whole number, in two's complement, in the low bits.
    private const double Whole = 6755399441055744.0;

    private readonly Vector256<double> value = value;

    public Vector256<double> Value => value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ReadOnlySpan<double> source) => new(Vector256.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ReadOnlySpan<byte> source) =>
        new(Vector256.Create((double)source[0], source[1], source[2], source[3]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Below(long upper, ReadOnlySpan<long> source) =>
        new(Vector256.ConvertToDouble(Vector256.Create(upper) - Vector256.Create(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 IfLess(Lanes256 left, Lanes256 right, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.value, right.value), then.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes256 left, Lanes256 right) => Vector256.LessThanAny(left.value, right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Floor(Lanes256 value) => new(Vector256.Floor(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 PowerOfTwo(Lanes256 k) =>
        new(Vector256.ShiftLeft((k.value + Vector256.Create(Whole + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes256 High, Lanes256 Low) SixteenthPower(Lanes256 n)
    {
        var cells = (n.value + Vector256.Create(Whole)).AsInt64();
        return (new(Pick(Elementary.PowerHigh, cells)), new(Pick(Elementary.PowerLow, cells)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes256 Significand, Lanes256 Power) Split(Lanes256 value)
    {
        var bits = value.value.AsInt64();
        var significand = (bits & Vector256.Create(0xFFFFFFFFFFFFFL)) | Vector256.Create(0x3FF0000000000000L);
        return (new(significand.AsDouble()), new(
            Vector256.ConvertToDouble(Vector256.ShiftRightLogical(bits, 52) - Vector256.Create(1023L))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 PowerOfSixteenths(Lanes256 shifted)
    {
        var cells = shifted.value.AsInt64();
        return new(
            (Pick(Elementary.PowerHigh, cells).AsInt64() + Vector256.ShiftLeft(Vector256.ShiftRightLogical(cells, 4), 52)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) =>
        new(Avx512F.VL.IsSupported
            ? Avx512F.VL.PermuteVar4x64(Vector256.Create(four), Vector256.Create(which))
            : Vector256.Create(four[(int)which[0]], four[(int)which[1]], four[(int)which[2]], four[(int)which[3]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 PickBy(ReadOnlySpan<double> sixteen, ReadOnlySpan<byte> which) =>
        new(Vector256.Create(sixteen[which[0]], sixteen[which[1]], sixteen[which[2]], sixteen[which[3]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadUnsafe(ref readonly double from) => new(Vector256.LoadUnsafe(in from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreUnsafe(ref double to) => value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByBitsUnsafe(ref readonly byte bits, Lanes256 first, Lanes256 second, ref double to, int stride)
    {
        var flags = Vector256.Create(
            (long)bits, Unsafe.Add(ref Unsafe.AsRef(in bits), 1), Unsafe.Add(ref Unsafe.AsRef(in bits), 2),
            Unsafe.Add(ref Unsafe.AsRef(in bits), 3));
        IfBit(flags, 1, first).StoreUnsafe(ref to);
        IfBit(flags, 2, first).StoreUnsafe(ref to, (nuint)stride);
        IfBit(flags, 4, second).StoreUnsafe(ref to, 2 * (nuint)stride);
        IfBit(flags, 8, second).StoreUnsafe(ref to, 3 * (nuint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SumByHalves()
    {
        var two = value.GetLower() + value.GetUpper();
        return two[0] + two[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => value.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IfBit(Vector256<long> flags, long bit, Lanes256 then) =>
        Vector256.ConditionalSelect(
            Vector256.Equals(flags & Vector256.Create(bit), Vector256<long>.Zero).AsDouble(), Vector256<double>.Zero, then.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pick(ReadOnlySpan<double> table, Vector256<long> cells)
    {
        if (Avx512F.VL.IsSupported)
        {
            // Each looks at three bits of the cell; the fourth chooses between them.
            var low = Avx512F.VL.PermuteVar4x64x2(Vector256.Create(table), cells, Vector256.Create(table[4..]));
            var high = Avx512F.VL.PermuteVar4x64x2(Vector256.Create(table[8..]), cells, Vector256.Create(table[12..]));
            return Vector256.ConditionalSelect(Vector256.Equals(cells & Vector256.Create(8L), Vector256<long>.Zero).AsDouble(), low, high);
        }

        return Vector256.Create(table[(int)cells[0] & 15], table[(int)cells[1] & 15], table[(int)cells[2] & 15], table[(int)cells[3] & 15]);
    }
}
