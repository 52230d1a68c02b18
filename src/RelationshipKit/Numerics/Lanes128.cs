using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RelationshipKit.Numerics;

/// <summary>Two numbers side by side.</summary>
internal readonly struct Lanes128(Vector128<double> value) : ILanes<Lanes128>
{
    // 1.5 * 2^52: adding it leaves a whole number, in two's complement, in the low bits.
    private const double Whole = 6755399441055744.0;

    private readonly Vector128<double> value = value;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, Lanes128 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Of(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(ReadOnlySpan<double> source) => new(Vector128.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(ReadOnlySpan<byte> source) =>
        new(Vector128.Create((double)source[0], source[1]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Below(long upper, ReadOnlySpan<long> source) =>
        new(Vector128.ConvertToDouble(Vector128.Create(upper) - Vector128.Create(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 IfLess(Lanes128 left, Lanes128 right, Lanes128 then, Lanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.value, right.value), then.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes128 left, Lanes128 right) => Vector128.LessThanAny(left.value, right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Floor(Lanes128 value) => new(Vector128.Floor(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 PowerOfTwo(Lanes128 k) =>
        new(Vector128.ShiftLeft((k.value + Vector128.Create(Whole + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes128 High, Lanes128 Low) SixteenthPower(Lanes128 n)
    {
        var cells = (n.value + Vector128.Create(Whole)).AsInt64();
        return (new(Pick(Elementary.PowerHigh, cells)), new(Pick(Elementary.PowerLow, cells)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes128 Significand, Lanes128 Power) Split(Lanes128 value)
    {
        var bits = value.value.AsInt64();
        var significand = (bits & Vector128.Create(0xFFFFFFFFFFFFFL)) | Vector128.Create(0x3FF0000000000000L);
        return (new(significand.AsDouble()), new(
            Vector128.ConvertToDouble(Vector128.ShiftRightLogical(bits, 52) - Vector128.Create(1023L))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 PowerOfSixteenths(Lanes128 shifted)
    {
        var cells = shifted.value.AsInt64();
        return new(
            (Pick(Elementary.PowerHigh, cells).AsInt64() + Vector128.ShiftLeft(Vector128.ShiftRightLogical(cells, 4), 52)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) =>
        new(Vector128.Create(four[(int)which[0]], four[(int)which[1]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 PickBy(ReadOnlySpan<double> sixteen, ReadOnlySpan<byte> which) =>
        new(Vector128.Create(sixteen[which[0]], sixteen[which[1]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadUnsafe(ref readonly double from) => new(Vector128.LoadUnsafe(in from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreUnsafe(ref double to) => value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByBitsUnsafe(ref readonly byte bits, Lanes128 first, Lanes128 second, ref double to, int stride)
    {
        var flags = Vector128.Create((long)bits, Unsafe.Add(ref Unsafe.AsRef(in bits), 1));
        IfBit(flags, 1, first).StoreUnsafe(ref to);
        IfBit(flags, 2, first).StoreUnsafe(ref to, (nuint)stride);
        IfBit(flags, 4, second).StoreUnsafe(ref to, 2 * (nuint)stride);
        IfBit(flags, 8, second).StoreUnsafe(ref to, 3 * (nuint)stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SumByHalves() => value[0] + value[1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => value.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> IfBit(Vector128<long> flags, long bit, Lanes128 then) =>
        Vector128.ConditionalSelect(
            Vector128.Equals(flags & Vector128.Create(bit), Vector128<long>.Zero).AsDouble(), Vector128<double>.Zero, then.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pick(ReadOnlySpan<double> table, Vector128<long> cells) =>
        Vector128.Create(table[(int)cells[0] & 15], table[(int)cells[1] & 15]);
}
