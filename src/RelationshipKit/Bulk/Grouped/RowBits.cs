using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Bits for 64 rows at once, made of their columns.</summary>
internal static class RowBits
{
    public const int PerWord = 64;

    /// <summary>Returns the bits of rows whose number is that of the row before.</summary>
    /// <param name="numbers">The number of the row before the first, then those of 64 rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Repeats(ReadOnlySpan<double> numbers)
    {
        var word = 0UL;
        for (var i = 0; i < PerWord; i += Vector512<double>.Count)
        {
            var (own, next) = (Vector512.Create(numbers[i..]), Vector512.Create(numbers[(i + 1)..]));
            word |= Vector512.Equals(own, next).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    /// <summary>Sets all bits of the bytes of rows that have their bit, and clears the others.</summary>
    /// <param name="word">The bits of 64 rows.</param>
    /// <param name="bytes">Receives the bytes of 64 rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(ulong word, Span<byte> bytes)
    {
        var eighths = Vector512.Shuffle(Vector512.Create(word).AsByte(), Vector512.Create(
            0x0000000000000000UL, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303,
            0x0404040404040404, 0x0505050505050505, 0x0606060606060606, 0x0707070707070707).AsByte());
        var own = Vector512.Create(0x8040201008040201UL).AsByte();
        Vector512.Equals(eighths & own, own).CopyTo(bytes);
    }
}
