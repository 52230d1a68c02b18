using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>import</c>: what is in the files that people have.</summary>
internal static class ImportCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE...")
        {
            Description = "Address books, mailboxes, calendars, chats, calls; zip and gzip too. - is the standard input.",
            Arity = new ArgumentArity(1, 100_000)
        };
        var book = BookCommand.Option();
        var reading = new ReadingOptions(isHidden: false);
        reading.SkipBad.Description = "Leave bad records out and go on; so it is without the option, too.";
        var format = new Option<string?>("--format")
        {
            Description = $"What the files are, if it does not show: {string.Join(", ", ImportSettings.Formats)}.",
            HelpName = "F"
        };
        var facet = new Option<string?>("--facet")
        {
            Description = "The side of life all of it belongs to, such as family or professional.",
            HelpName = "F"
        };
        var strict = new Option<bool>("--strict") { Description = "Refuse a file at its first bad record." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would happen, and change nothing." };
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "import",
            "Reads the files you have into your book: address books, mail, calendars, chats, calls. Nothing is added twice; undo "
                + "takes it back.")
        {
            files, book, dry, json, format, facet, strict,
        };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(strict) && parsed.GetValue(reading.SkipBad))
            {
                throw new UsageException("--strict", "it does not go with --skip-bad.");
            }

            var settings = reading.Settings(parsed, screen.Now) with { IsStrict = parsed.GetValue(strict) };
            settings = BookCommand.Checked("--format", () => settings with { Format = parsed.GetValue(format) });
            settings = BookCommand.Checked(
                "--facet", () => settings with { Facet = parsed.GetValue(facet) is { } side ? Facet.FromName(side) : null });
            var isDry = parsed.GetValue(dry);
            var stored = isDry && !File.Exists(BookPlace.Find(parsed.GetValue(book))?.Path) ? null : BookPlace.Open(parsed.GetValue(book));
            var current = stored?.Book ?? RelationshipBook.Create(Zones.OfComputer());

            string[] paths = [.. parsed.GetRequiredValue(files).Select(screen.Input.PathOf)];
            var import = ReadingBar.Show(
                screen, paths, progress => Import.ReadAsync(paths, settings, current, progress).GetAwaiter().GetResult());
            var report = import.Report;
            if (report.HasErrors)
            {
                // The reason first; what is right with the other files comes after it.
                var code = ConsoleApp.Fail(screen, ErrorOf(report, isDry).Message);
                if (report.Files.Any(file => file.Error is null))
                {
                    Show(screen, report, false, parsed.GetValue(json), null);
                }

                return code;
            }

            var update = BookCommand.Checked("import", () => import.Apply(current));
            if (!update.Refused.IsEmpty)
            {
                throw new UsageException("import", update.Refused[0].Message);
            }

            if (!isDry)
            {
                BookCommand.Save(stored!, update, "import");
            }

            Show(screen, report, !isDry, parsed.GetValue(json), update);
            return ConsoleApp.Success;
        });
        return command;
    }

    private static void Show(Screen screen, ImportReport report, bool applied, bool json, BookUpdate? update)
    {
        if (json)
        {
            screen.Output.Write(
                JsonSerializer.Serialize(ImportJson.Of(report, applied, screen.Input.Named), ConsoleJsonContext.Default.ImportJson) + "\n");
            return;
        }

        ImportPage.Show(screen, report, applied, update);
        screen.Flush();
    }

    // One line, however many files failed and for whatever reason.
    private static UsageException ErrorOf(ImportReport report, bool isDry)
    {
        var failed = report.Files.Where(file => file.Error is not null).ToArray();
        var others = string.Concat(failed[1..].Select(file => $" {file.Path}: {file.Error!.TrimEnd('.')}."));
        return new UsageException(
            failed[0].Path,
            $"{failed[0].Error!.TrimEnd('.')}.{others}{(report.Files.Length == failed.Length || isDry ? "" : " Nothing was added.")}");
    }
}
