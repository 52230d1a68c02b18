using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>A command that writes to a person's own book.</summary>
internal static class BookCommand
{
    public static Option<string?> Option() => new("--book")
    {
        Description =
            $"The file of your book. If left out, the one that {BookPlace.Variable} names, else {BookPlace.DefaultName} in this folder.",
        HelpName = "PATH",
    };

    /// <summary>Makes a command of an operation on the book that says in one line what it did.</summary>
    public static Command Create(
        Screen screen, string name, string description, Symbol[] symbols,
        Func<ParseResult, RelationshipBook, (BookUpdate Update, string Done)> operate)
    {
        var book = Option();
        var command = new Command(name, description) { book };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction(parsed =>
        {
            var stored = BookPlace.Open(parsed.GetValue(book));
            var done = "";
            var update = Checked(name, () =>
            {
                (var made, done) = operate(parsed, stored.Book);
                return made;
            });
            if (!update.Refused.IsEmpty)
            {
                throw new UsageException(name, update.Refused[0].Message);
            }

            Save(stored, update, name);
            screen.Say(update.Changes.IsEmpty ? "Nothing to change." : done);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    /// <summary>Runs what may find a value that the library does not take.</summary>
    public static T Checked<T>(string argument, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new UsageException(argument, e.Message.Split(" (Parameter")[0]);
        }
    }

    public static void Save(IStoredBook stored, BookUpdate update, string name)
    {
        try
        {
            stored.SaveAsync(update).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is BookConflictException or InvalidOperationException)
        {
            throw new UsageException(name, e.Message);
        }
    }
}
