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
    public static Lanes128 PowerOfTwo(Lanes128 k) => new(Vector128.ShiftLeft((k.value + Vector128.Create(Whole + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes128 High, Lanes128 Low) SixteenthPower(Lanes128 n)
    {
        var cells = (n.value + Vector128.Create(Whole)).AsInt64();
        return (new(Pick(Elementary.PowerHigh, cells)), new(Pick(Elementary.PowerLow, cells)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) => new(Vector128.Create(four[(int)which[0]], four[(int)which[1]]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SumByHalves() => value[0] + value[1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => value.CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pick(ReadOnlySpan<double> table, Vector128<long> cells) =>
        Vector128.Create(table[(int)cells[0] & 15], table[(int)cells[1] & 15]);
}
