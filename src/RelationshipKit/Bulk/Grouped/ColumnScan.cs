using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

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
}
