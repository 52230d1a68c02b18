namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The names of the people in one output, with the id where two of them look alike.</summary>
internal sealed class ShownNames
{
    // Less of a name says nothing.
    private const int LeastName = 4;

    private readonly HashSet<string> alike;
    private readonly HashSet<string> idsOnly;

    /// <param name="people">Everybody in the output.</param>
    /// <param name="cells">How many cells of the screen there are for a name.</param>
    /// <param name="most">How many there may be where an id has to stand beside the name; as many as without it if left out.</param>
    public ShownNames(IEnumerable<Contact> people, int cells = int.MaxValue, int most = 0)
    {
        var groups = people.DistinctBy(contact => contact.Id).GroupBy(contact => Words.Fit(contact.Name, cells), StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .ToArray();
        alike = groups.Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        Cells = cells;
        var needed = groups.SelectMany(same => same).Where(NeedsId).Select(contact => Words.Cells(contact.Name + IdOf(contact)));
        Width = Math.Max(cells, Math.Min(most, needed.DefaultIfEmpty(0).Max()));

        // Those who look alike are told apart in one way: if the ids of some leave no room for a name, no name is shown.
        idsOnly = groups.Where(same => same.Where(NeedsId).Any(contact => RoomOf(contact) < Math.Min(LeastName, Words.Cells(contact.Name))))
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets how many cells the names take at most.</summary>
    public int Width { get; }

    private int Cells { get; }

    /// <summary>Returns the name, cut to the cells there are; with the id, or only the id, if somebody else looks the same.</summary>
    public string Of(Contact contact)
    {
        var look = Words.Fit(contact.Name, Cells);
        return !alike.Contains(look) || !NeedsId(contact) ? Words.Fit(contact.Name, Width)
            : idsOnly.Contains(look) ? Words.FitEnd(contact.Id.Value, Width)
            : Words.Fit(contact.Name, RoomOf(contact)) + IdOf(contact);
    }

    private static bool NeedsId(Contact contact) => contact.Name != contact.Id.Value;

    private static string IdOf(Contact contact) => $" ({contact.Id})";

    private int RoomOf(Contact contact) => Width - Words.Cells(IdOf(contact));
}
