using System.Runtime.InteropServices;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk;

/// <summary>A <see cref="TieCell"/> in 32 bytes: a link in the chain of cells of one tie, in order of date, light before rich.</summary>
/// <remarks>
/// The other instants of the day lie before the latest, by less than the 60 hours that any zone can make of a date, and fit 40 bits. The
/// date is that of the latest instant in the zone and is not kept. The weight is kept as the number of a row of <see cref="WeightList"/>.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct PackedCell
{
    public const int Size = 32;

    // All bits of the 40: the direction was not seen that day.
    private const long NeverBack = (1L << 40) - 1;

    public long Latest;
    public int Weight;

    // The number of the next cell of the tie; 0 after the last.
    public int Next;

    private uint earliestLow;
    private uint outgoingLow;
    private uint incomingLow;
    private byte earliestHigh;
    private byte outgoingHigh;
    private byte incomingHigh;
    private byte rich;

    public bool IsRich
    {
        readonly get => rich != 0;
        set => rich = value ? (byte)1 : (byte)0;
    }

    public readonly long Earliest => Latest - Whole(earliestLow, earliestHigh);

    public readonly long Outgoing => Direction(Whole(outgoingLow, outgoingHigh));

    public readonly long Incoming => Direction(Whole(incomingLow, incomingHigh));

    /// <summary>Puts down the instants of the day; those of a direction may be <see cref="TieCell.Never"/>.</summary>
    public void SetInstants(long earliest, long latest, long outgoing, long incoming)
    {
        Latest = latest;
        Split(latest - earliest, out earliestLow, out earliestHigh);
        Split(outgoing == TieCell.Never ? NeverBack : latest - outgoing, out outgoingLow, out outgoingHigh);
        Split(incoming == TieCell.Never ? NeverBack : latest - incoming, out incomingLow, out incomingHigh);
    }

    private static long Whole(uint low, byte high) => low | ((long)high << 32);

    private static void Split(long back, out uint low, out byte high)
    {
        low = (uint)back;
        high = (byte)(back >> 32);
    }

    private readonly long Direction(long back) => back == NeverBack ? TieCell.Never : Latest - back;
}
