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

        var name = changes[0].Contact is { } id ? (undone.Before.Find(id) ?? undone.Book.Find(id))?.Name : null;
        var more = changes.Length - 1;
        var rest = more == 0 ? "" : $" and {Words.Count(more, "change", "changes")} that came with it";
        return $"Taken back: {KindOf(changes[0])}{(name is null ? "" : $" ({name})")}{rest}.";
    }

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
