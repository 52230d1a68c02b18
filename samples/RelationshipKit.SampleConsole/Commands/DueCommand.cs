using System.CommandLine;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>due</c>: with whom a touch is wanted, and why.</summary>
internal static class DueCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var by = new Option<string?>("--by")
        {
            Description = "The day by which, in the owner's zone, such as 2026-03-08. If left out, the day looked from.",
            HelpName = "DATE"
        };
        var json = new Option<bool>("--json") { Description = "Print JSON, everybody in it, and nothing else." };
        var command = new Command("due", "Lists with whom a touch is wanted by a day, which policy says so, and why.") { by, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var list = DueList.Of(OpenBook.Of(options.Load(parsed, screen)).WithKnownPolicies(), parsed.GetValue(by));
            if (parsed.GetValue(json))
            {
                screen.Output.Write(JsonSerializer.Serialize(DueJson.Of(list), ConsoleJsonContext.Default.DueJson) + "\n");
                return ConsoleApp.Success;
            }

            DuePage.Show(screen, list);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
