using System.CommandLine;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>brief</c>: one page about one person before a call.</summary>
internal static class BriefCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var contact =
            new Option<string?>("--contact") { Description = "The contact, by id, address, name or a part of it.", HelpName = "NAME" };
        var name = ContactArgument.Optional("The same as --contact.");
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "brief", "Prepares you for a call: what was last, what to speak of, what to offer, what to leave alone.") { name, contact,
            json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var tie = TieList.Find(
                opened.Input,
                parsed.GetValue(contact) ?? parsed.GetValue(name)
                    ?? throw new UsageException("NAME", "it is missing; say whom, by id, name or a part of it."));
            if (parsed.GetValue(json))
            {
                var brief = opened.Book.BriefOf(tie.Contact.Id, opened.Input.AsOf);
                screen.Output.Write(JsonSerializer.Serialize(BriefJson.Of(opened, brief), ConsoleJsonContext.Default.BriefJson) + "\n");
                return ConsoleApp.Success;
            }

            BriefPage.Show(screen, opened, tie);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
