using System.Runtime.InteropServices;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>A cell of the open date in 28 bytes.</summary>
/// <remarks>
/// The other instants of the day lie before the latest, by less than the 60 hours that any zone can make of a date, and fit 40 bits. The
/// date is that of the latest instant in the zone and is not kept. The weight is kept as the number of a row of <see cref="WeightList"/>.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PackedCell
{
    public const int Size = 28;

    // All bits of the 40: the direction was not seen that day.
    private const long NeverBack = (1L << 40) - 1;

    private long latest;
    private int number;

    private uint earliestLow;
    private uint outgoingLow;
    private uint incomingLow;
    private byte earliestHigh;
    private byte outgoingHigh;
    private byte incomingHigh;

    // 1 for rich; 2 more if the date has another cell.
    private byte marks;

    public readonly long Latest => latest;

    public readonly long Earliest => latest - Whole(earliestLow, earliestHigh);

    /// <summary>Gets the class as the index of <see cref="DateCells"/>.</summary>
    public readonly int Class => marks & 1;

    /// <summary>Gets a value indicating whether the date has a cell of the other class, too.</summary>
    public readonly bool HasOther => (marks & 2) != 0;

    public readonly void UnpackInto(ref DateCell cell, double[] weights)
    {
        cell.Weight = weights[number];
        cell.Number = number;
        cell.Earliest = Earliest;
        cell.Latest = latest;
        cell.Outgoing = Direction(Whole(outgoingLow, outgoingHigh));
        cell.Incoming = Direction(Whole(incomingLow, incomingHigh));
    }

    public void Pack(in DateCell cell, int @class, bool hasOther)
    {
        latest = cell.Latest;
        number = cell.Number;
        marks = (byte)(@class | (hasOther ? 2 : 0));
        Split(cell.Latest - cell.Earliest, out earliestLow, out earliestHigh);
        Split(cell.Outgoing == TieCell.Never ? NeverBack : cell.Latest - cell.Outgoing, out outgoingLow, out outgoingHigh);
        Split(cell.Incoming == TieCell.Never ? NeverBack : cell.Latest - cell.Incoming, out incomingLow, out incomingHigh);
    }

    private static long Whole(uint low, byte high) => low | ((long)high << 32);

    private static void Split(long back, out uint low, out byte high)
    {
        low = (uint)back;
        high = (byte)(back >> 32);
    }

    private readonly long Direction(long back) => back == NeverBack ? TieCell.Never : latest - back;
}
