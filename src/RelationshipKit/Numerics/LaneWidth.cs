using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RelationshipKit.Numerics;

/// <summary>How many numbers are worked on side by side, in bits; it never shows in a result.</summary>
internal enum LaneWidth
{
    /// <summary>One number at a time.</summary>
    Bits64 = 64,

    /// <summary>Two.</summary>
    Bits128 = 128,

    /// <summary>Four.</summary>
    Bits256 = 256,

    /// <summary>Eight.</summary>
    Bits512 = 512,
}

internal static class LaneWidths
{
    /// <summary>Gets the widest that this machine does in hardware.</summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Bits64;

    /// <summary>Does work on lanes of a width: the one place where widths become types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TWork>(LaneWidth width, scoped in TWork work)
        where TWork : struct, ILaneWork, allows ref struct
    {
        switch (width)
        {
            case LaneWidth.Bits512:
                work.On<Lanes512>();
                break;
            case LaneWidth.Bits256:
                work.On<Lanes256>();
                break;
            case LaneWidth.Bits128:
                work.On<Lanes128>();
                break;
            default:
                work.On<Lanes64>();
                break;
        }
    }
}
