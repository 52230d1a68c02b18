using RelationshipKit.Interchange;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Contacts that may be one person, with the evidence and what to do.</summary>
internal static class DuplicatesPage
{
    private const int More = 6;

    public static void Show(Screen screen, IReadOnlyCollection<DuplicateContacts> pairs, RelationshipBook book)
    {
        if (pairs.Count == 0)
        {
            screen.Line("No two contacts look like one person.");
            return;
        }

        screen.Line(
            $"{Words.Count(pairs.Count, "pair", "pairs")} may be one person, the most likely first. Nothing is merged unless you say so.");
        screen.Line();
        ShowPairs(screen, pairs, book);
    }

    /// <summary>Shows each pair in two lines.</summary>
    public static void ShowPairs(Screen screen, IEnumerable<DuplicateContacts> pairs, RelationshipBook book)
    {
        foreach (var pair in pairs)
        {
            screen.Say(
                $"{NameOf(book, pair.A)} and {NameOf(book, pair.B)}: {string.Join(", ", pair.Because)} ({Words.Percent(pair.Score)})",
                Screen.Indent.Length);
            screen.Say($"merge {pair.A} {pair.B}", More);
            screen.Say($"duplicates --dismiss {pair.A} {pair.B} (if they are two)", More);
        }
    }

    private static string NameOf(RelationshipBook book, ContactId id) =>
        book.Find(id) is { } contact && contact.Name != id.Value ? $"{contact.Name} ({id})" : id.Value;
}
