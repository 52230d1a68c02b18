using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>init</c>: a new book.</summary>
internal static class InitCommand
{
    private const int OccasionLeadDays = 7;

    public static Command Create(Screen screen)
    {
        var book = BookCommand.Option();
        var zone = new Option<string?>("--zone") { Description = "Your time zone, such as Europe/Berlin. If left out, that of this computer.", HelpName = "TZ" };
        var name = new Option<string?>("--name") { Description = "Your name; \"me\" if left out.", HelpName = "NAME" };
        var command = new Command("init", "Begins a book of your own.") { book, zone, name };
        command.SetAction(parsed =>
        {
            var place = BookPlace.ForNew(parsed.GetValue(book));
            if (File.Exists(place.Path))
            {
                throw new UsageException("--book", $"'{place.Path}' is there already; it stays as it is.");
            }

            var owner = parsed.GetValue(name) ?? "me";
            var empty = RelationshipBook.Create(parsed.GetValue(zone) is { } id ? Zones.Named(id) : Zones.OfComputer(), Cadence.Soonest(Cadence.ByCircle(), Cadence.Occasions(OccasionLeadDays)));
            BookCommand.Checked("--name", () => place.Create(owner, empty));
            screen.Line(Markup.Escape($"{place.Path} is your book, in the time of {empty.Zone.Id}. What to do next:"));
            screen.Line(Markup.Escape($"{Screen.Indent}add \"Ada Lovelace\" --circle close     somebody you care about"));
            screen.Line(Markup.Escape($"{Screen.Indent}log ada call --on yesterday          what you did together"));
            screen.Line(Markup.Escape($"{Screen.Indent}due                                  whose turn it is"));
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
