using System.CommandLine;
using RelationshipKit.Contacts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>init</c>: a new book.</summary>
internal static class InitCommand
{
    private const int OccasionLeadDays = 7;

    public static Command Create(Screen screen)
    {
        var book = BookCommand.Option();
        var zone = new Option<string?>("--zone")
        {
            Description = "Your time zone, such as Europe/Berlin. If left out, that of this computer.",
            HelpName = "TZ"
        };
        var name = new Option<string?>("--name") { Description = "Your name; \"me\" if left out.", HelpName = "NAME" };
        var me = new Option<string[]>("--me")
        {
            Description = "Your own e-mail address, number or name in chats, by which imports know you; may be repeated.",
            HelpName = "ADDRESS"
        };
        var command = new Command("init", "Begins a book of your own.") { book, zone, name, me };
        command.SetAction(parsed =>
        {
            var place = BookPlace.ForNew(parsed.GetValue(book));
            if (File.Exists(place.Path))
            {
                throw new UsageException("--book", $"'{place.Path}' is there already; it stays as it is.");
            }

            var owner = parsed.GetValue(name) ?? "me";
            var empty = RelationshipBook.Create(
                parsed.GetValue(zone) is { } id ? Zones.Named(id) : Zones.OfComputer(),
                Cadence.Soonest(Cadence.ByCircle(), Cadence.Occasions(OccasionLeadDays)));
            if (parsed.GetValue(me) is { Length: > 0 } mine)
            {
                empty = BookCommand.Checked(
                    "--me",
                    () => empty.WithOwner(new OwnerProfile { Addresses = [.. mine.Select(SettingsCommand.OwnAddress).Distinct()] })
                            .OrThrow());
            }

            BookCommand.Checked("--name", () => place.Create(owner, empty));
            FirstSteps.Show(screen, $"{place.Path} is your book, in the time of {empty.Zone.Id}. What to do next:");
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
