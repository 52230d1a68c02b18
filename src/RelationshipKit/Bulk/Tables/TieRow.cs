namespace RelationshipKit.Bulk.Tables;

/// <summary>What scores at any instant need of one tie beside its sums. The default value is a tie without contact.</summary>
internal struct TieHead
{
    public const int Size = 16;

    public long Last;
    public int Touchpoints;
    public int ContactDays;
}

/// <summary>What folding needs of one tie beside that: counts, the open date, and where the chain of its other cells begins.</summary>
/// <remarks>
/// The last date with contact is open: it may still grow. Its cell, or that of light channels if it has two, stands here, at hand; the other is
/// the one its link leads to. Cells of dates gone by are a chain from the newest to the oldest. Cells are named by their number in the chunk, from
/// 1; 0 is none. The default value is a tie without contact.
/// </remarks>
internal struct TieRow
{
    public const int Size = 32 + PackedCell.Size;

    public long First;

    // The logarithms of the gaps between closed dates.
    public double ClosedGapLogs;
    public int Outgoing;
    public int Incoming;
    public int Newest;

    // In days from 1970-01-01.
    public int OpenDay;
    public PackedCell Open;
}
