namespace RelationshipKit.Interchange.Tables;

/// <summary>The columns of a touchpoint CSV, and the other names that they may have.</summary>
internal static class TouchpointColumns
{
    /// <summary>The columns a file must have.</summary>
    public static readonly string[] Required = ["at", "contact", "channel", "direction"];

    /// <summary>The columns a file may have.</summary>
    public static readonly string[] Optional = ["outcome", "gesture", "minutes", "note", "name", "id"];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["time"] = "at",
        ["timestamp"] = "at",
        ["when"] = "at",
        ["date"] = "at",
        ["datetime"] = "at",
        ["person"] = "contact",
        ["with"] = "contact",
        ["who"] = "contact",
        ["contacts"] = "contact",
        ["medium"] = "channel",
        ["length"] = "minutes",
        ["notes"] = "note",
        ["uid"] = "id",
    };

    /// <summary>Returns what a column is called here.</summary>
    public static string NameOf(string column) => Aliases.GetValueOrDefault(column.Trim(), column.Trim().ToLowerInvariant());

    public static bool IsKnown(string column) =>
        Required.Contains(NameOf(column), StringComparer.Ordinal) || Optional.Contains(NameOf(column), StringComparer.Ordinal);

    public static bool Has(IEnumerable<string> columns, string name) => columns.Any(column => NameOf(column) == name);
}
