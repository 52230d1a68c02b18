namespace RelationshipKit.Interchange.Tables;

/// <summary>A column of an address book: what it holds, and where the label of its values comes from.</summary>
internal sealed class AddressBookColumn
{
    private static readonly string[] Words = ["home", "business", "work", "mobile", "fax", "pager", "other", "primary"];

    private readonly int label = -1;
    private readonly int type = -1;
    private readonly string word = "";

    public AddressBookColumn(TableColumns columns, int position)
    {
        Name = columns.Names[position];
        Field = AddressBookColumns.Find(Name);

        // "Phone 1 - Value" has its label in a column beside it; "Home Phone" says it itself.
        if (Name.EndsWith(" - Value", StringComparison.OrdinalIgnoreCase))
        {
            label = columns.IndexOf($"{Name[..^8]} - Label");
            type = columns.IndexOf($"{Name[..^8]} - Type");
        }
        else
        {
            word = Array.Find(Words, known => Name.Contains(known, StringComparison.OrdinalIgnoreCase)) ?? "";
        }
    }

    public string Name { get; }

    /// <summary>Gets what it holds, or <see langword="null"/> if its name is not known.</summary>
    public AddressBookField? Field { get; }

    /// <summary>Returns what a row calls the value; "* " marks the preferred one.</summary>
    public string LabelIn(TableRow row)
    {
        if (label < 0 && type < 0)
        {
            return word;
        }

        var text = row[label];
        text = text.Length > 0 ? text : row[type];
        return Addresses.NameText.Clean(text.TrimStart('*', ' '));
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
