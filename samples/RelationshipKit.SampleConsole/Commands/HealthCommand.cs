using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Charts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>health</c>: how the whole network stands.</summary>
internal static class HealthCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var svg = new Option<string?>("--svg") { Description = "Where to write the last twelve months as a picture.", HelpName = "FILE" };
        var force = OutputFile.Force();
        var command = new Command(
            "health", "Describes the whole network: circles, facets, which way ties go, intended against actual contact.") { json, svg,
            force };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen)).WithKnownPolicies();
            var health = opened.Book.HealthAt(opened.Input.AsOf);
            if (parsed.GetValue(svg) is { } path)
            {
                OutputFile.WriteText(
                    "--svg", path, parsed.GetValue(force),
                    HealthChart.Of(
                        health, new ChartOptions { Title = Words.Sentence(Words.Whose("last months", opened.Input.Network.Owner)) })
                        .ToSvg(),
                    opened.Input.Path);
            }

            if (parsed.GetValue(json))
            {
                screen.Output.Write(
                    JsonSerializer.Serialize(HealthJson.Of(opened.Input, health), ConsoleJsonContext.Default.HealthJson) + "\n");
                return ConsoleApp.Success;
            }

            HealthPage.Show(screen, opened, health);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
