namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>What was taken back, in words.</summary>
internal static class UndoneWords
{
    public static string Of(BookUpdate undone)
    {
        var changes = undone.Changes.OrderBy(change => change.Contact is null).ToArray();
        if (changes.Length == 0)
        {
            return "Taken back.";
        }

        if (IsImport(undone))
        {
            var people = undone.Changes.Count(change => change.Kind == BookChangeKind.Contact && change.Action == BookChangeAction.Removed);
            var filled = undone.Changes.Count(change => change.Kind == BookChangeKind.Contact && change.Action == BookChangeAction.Changed);
            var touches = undone.Changes.Count(change => change.Kind == BookChangeKind.Touchpoint);
            string[] parts =
            [
                .. Part(people, "new person", "new people"),
                .. Part(filled, "person with something new", "people with something new"),
                .. Part(touches, "touchpoint", "touchpoints"),
            ];
            return $"Taken back: the import, with {string.Join(", ", parts)}.";
        }

        if (undone.Changes is [{ Kind: BookChangeKind.Touchpoint, Action: var action }] && TouchOf(undone) is { } touchpoint)
        {
            var names = touchpoint.Participants.Select(id => (undone.Before.Find(id) ?? undone.Book.Find(id))?.Name ?? id.Value);
            var what = action switch
            {
                BookChangeAction.Removed => "the",
                _ when undone.Book.Touchpoints.Count > undone.Before.Touchpoints.Count => "that you took back the",
                _ => "the correction of the",
            };
            return $"Taken back: {what} {Words.Touch(touchpoint.Channel)} with {string.Join(", ", names)} on "
                + $"{Words.Date(touchpoint.At, undone.Book.Zone)}.";
        }

        var name = changes[0].Contact is { } id ? (undone.Before.Find(id) ?? undone.Book.Find(id))?.Name : null;
        var more = changes.Length - 1;
        var rest = more == 0 ? "" : $" and {Words.Count(more, "change", "changes")} that came with it";
        return $"Taken back: {KindOf(changes[0])}{(name is null ? "" : $" ({name})")}{rest}.";
    }

    // Nothing else adds touchpoints of a source, or several things of which none is about one contact alone.
    private static bool IsImport(BookUpdate undone) =>
        undone.Changes.All(
            change => change.Kind is BookChangeKind.Contact or BookChangeKind.Touchpoint or BookChangeKind.Override
                or BookChangeKind.LogKind)
        && (undone.Changes.Count(change => change.Kind is BookChangeKind.Contact or BookChangeKind.Touchpoint) > 1
            || TouchOf(undone) is { Source: not null })
        && !undone.Changes.Any(change => change.Kind == BookChangeKind.Touchpoint && change.Action != BookChangeAction.Removed);

    // The touchpoint that only one of both books has.
    private static Touchpoint? TouchOf(BookUpdate undone)
    {
        var after = undone.Book.Touchpoints.ToHashSet();
        var before = undone.Before.Touchpoints.ToHashSet();
        return before.FirstOrDefault(touchpoint => !after.Contains(touchpoint))
            ?? after.FirstOrDefault(touchpoint => !before.Contains(touchpoint));
    }

    private static IEnumerable<string> Part(int number, string one, string many) =>
        number > 0 ? [Words.Count(number, one, many)] : [];

    private static string KindOf(BookChange change) => change.Kind switch
    {
        BookChangeKind.Contact when change.Action == BookChangeAction.Removed => "somebody new",
        BookChangeKind.Contact => "what was said of a contact",
        BookChangeKind.Touchpoint => "a touchpoint",
        BookChangeKind.Override => "how often to be in touch",
        BookChangeKind.Suspension => "a pause",
        BookChangeKind.Wishes => "wishes",
        BookChangeKind.Favour => "a favour",
        BookChangeKind.Introduction => "an introduction",
        BookChangeKind.AcceptedWeek => "an accepted week",
        BookChangeKind.NotNow => "a \"not now\"",
        BookChangeKind.Suggestion => "the answer to a suggestion",
        BookChangeKind.Correction => "a correction of a tie",
        BookChangeKind.Merge => "a merge",
        BookChangeKind.FreshStart => "a fresh start",
        BookChangeKind.Owner => "what was said of you",
        BookChangeKind.LogKind => "the kind of your log",
        _ => "a setting",
    };
}
