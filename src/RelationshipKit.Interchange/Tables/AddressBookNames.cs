using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Puts the name of a person together from the columns that an address book has for it.</summary>
/// <remarks>
/// A column called Name beside one for given names and none for families holds the family, as in German tables; Nome beside Cognome is the
/// given name. So two people of one family are not taken for one.
/// </remarks>
internal readonly struct AddressBookNames
{
    private readonly bool isFamily;
    private readonly bool isGiven;
    private readonly string fileAs = "";

    /// <summary>Looks at the columns of a table.</summary>
    public AddressBookNames(AddressBookColumn[] columns)
    {
        bool Has(AddressBookField field) => Array.Exists(columns, column => column.Field == field);
        var isPart = Array.Exists(
            columns,
            column => column.Field == AddressBookField.FullName && column.Name.Trim().ToLowerInvariant() is "name" or "nome");
        isFamily = isPart && Has(AddressBookField.Given) && !Has(AddressBookField.Family);
        isGiven = isPart && Has(AddressBookField.Family) && !Has(AddressBookField.Given);
        fileAs = Array.Find(columns, column => column.Field == AddressBookField.FileAs)?.Name ?? "";
    }

    /// <summary>Gives a person the name that the cells of a row tell.</summary>
    /// <param name="person">The person.</param>
    /// <param name="partOf">The cell of a field, empty if there is none.</param>
    public void Take(SourcePerson person, Func<AddressBookField, string> partOf)
    {
        var (full, given, family) = (partOf(AddressBookField.FullName), partOf(AddressBookField.Given), partOf(AddressBookField.Family));
        if (isFamily && given.Length > 0 && full.Length > 0 && !full.Contains(given, StringComparison.OrdinalIgnoreCase))
        {
            (family, full) = (full, "");
        }
        else if (isGiven && family.Length > 0 && full.Length > 0 && !full.Contains(family, StringComparison.OrdinalIgnoreCase))
        {
            (given, full) = (full, "");
        }

        var structured = new NameParts(
            family, given, partOf(AddressBookField.Additional), partOf(AddressBookField.Prefix), partOf(AddressBookField.Suffix));
        if (structured.Full.Length > 0)
        {
            person.Parts = structured;
        }

        // What a person is filed under, such as "Lovelace, Ada", is the name only of one who has no other.
        var filed = partOf(AddressBookField.FileAs);
        person.Name = full.Length > 0 ? full : structured.Full.Length > 0 ? structured.Full : filed;
        if (filed.Length > 0 && filed != person.Name)
        {
            person.Unknown.Add(new SourceProperty(fileAs, "", filed));
        }
    }
}
