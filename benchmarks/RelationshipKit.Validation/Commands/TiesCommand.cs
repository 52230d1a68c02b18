using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Validation.Protocol;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>ties</c>: how well the kit and simpler ways say which ties of a network will be in touch.</summary>
internal static class TiesCommand
{
    public static Command Create(TextWriter output)
    {
        var options = new TiesOptions();
        var svg = new Option<DirectoryInfo?>("--svg")
        {
            Description = "Also write a reliability diagram of the run into this folder.",
            HelpName = "DIR"
        };
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command(
            "ties", "Says at days of a network's past which ties will be in touch, and compares with what happened.") { svg, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (network, settings) = options.Read(parsed);
            var models = TiesProtocol.Trainable(network, settings, Models.All(options.HazardOf(parsed)));
            var report = TiesReport.Of(TiesProtocol.Run(network, settings, models), settings, models, Models.Reference);
            var run = TiesJson.Of(network.Name, settings, report, options.HazardFileOf(parsed)?.Name);
            if (parsed.GetValue(svg) is { } folder)
            {
                Write(folder, ReliabilityDiagram.Of(TiesPage.TitleOf(run), report));
            }

            if (parsed.GetValue(json))
            {
                output.Write(JsonSerializer.Serialize(run, ReportJsonContext.Default.TiesJson) + "\n");
                return ValidationApp.Success;
            }

            foreach (var line in TiesPage.Of(network, run))
            {
                output.Write(line + "\n");
            }

            return ValidationApp.Success;
        });
        return command;
    }

    private static void Write(DirectoryInfo folder, string picture)
    {
        var path = Path.Combine(folder.FullName, "reliability.svg");
        try
        {
            folder.Create();
            File.WriteAllText(path, picture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--svg: {path} cannot be written.", e);
        }
    }
}
