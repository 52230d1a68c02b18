using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RelationshipKit.Numerics;

/// <summary>Asks for memory before it is needed: a touchpoint of a random tie waits for memory longer than for anything else.</summary>
internal static class Prefetch
{
    /// <summary>The bytes that come from memory at once.</summary>
    public const int LineSize = 64;

    /// <summary>
    /// Prefetches the cache line of a place, where the machine supports it. Nothing is read, so the memory may be gone already.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref readonly double at)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in at)));
        }
    }
}
