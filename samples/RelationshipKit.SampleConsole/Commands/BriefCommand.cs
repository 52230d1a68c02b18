using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>brief</c>: one page about one person before a call.</summary>
internal static class BriefCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions(isRequired: false);
        var contact = new Option<string>("--contact") { Description = "The id of the contact.", HelpName = "ID", Required = true };
        var command = new Command("brief", "Prepares you for a call: what was last, what to speak of, what to offer, what to leave alone.") { contact };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var tie = TieList.Find(opened.Input, parsed.GetRequiredValue(contact));
            BriefPage.Show(screen, opened, tie);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
