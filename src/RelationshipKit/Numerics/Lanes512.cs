using System.Buffers.Binary;
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
    public static Lanes512 Load(ReadOnlySpan<byte> source)
    {
        var bytes = Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(source)).AsByte();
        var ints = Vector256.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).GetLower().ToVector256Unsafe());
        return new(Vector512.ConvertToDouble(Vector512.WidenLower(ints.ToVector512Unsafe()).AsInt64()));
    }

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
    public static Lanes512 PowerOfTwo(Lanes512 k) => new(Vector512.ShiftLeft((k.value + Vector512.Create(Whole + 1023)).AsInt64(), 52).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes512 High, Lanes512 Low) SixteenthPower(Lanes512 n)
    {
        var cells = (n.value + Vector512.Create(Whole)).AsInt64();
        return (new(Pick(Elementary.PowerHigh, cells)), new(Pick(Elementary.PowerLow, cells)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) =>
        new(Avx512F.IsSupported
            ? Avx512F.PermuteVar8x64(Vector256.Create(four).ToVector512Unsafe(), Vector512.Create(which))
            : Vector512.Create(Lanes256.Pick(four, which).Value, Lanes256.Pick(four, which[4..]).Value));

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
