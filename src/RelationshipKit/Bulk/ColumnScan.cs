using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

/// <summary>What checks need to know of whole columns.</summary>
internal static class ColumnScan
{
    /// <summary>Returns the largest of some bytes; 0 of none.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static int Largest(ReadOnlySpan<byte> bytes)
    {
        var (most, i) = (Vector<byte>.Zero, 0);
        for (; i + Vector<byte>.Count <= bytes.Length; i += Vector<byte>.Count)
        {
            most = Vector.Max(most, new Vector<byte>(bytes[i..]));
        }

        var largest = 0;
        for (var lane = 0; lane < Vector<byte>.Count; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        for (; i < bytes.Length; i++)
        {
            largest = Math.Max(largest, bytes[i]);
        }

        return largest;
    }

    /// <summary>Counts the numbers that are less than the one before.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static int CountFalls(ReadOnlySpan<long> instants)
    {
        var i = 1;
        var falls = Vector512<long>.Zero;
        ref var first = ref MemoryMarshal.GetReference(instants);
        for (; i + Vector512<long>.Count <= instants.Length; i += Vector512<long>.Count)
        {
            falls += Vector512.LessThan(Vector512.LoadUnsafe(ref first, (nuint)i), Vector512.LoadUnsafe(ref first, (nuint)(i - 1)));
        }

        var count = -(int)Vector512.Sum(falls);
        for (; i < instants.Length; i++)
        {
            count += instants[i] < instants[i - 1] ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Returns the largest of some numbers taken as unsigned, so that a negative one is larger than any other; 0 of none.
    /// </summary>
    [MethodImpl(Compile.AtOnce)]
    public static uint Largest(ReadOnlySpan<int> numbers)
    {
        var (most, i) = (Vector<uint>.Zero, 0);
        for (; i + Vector<uint>.Count <= numbers.Length; i += Vector<uint>.Count)
        {
            most = Vector.Max(most, Vector.AsVectorUInt32(new Vector<int>(numbers[i..])));
        }

        var largest = 0U;
        for (var lane = 0; lane < Vector<uint>.Count; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        for (; i < numbers.Length; i++)
        {
            largest = Math.Max(largest, (uint)numbers[i]);
        }

        return largest;
    }

    /// <summary>Returns the smallest and the largest of some numbers; of none the largest and the smallest long.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static (long Least, long Most) Range(ReadOnlySpan<long> numbers)
    {
        var (low, high, i) = (Vector512.Create(long.MaxValue), Vector512.Create(long.MinValue), 0);
        ref var first = ref MemoryMarshal.GetReference(numbers);
        for (; i + Vector512<long>.Count <= numbers.Length; i += Vector512<long>.Count)
        {
            var own = Vector512.LoadUnsafe(ref first, (nuint)i);
            (low, high) = (Vector512.Min(low, own), Vector512.Max(high, own));
        }

        var (least, most) = (long.MaxValue, long.MinValue);
        for (var lane = 0; lane < Vector512<long>.Count; lane++)
        {
            (least, most) = (Math.Min(least, low[lane]), Math.Max(most, high[lane]));
        }

        for (; i < numbers.Length; i++)
        {
            (least, most) = (Math.Min(least, numbers[i]), Math.Max(most, numbers[i]));
        }

        return (least, most);
    }
}
