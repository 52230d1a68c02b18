using System.Runtime.InteropServices;

namespace RelationshipKit.Bulk.Tables;

/// <summary>What scores at any instant need of one tie beside its sums. The default value is a tie without contact.</summary>
internal struct TieHead
{
    public const int Size = 16;

    public long Last;
    public int Touchpoints;
    public int ContactDays;
}

/// <summary>What folding needs of one tie beside that: counts, the open date, and where the cells of its other dates stand.</summary>
/// <remarks>
/// The last date with contact is open: it may still grow. Its cell, or that of light channels if it has two, stands here, at hand; the
/// other one behind those of dates gone by, which stand in order of date. The default value is a tie without contact.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = Size)]
internal struct TieRow
{
    public const int Size = 80;

    public long First;

    // The gaps between closed dates, and when the last of them ended.
    public GapProduct ClosedGaps;
    public long ClosedLatest;
    public int Outgoing;
    public int Incoming;

    // Where the last piece of cells begins, how much of it are cells of closed dates, and how long it is, in bytes.
    public int CellsAt;
    public int CellsLength;
    public int CellsRoom;

    // In days from 1970-01-01.
    public int OpenDay;
    public PackedCell Open;
}
