namespace RelationshipKit.Interchange.Tables;

/// <summary>The names of the columns of a table, and where each stands.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    public TableColumns(IEnumerable<string> names)
    {
        Names = [.. names];
        for (var i = 0; i < Names.Length; i++)
        {
            positions.TryAdd(Names[i], i);
        }
    }

    public string[] Names { get; }

    /// <summary>Returns the position of a column, or -1 if there is none.</summary>
    public int IndexOf(string name) => positions.GetValueOrDefault(name, -1);
}
