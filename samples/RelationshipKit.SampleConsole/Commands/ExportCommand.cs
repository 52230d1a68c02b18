using System.CommandLine;
using System.Text;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>export</c>: the book as a file for other programs.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, string Extension, string What, Action<RelationshipBook, Stream, Screen> Write)[] Formats =
    [
        ("vcard", ".vcf", "the contacts as vCard 4.0", (book, stream, _) => Export.VCard(book, stream)),
        ("vcard3", "", "the contacts as vCard 3.0", (book, stream, _) => Export.VCard(book, stream, VCardVersion.Three)),
        ("csv", ".csv", "the contacts as CSV, safe to open in a spreadsheet", (book, stream, _) => Export.Csv(book, stream)),
        ("csv-lossless", "", "the contacts as CSV, each character as it is", (book, stream, _) => Export.LosslessCsv(book, stream)),
        ("ics", ".ics", "what is due and the birthdays as a calendar", (book, stream, screen) => Export.Calendar(book, stream, screen.Now)),
        ("json", ".json", "the whole book", (book, stream, _) => Export.Json(book, stream)),
    ];

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "Where to; - is the standard output." };
        var book = BookCommand.Option();
        var format = new Option<string?>("--format")
        {
            Description =
                $"{string.Join("; ", Formats.Select(row => $"{row.Name}: {row.What}"))}. If left out, told by the ending of the name.",
            HelpName = "F",
        };
        var force = OutputFile.Force();
        var command = new Command(
            "export", "Writes your book for other programs: address books, spreadsheets, calendars.") { file, format, book, force };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var (_, _, what, write) = FormatOf(parsed.GetValue(format), path);
            var place = BookPlace.Find(parsed.GetValue(book));
            var current = BookPlace.Open(parsed.GetValue(book)).Book;
            if (path == StandardInput.Name)
            {
                using var memory = new MemoryStream();
                write(current, memory, screen);
                screen.Output.Write(Encoding.UTF8.GetString(memory.ToArray()));
                return ConsoleApp.Success;
            }

            OutputFile.Write("FILE", path, parsed.GetValue(force), stream => write(current, stream, screen), place!.Path);
            screen.Line(Markup.Escape($"{path} has {what}: {Words.Count(current.ContactCount, "contact", "contacts")}."));
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static (string Name, string Extension, string What, Action<RelationshipBook, Stream, Screen> Write) FormatOf(
        string? name, string path)
    {
        var row = Formats.FirstOrDefault(row => name is null
            ? row.Extension.Length > 0 && path.EndsWith(row.Extension, StringComparison.OrdinalIgnoreCase)
            : row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return row.Name is not null ? row
            : name is null
                ? throw new UsageException("--format", $"it is missing, and the name '{path}' does not tell; it must be one of {Names()}.")
            : throw new UsageException("--format", $"'{name}' is not a format; it must be one of {Names()}.");
    }

    private static string Names() => string.Join(", ", Formats.Select(row => row.Name));
}
