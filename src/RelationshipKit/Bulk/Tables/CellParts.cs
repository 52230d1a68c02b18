namespace RelationshipKit.Bulk.Tables;

/// <summary>A cell on its way into a table or out of it, with its date and class.</summary>
/// <remarks>The number of its weight is that of the table it is on its way out of; a table that it comes to looks it up again.</remarks>
internal readonly record struct CellParts(int Day, bool IsRich, DateCell Cell) : IComparable<CellParts>
{
    /// <summary>Gets the class as the index of <see cref="DateCells"/>.</summary>
    public int Class => IsRich ? 1 : 0;

    /// <summary>Compares by date, light before rich.</summary>
    public int CompareTo(CellParts other) => (Day, IsRich).CompareTo((other.Day, other.IsRich));
}
