using System.CommandLine;
using Microsoft.Data.Sqlite;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>backup</c>, <c>restore</c>, <c>move</c> and <c>retain</c>: the book as a whole.</summary>
internal static class StoreCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Backup(screen);
        yield return Restore(screen);
        yield return Move(screen);
        yield return Retain(screen);
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
            return $"{place.Path} is as it was in {path}, with {Words.Count(contacts, "contact", "contacts")}."
                + (kept is null ? "" : $" As it was before, it is in {kept}.");
        });
    }

    private static Command Move(Screen screen)
    {
        var to = new Option<string>("--to")
        {
            Description = "Where to: the path of a new SQLite file, its connection string, or that of a PostgreSQL server.",
            HelpName = "CONNECTION",
            Required = true
        };
        var book = BookCommand.Option();
        var command = new Command("move", "Writes your book, with its whole history of changes, to another database.") { to, book };
        command.SetAction(parsed =>
        {
            var stored = BookPlace.Open(parsed.GetValue(book));
            var (connection, here) = (parsed.GetRequiredValue(to), BookPlace.Find(parsed.GetValue(book))!.Path);
            var contacts = Words.Count(stored.Book.ContactCount, "contact", "contacts");
            if (PathOf(connection) is { } path)
            {
                OutputFile.Check("--to", path, force: false, here);
                new BookPlace(path).Create(stored.Owner, stored.Book);
                screen.Say(
                    $"{path} has your book now, {contacts}. {here} is still there; set {BookPlace.Variable} or --book to the new one.");
            }
            else
            {
                ServerPlace.Create(connection, stored.Owner, stored.Book);
                screen.Say(
                    $"The server has your book now, {contacts}, for programs that ask for the owner {stored.Owner}. {here} is still "
                        + "there; this program goes on with it.");
            }

            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static Command Retain(Screen screen)
    {
        var before =
            new Option<string>("--before") { Description = "What ended before this day is forgotten.", HelpName = "DATE", Required = true };
        return BookCommand.Create(
            screen, "retain",
            "Forgets for good what happened before a day: touchpoints, their notes and corrections. How your ties stand is kept, and "
                + "so are the first contact with each person and the last one before that day.",
            [before],
            (parsed, book) =>
        {
            var day = Moment.Day(parsed.GetRequiredValue(before), screen.Now, book.Zone, "--before");
            if (day > screen.Now.InZone(book.Zone).Date)
            {
                throw new UsageException(
                    "--before",
                    $"'{parsed.GetRequiredValue(before)}' is a day to come; it must not be after today, since what is forgotten does "
                        + "not come back.");
            }

            var update = book.ForgetTouchpointsBefore(day.AtStartOfDayInZone(book.Zone).ToInstant());
            return (update, $"Forgot {Words.Count(update.Erasure?.Touchpoints ?? 0, "touchpoint", "touchpoints")} from before "
                + $"{parsed.GetRequiredValue(before)}. Scores stay as they were; backups still have what is forgotten.");
        });
    }

    private static Command Create(
        Screen screen, string name, string description, Argument<string> file, Func<string, BookPlace, string> operate)
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

    // Null if it is not a connection string of SQLite.
    private static string? PathOf(string connection)
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
            return null;
        }
    }
}
