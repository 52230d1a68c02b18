using System.CommandLine;
using Microsoft.Data.Sqlite;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>backup</c>, <c>restore</c> and <c>move</c>: the file of the book as a whole.</summary>
internal static class StoreCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Backup(screen);
        yield return Restore(screen);
        yield return Move(screen);
    }

    private static Command Backup(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "Where to; it must not be there yet." };
        return Create(screen, "backup", "Copies your book as it is, even while it is in use.", file, (path, place) =>
        {
            place.Open();
            OutputFile.Check("FILE", path, force: false, place.Path);
            place.BackUp(path);
            return $"{path} is a copy of {place.Path}; \"restore {path}\" goes back to it.";
        });
    }

    private static Command Restore(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup made." };
        return Create(screen, "restore", "Goes back to a backup. The book as it is now is kept beside it.", file, (path, place) =>
        {
            // Whatever is wrong with the backup shows here, before anything is touched.
            var backup = new BookPlace(path);
            var contacts = backup.Open().Book.ContactCount;
            var kept = place.ReplaceBy(backup);
            return $"{place.Path} is as it was in {path}, with {Words.Count(contacts, "contact", "contacts")}." + (kept is null ? "" : $" As it was before, it is in {kept}.");
        });
    }

    private static Command Move(Screen screen)
    {
        var to = new Option<string>("--to") { Description = "Where to: the path of a new SQLite file, or its connection string.", HelpName = "CONNECTION", Required = true };
        var book = BookCommand.Option();
        var command = new Command("move", "Writes your book, with its whole history of changes, to another database.") { to, book };
        command.SetAction(parsed =>
        {
            var stored = BookPlace.Open(parsed.GetValue(book));
            var path = PathOf(parsed.GetRequiredValue(to));
            OutputFile.Check("--to", path, force: false, BookPlace.Find(parsed.GetValue(book))!.Path);
            new BookPlace(path).Create(stored.Owner, stored.Book);
            screen.Say($"{path} has your book now, {Words.Count(stored.Book.ContactCount, "contact", "contacts")}. {BookPlace.Find(parsed.GetValue(book))!.Path} is still there; set {BookPlace.Variable} or --book to the new one.");
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static Command Create(Screen screen, string name, string description, Argument<string> file, Func<string, BookPlace, string> operate)
    {
        var book = BookCommand.Option();
        var command = new Command(name, description) { file, book };
        command.SetAction(parsed =>
        {
            screen.Say(operate(parsed.GetRequiredValue(file), BookPlace.ForNew(parsed.GetValue(book))));
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static string PathOf(string connection)
    {
        if (!connection.Contains('=', StringComparison.Ordinal))
        {
            return connection;
        }

        try
        {
            return new SqliteConnectionStringBuilder(connection).DataSource;
        }
        catch (ArgumentException)
        {
            throw new UsageException("--to", "the connection is not one of SQLite; it must be a path, or one such as 'Data Source=people.db'.");
        }
    }
}
