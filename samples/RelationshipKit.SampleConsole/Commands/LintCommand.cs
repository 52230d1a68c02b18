using System.CommandLine;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>lint</c>: whether the policies can do what they say, and whom they leave out.</summary>
internal static class LintCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "lint",
            "Reviews the cadence policies: whom they leave out, what cannot be met. Ends with 1 if there is a problem, with 0 if "
                + "there is only advice.") { json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var findings = opened.Book.ReviewCadences(opened.Input.AsOf);
            if (parsed.GetValue(json))
            {
                screen.Output.Write(JsonSerializer.Serialize(LintJson.Of(opened, findings), ConsoleJsonContext.Default.LintJson) + "\n");
            }
            else
            {
                LintPage.Show(screen, opened, findings);
                screen.Flush();
            }

            return findings.Any(finding => finding.IsProblem) ? ConsoleApp.Problems : ConsoleApp.Success;
        });
        return command;
    }
}
