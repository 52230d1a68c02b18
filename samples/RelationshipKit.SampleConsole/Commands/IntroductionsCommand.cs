using System.CommandLine;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>introductions</c>: who could help whom, and does not know them yet.</summary>
internal static class IntroductionsCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "introductions",
            "Finds contacts who could help each other and do not know each other yet. Both are asked before anything is made.") { json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var proposals = opened.Book.FindIntroductions(opened.Input.AsOf);
            if (parsed.GetValue(json))
            {
                screen.Output.Write(
                    JsonSerializer.Serialize(IntroductionsJson.Of(opened, proposals), ConsoleJsonContext.Default.IntroductionsJson) + "\n");
                return ConsoleApp.Success;
            }

            IntroductionsPage.Show(screen, opened, proposals);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
