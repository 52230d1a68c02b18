using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>One number, as lanes.</summary>
internal readonly struct Lanes64(double value) : ILanes<Lanes64>
{
    public static int Count => 1;

    /// <summary>Gets the number.</summary>
    public double Value { get; } = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator +(Lanes64 left, Lanes64 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator -(Lanes64 left, Lanes64 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator *(Lanes64 left, Lanes64 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 operator /(Lanes64 left, Lanes64 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(ReadOnlySpan<double> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Load(ReadOnlySpan<byte> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Below(long upper, ReadOnlySpan<long> source) => new(upper - source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 IfLess(Lanes64 left, Lanes64 right, Lanes64 then, Lanes64 otherwise) =>
        left.Value < right.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyLess(Lanes64 left, Lanes64 right) => left.Value < right.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Floor(Lanes64 value) => new(Math.Floor(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 PowerOfTwo(Lanes64 k) => new(BitConverter.Int64BitsToDouble((long)(k.Value + 1023) << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes64 High, Lanes64 Low) SixteenthPower(Lanes64 n)
    {
        var cell = (int)(long)n.Value & 15;
        return (new(Elementary.PowerHigh[cell]), new(Elementary.PowerLow[cell]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes64 Significand, Lanes64 Power) Split(Lanes64 value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value.Value);
        return (new(BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L)), new((bits >> 52) - 1023));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 PowerOfSixteenths(Lanes64 shifted)
    {
        var cells = BitConverter.DoubleToInt64Bits(shifted.Value);
        return new(
            BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Elementary.PowerHigh[(int)cells & 15]) + (cells >> 4 << 52)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which) => new(four[(int)which[0]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 PickBy(ReadOnlySpan<double> sixteen, ReadOnlySpan<byte> which) => new(sixteen[which[0]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes64 LoadUnsafe(ref readonly double from) => new(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreUnsafe(ref double to) => to = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreByBitsUnsafe(ref readonly byte bits, Lanes64 first, Lanes64 second, ref double to, int stride)
    {
        to = (bits & 1) == 0 ? 0 : first.Value;
        Unsafe.Add(ref to, stride) = (bits & 2) == 0 ? 0 : first.Value;
        Unsafe.Add(ref to, 2 * (nint)stride) = (bits & 4) == 0 ? 0 : second.Value;
        Unsafe.Add(ref to, 3 * (nint)stride) = (bits & 8) == 0 ? 0 : second.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SumByHalves() => Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => target[0] = Value;
}
