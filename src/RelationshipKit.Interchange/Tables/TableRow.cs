namespace RelationshipKit.Interchange.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Cells">The cells, as many as there are columns; those that the row lacks are empty.</param>
/// <param name="Width">How many cells the row has in the file.</param>
/// <param name="Line">The line of the file on which it begins.</param>
internal sealed record TableRow(TableColumns Columns, string[] Cells, int Width, long Line)
{
    /// <summary>Gets where it stands.</summary>
    public string Where => Sources.FileAccount.Line(Line);

    /// <summary>Returns the cell of a column; empty if there is no such column.</summary>
    public string this[string column] => Columns.IndexOf(column) is >= 0 and var i ? Cells[i] : "";

    /// <summary>Returns the place, without the cells.</summary>
    public override string ToString() => Where;
}
