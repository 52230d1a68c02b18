namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The names of the people in one output, with the id where two of them look alike.</summary>
internal sealed class ShownNames
{
    // Less of a name says nothing.
    private const int LeastName = 4;

    private readonly int cells;
    private readonly HashSet<string> alike;

    /// <param name="people">Everybody in the output.</param>
    /// <param name="cells">How many cells of the screen there are for a name.</param>
    public ShownNames(IEnumerable<Contact> people, int cells = int.MaxValue)
    {
        this.cells = cells;
        alike = people.DistinctBy(contact => contact.Id).GroupBy(contact => Words.Fit(contact.Name, cells), StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Returns the name, cut to the cells there are; with the id, or only the id, if somebody else looks the same.</summary>
    public string Of(Contact contact)
    {
        var name = Words.Fit(contact.Name, cells);
        if (!alike.Contains(name) || contact.Name == contact.Id.Value)
        {
            return name;
        }

        var id = $" ({contact.Id})";
        var room = cells - Words.Cells(id);
        return room >= Math.Min(LeastName, Words.Cells(contact.Name)) ? Words.Fit(contact.Name, room) + id
            : Words.FitEnd(contact.Id.Value, cells);
    }
}
