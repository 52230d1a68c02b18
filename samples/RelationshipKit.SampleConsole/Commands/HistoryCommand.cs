using System.CommandLine;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>history</c>: what happened with somebody.</summary>
internal static class HistoryCommand
{
    private const int Shown = 20;

    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var name = ContactArgument.Create();
        var all = new Option<bool>("--all") { Description = $"Show all, not the last {Shown}." };
        var json = new Option<bool>("--json") { Description = "Print JSON, all of it, and nothing else." };
        var command = new Command(
            "history", "Lists what happened with somebody, the last first, with the numbers that correct and retract take.") { name, all,
            json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var contact = ContactArgument.Find(parsed, opened.Book, name);
            if (parsed.GetValue(json))
            {
                screen.Output.Write(
                    JsonSerializer.Serialize(HistoryJson.Of(opened, contact), ConsoleJsonContext.Default.HistoryJson) + "\n");
                return ConsoleApp.Success;
            }

            HistoryPage.Show(screen, opened, contact, parsed.GetValue(all) ? int.MaxValue : Shown);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
