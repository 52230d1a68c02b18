using CsvHelper;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>A row of a table; it is good until the next one is read.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Reader">What has read the row.</param>
/// <param name="Line">The line of the file on which it begins.</param>
internal readonly record struct TableRow(TableColumns Columns, CsvReader Reader, long Line)
{
    /// <summary>Gets how many cells the row has in the file.</summary>
    public int Width => Reader.FieldCount;

    /// <summary>Gets where it stands.</summary>
    public string Where => FileAccount.Line(Line);

    /// <summary>Returns a cell as text; empty if the row lacks it, or if there is no such column.</summary>
    public string this[int column] => column >= 0 && column < Reader.FieldCount ? Reader.GetString(column) : "";

    /// <summary>Returns the cell of a column; empty if there is no such column.</summary>
    public string this[string column] => this[Columns.IndexOf(column)];

    /// <summary>Returns a cell as UTF-8; empty if the row lacks it, or if there is no such column.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => column >= 0 && column < Reader.FieldCount ? Reader.GetSpan(column) : default;

    /// <summary>Copies a short cell.</summary>
    /// <returns>The letters; empty if the cell is, or if it is longer than the room for it.</returns>
    public ReadOnlySpan<char> Short(int column, Span<char> room) =>
        Bytes(column) is { Length: > 0 } bytes && bytes.Length <= room.Length ? room[..Reader.GetChars(column, room)] : default;

    /// <summary>Returns the place, without the cells.</summary>
    public override string ToString() => Where;
}
