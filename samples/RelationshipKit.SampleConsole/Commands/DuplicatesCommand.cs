using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>duplicates</c>: contacts that may be one person.</summary>
internal static class DuplicatesCommand
{
    public static Command Create(Screen screen)
    {
        var book = BookCommand.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var dismiss = new Option<string[]>("--dismiss")
        {
            Description = "These two are not one person; do not ask again.",
            HelpName = "A B",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true
        };
        var command = new Command("duplicates", "Lists contacts that may be one person, and why.") { book, dismiss, json };
        command.SetAction(parsed =>
        {
            var stored = BookPlace.Open(parsed.GetValue(book));
            if (parsed.GetValue(dismiss) is { Length: 2 } both)
            {
                Dismiss(screen, stored, both);
                return ConsoleApp.Success;
            }

            var pairs = DuplicateContacts.Find(stored.Book);
            if (parsed.GetValue(json))
            {
                screen.Output.Write(
                    JsonSerializer.Serialize(
                        new DuplicatesJson([.. pairs.Select(DuplicateJson.Of)]), ConsoleJsonContext.Default.DuplicatesJson) + "\n");
                return ConsoleApp.Success;
            }

            DuplicatesPage.Show(screen, pairs, stored.Book);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static void Dismiss(Screen screen, Storage.IStoredBook stored, string[] both)
    {
        Contact[] contacts = [.. both.Select(name => ContactFinder.Find(stored.Book.Contacts, name, "--dismiss"))];
        var pair = DuplicateContacts.Find(stored.Book)
            .FirstOrDefault(
                pair => contacts.All(contact => contact.Id == pair.A || contact.Id == pair.B) && contacts[0].Id != contacts[1].Id)
            ?? throw new UsageException(
                "--dismiss", $"{contacts[0].Name} and {contacts[1].Name} are not suggested as one person; there is nothing to dismiss.");
        BookCommand.Save(stored, stored.Book.Dismiss(pair.Key), "duplicates");
        screen.Line(Markup.Escape($"{contacts[0].Name} and {contacts[1].Name} are two people."));
        screen.Flush();
    }
}
