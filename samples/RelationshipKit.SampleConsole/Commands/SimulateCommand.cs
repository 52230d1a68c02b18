using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using RelationshipKit.Cadences;
using RelationshipKit.Charts;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>simulate</c>: a stretch of life under the policies, with a seed.</summary>
internal static class SimulateCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var weeks = new Option<string?>("--weeks") { Description = "For how many weeks, from 1 to 520; 52 if left out.", HelpName = "N" };
        var seed = new Option<string?>("--seed")
        {
            Description = "The seed of all that happens by chance, a whole number from 0; the same seed, the same output. 1 if left out.",
            HelpName = "S"
        };
        var most = new Option<string?>("--per-week")
        {
            Description = "How many contacts the owner reaches out to in a week at most, from 0 to 10000; as many as are due if left out.",
            HelpName = "N"
        };
        var svg = new Option<string?>("--svg") { Description = "Also draw the load of the weeks into this file.", HelpName = "FILE" };
        var force = OutputFile.Force();
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command(
            "simulate", "Lives ahead under the cadence policies: load per week, peaks, and who is never reached.") { weeks, seed, most,
            svg, force, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = new SimulationSettings
            {
                Weeks = Number("--weeks", parsed.GetValue(weeks), 1, 520) ?? 52,
                Seed = SeedOf(parsed.GetValue(seed)),
                MostPerWeek = Number("--per-week", parsed.GetValue(most), 0, 10_000),
            };
            var opened = OpenBook.Of(options.Load(parsed, screen)).WithKnownPolicies();
            var simulation = Run(opened, settings);
            if (parsed.GetValue(svg) is { } path)
            {
                OutputFile.WriteText(
                    "--svg", path, parsed.GetValue(force),
                    LoadChart.Of(
                        simulation,
                        new ChartOptions { Title = Words.Sentence($"{Words.Whose("touches", opened.Input.Network.Owner)} per week") })
                        .ToSvg(),
                    opened.Input.Path);
            }

            if (parsed.GetValue(json))
            {
                screen.Output.Write(
                    JsonSerializer.Serialize(SimulateJson.Of(opened, simulation), ConsoleJsonContext.Default.SimulateJson) + "\n");
                return ConsoleApp.Success;
            }

            SimulatePage.Show(screen, opened, simulation);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static CadenceSimulation Run(OpenBook opened, SimulationSettings settings)
    {
        try
        {
            return opened.Book.Simulate(opened.Input.AsOf, settings);
        }
        catch (CadencePolicyNotFoundException e)
        {
            throw new UsageException("--input", $"{opened.Input.Path}: {e.Message}");
        }
        catch (ArgumentOutOfRangeException e) when (e.ParamName == "asOf")
        {
            throw new UsageException(
                "--weeks",
                $"'{settings.Weeks.ToString(CultureInfo.InvariantCulture)}' leads past 9999-12-30; there must be fewer, or --as-of an "
                    + "earlier one.");
        }
    }

    private static int? Number(string option, string? text, int least, int most) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new UsageException(
            option,
            string.Create(CultureInfo.InvariantCulture, $"'{text}' is not valid; it must be a whole number from {least} to {most}."));

    private static ulong SeedOf(string? text) =>
        text is null ? 1
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new UsageException("--seed", $"'{text}' is not valid; it must be a whole number from 0 to 18446744073709551615.");
}
