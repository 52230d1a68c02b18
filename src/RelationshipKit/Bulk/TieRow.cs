namespace RelationshipKit.Bulk;

/// <summary>What a table keeps of one tie beside its cells and sums: counts, dates, and where its chain of cells begins.</summary>
/// <remarks>
/// The default value is a tie without contact. The last date with contact is open: it may still grow, and is not among the closed sums.
/// Cells are named by their number in the chunk, from 1; 0 is none.
/// </remarks>
internal struct TieRow
{
    public const int Size = 48;

    public long First;
    public long Last;
    public int Touchpoints;
    public int Outgoing;
    public int Incoming;

    // The cells, and the dates among them before the open one.
    public int Cells;
    public int ClosedDays;

    // The first cell of all and the first of the open date, with that date in days from 1970-01-01.
    public int Head;
    public int Open;
    public int OpenDay;

    public readonly int ContactDays => Open == 0 ? 0 : ClosedDays + 1;
}
