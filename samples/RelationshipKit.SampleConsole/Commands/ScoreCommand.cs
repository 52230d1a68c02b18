using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>score</c>: how the ties of one owner stand.</summary>
internal static class ScoreCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions(hidesReading: false);
        var top = new Option<string?>("--top")
        {
            Description = "Show only the strongest N ties, in JSON too; at least 1. All if left out.",
            HelpName = "N"
        };
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command("score", "Scores the ties of one owner, strongest first.") { top, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var shown = TopOf(parsed.GetValue(top));
            var input = options.Load(parsed, screen);
            var ties = TieList.Of(input);
            if (parsed.GetValue(json))
            {
                var document = new ScoreJson(
                    input.Network.Owner,
                    TieJson.Text(input.AsOf)!,
                    input.Zone.Id,
                    [.. ties.Take(shown).Select(TieJson.Of)]);
                screen.Output.Write(JsonSerializer.Serialize(document, ConsoleJsonContext.Default.ScoreJson) + "\n");
                return ConsoleApp.Success;
            }

            ScoreTable.Show(screen, input, ties, shown);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static int TopOf(string? text) =>
        text is null ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top >= 1 ? top
        : throw new UsageException("--top", $"'{text}' is not valid; it must be a whole number from 1.");
}
