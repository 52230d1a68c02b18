using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RelationshipKit.Bulk;

/// <summary>Bits for 64 rows at once, made of their columns.</summary>
internal static class RowBits
{
    public const int PerWord = 64;

    /// <summary>Returns the bits of rows whose number has its sign set.</summary>
    /// <param name="numbers">The numbers of 64 rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Signs(ReadOnlySpan<double> numbers)
    {
        var word = 0UL;
        for (var i = 0; i < PerWord; i += Vector512<double>.Count)
        {
            word |= Vector512.Create(numbers[i..]).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    /// <summary>Returns the bits of rows whose number is that of the row before.</summary>
    /// <param name="numbers">The number of the row before the first, then those of 64 rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Repeats(ReadOnlySpan<double> numbers)
    {
        var word = 0UL;
        for (var i = 0; i < PerWord; i += Vector512<double>.Count)
        {
            word |= Vector512.Equals(Vector512.Create(numbers[i..]), Vector512.Create(numbers[(i + 1)..])).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    /// <summary>Returns the bits of rows whose byte has a bit set.</summary>
    /// <param name="bytes">The bytes of 64 rows.</param>
    /// <param name="bit">The number of the bit in the byte, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfBit(ReadOnlySpan<byte> bytes, int bit) =>
        Vector512.ShiftLeft(Vector512.Create(bytes).AsUInt16(), 7 - bit).AsByte().ExtractMostSignificantBits();

    /// <summary>Clears bits 0 and 1 of the bytes of some rows.</summary>
    /// <param name="bytes">The bytes of 64 rows, of which nothing but those two bits is set.</param>
    /// <param name="first">The rows whose bit 0 is cleared.</param>
    /// <param name="second">The rows whose bit 1 is cleared.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(Span<byte> bytes, ulong first, ulong second) =>
        Vector512.AndNot(Vector512.Create<byte>(bytes), (Spread(first) & Vector512.Create((byte)1)) | (Spread(second) & Vector512.Create((byte)2))).CopyTo(bytes);

    // All bits of a byte where the row has its bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Spread(ulong word)
    {
        var eighths = Vector512.Shuffle(Vector512.Create(word).AsByte(), Vector512.Create(
            0x0000000000000000UL, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303,
            0x0404040404040404, 0x0505050505050505, 0x0606060606060606, 0x0707070707070707).AsByte());
        var own = Vector512.Create(0x8040201008040201UL).AsByte();
        return Vector512.Equals(eighths & own, own);
    }
}
