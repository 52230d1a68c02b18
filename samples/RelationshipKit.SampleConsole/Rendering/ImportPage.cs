using System.Globalization;
using RelationshipKit.Forecasts;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>What an import read, what it did, and what is left to the owner.</summary>
internal static class ImportPage
{
    private const int MostFiles = 20;
    private const int MostSkipped = 3;
    private const int MostSuggestions = 5;
    private const int MostNew = 5;

    /// <summary>Shows the page; without an update, only what is in the files that can be used.</summary>
    public static void Show(Screen screen, ImportReport report, bool applied, BookUpdate? update)
    {
        var read = report.Files.Where(file => file.Error is null).ToArray();
        foreach (var file in read.Take(MostFiles))
        {
            screen.Say($"{screen.Input.Named(file.Path)}: {Content(file)}");
            foreach (var skipped in file.Skipped.Take(MostSkipped))
            {
                In(screen, $"left out {skipped.Where}: {skipped.Reason}");
            }

            if (file.SkippedCount > MostSkipped)
            {
                In(screen, $"and {Number(file.SkippedCount - MostSkipped)} more left out; --json has them");
            }

            foreach (var unread in file.Unread.Take(MostSkipped))
            {
                In(screen, $"{unread.Where}: {unread.Reason}");
            }

            if (file.UnreadCount > MostSkipped)
            {
                In(screen, $"and {Number(file.UnreadCount - MostSkipped)} more values that are not valid; --json has them");
            }

            foreach (var note in file.Notes)
            {
                In(screen, note);
            }
        }

        if (read.Length > MostFiles)
        {
            screen.Say($"and {Number(read.Length - MostFiles)} more files; --json has them");
        }

        if (update is null)
        {
            return;
        }

        screen.Line();
        var (people, touches) = (report.Contacts, report.Touchpoints);
        screen.Line($"[bold]{(applied ? "Added to your book" : "This would be added")}[/]");
        In(
            screen,
            $"people: {Number(people.Added)} new, {Number(people.Changed)} with something new, {Number(people.Same)} as they "
                + $"were{Some(people.Forgotten, "erased before and left out")}");
        ShowNew(screen, report, update);
        In(
            screen,
            $"touchpoints: {Number(touches.Added)} new{Some(touches.Future, "of them in the future")}"
                + $"{Some(touches.Duplicates, "known already")}{Some(touches.Attempts, "attempts")}{Some(touches.Automatic, "automatic")}"
                + Some(touches.WithoutContact, "with nobody of yours"));
        if (!report.Me.IsEmpty)
        {
            In(screen, report.IsMeProposed
                ? $"You seem to be {string.Join(", ", report.Me)}. If not: undo, and say --me."
                : $"You are {string.Join(", ", report.Me)}.");
        }

        if (report.LogKind != LogKind.Unknown)
        {
            In(
                screen,
                $"Kind of log: {LogKinds.NameOf(report.LogKind)}, {LogKinds.MeaningOf(report.LogKind)}. If not so: settings --log-kind.");
        }

        foreach (var note in report.Notes)
        {
            In(screen, note);
        }

        if (!report.Suggestions.IsEmpty)
        {
            screen.Line();
            screen.Line("[bold]Perhaps one person[/]");
            DuplicatesPage.ShowPairs(screen, report.Suggestions.Take(MostSuggestions), update.Book, update.Before);
            if (report.Suggestions.Length > MostSuggestions)
            {
                In(screen, $"and {Number(report.Suggestions.Length - MostSuggestions)} more; \"duplicates\" lists them");
            }
        }

        screen.Line();
        screen.Line(!applied ? "Nothing was changed."
            : people.Added + people.Changed + touches.Added == 0 ? "All of it was in your book already; nothing was changed."
            : "\"undo\" takes all of it back; \"due\" says whose turn it is.");
    }

    // Those of whom a ghost may be one come first.
    private static void ShowNew(Screen screen, ImportReport report, BookUpdate update)
    {
        var doubtful = report.Suggestions.SelectMany(pair => (ContactId[])[pair.A, pair.B]).ToHashSet();
        Contact[] people =
        [
            .. update.Book.Contacts.Where(contact => update.Before.Find(contact.Id) is null)
                .OrderBy(contact => !doubtful.Contains(contact.Id)).ThenBy(contact => contact.Name.Trim().Contains(' ')),
        ];
        if (people.Length > 0)
        {
            var names = new ShownNames(update.Book.Contacts);
            var rest = people.Length > MostNew ? $", and {Number(people.Length - MostNew)} more" : "";
            In(screen, $"new: {string.Join(", ", people.Take(MostNew).Select(names.Of))}{rest}");
        }
    }

    private static string Content(ImportedFile file)
    {
        string[] parts =
        [
            .. file.Contacts > 0 ? [Words.Count(file.Contacts, "person", "people")] : Array.Empty<string>(),
            .. file.Touchpoints > 0 ? [Words.Count(file.Touchpoints, "touchpoint", "touchpoints")] : Array.Empty<string>(),
        ];
        return $"{file.Format}, {Words.Count(file.Records, "record", "records")}: "
            + (parts.Length > 0 ? string.Join(", ", parts) : "nothing to add")
            + Some(file.Attempts, "attempts") + Some(file.Automatic, "automatic") + Some(file.SkippedCount, "left out");
    }

    private static string Some(long count, string what) => count == 0 ? "" : $", {Number(count)} {what}";

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void In(Screen screen, string text) => screen.Say(text, Screen.Indent.Length);
}
