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
        ShowPairs(screen, pairs, book, book);
    }

    /// <summary>Shows each pair, with the words to merge it so that the one who was known before stays, else the fuller name.</summary>
    public static void ShowPairs(Screen screen, IEnumerable<DuplicateContacts> pairs, RelationshipBook book, RelationshipBook before)
    {
        foreach (var pair in pairs)
        {
            screen.Say(
                $"{NameOf(book, pair.A)} and {NameOf(book, pair.B)}: {string.Join(", ", pair.Because)} ({Words.Percent(pair.Score)})",
                Screen.Indent.Length);
            ContactId[] both = [.. ((ContactId[])[pair.A, pair.B])
                .OrderBy(id => before.Find(id) is null).ThenByDescending(id => book.Find(id)?.Name.Length ?? 0).ThenBy(id => id)];
            screen.Say($"merge {both[0]} {both[1]}", More);
            screen.Say($"duplicates --dismiss {pair.A} {pair.B} (if they are two)", More);
        }
    }

    private static string NameOf(RelationshipBook book, ContactId id) =>
        book.Find(id) is { } contact && contact.Name != id.Value ? $"{contact.Name} ({id})" : id.Value;
}
