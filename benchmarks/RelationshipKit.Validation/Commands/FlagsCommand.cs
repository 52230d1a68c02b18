using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>flags</c>: what becomes of ties that are called lost.</summary>
internal static class FlagsCommand
{
    // In the order of the kinds, without the unknown one.
    private static readonly string[] Kinds = [.. Enum.GetNames<LogKind>()[1..].Select(name => name.ToLowerInvariant())];

    public static Command Create(TextWriter output)
    {
        var files = TiesOptions.Files();
        var cuts = new Option<string>("--cuts")
        {
            Description =
                "Days after the first row at which to ask; they may be decimal, and all count together. Each at least 90 days before "
                    + "the last row.",
            HelpName = "D1,D2,...",
            Required = true,
        };
        var kind = new Option<string?>("--log-kind")
        {
            Description = $"Begin with the rates of this kind of log: {string.Join(", ", Kinds)}, or default. Default if left out.",
            HelpName = "KIND"
        };
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command(
            "flags", "Says at days of a network's past which ties are losing touch, and what became of them.") { files, cuts, kind, json };
        command.SetAction(parsed =>
        {
            var days = TiesOptions.CutsOf(parsed.GetRequiredValue(cuts), least: 1);
            var hazard = HazardOf(parsed.GetValue(kind));
            var network = EdgeListFile.Read(parsed.GetRequiredValue(files));
            TiesOptions.CheckSpan(network, FlagsProtocol.HorizonDays, days);
            var run = FlagsProtocol.Run(network, days, hazard);
            if (parsed.GetValue(json))
            {
                output.Write(JsonSerializer.Serialize(run, ReportJsonContext.Default.FlagsJson) + "\n");
                return ValidationApp.Success;
            }

            foreach (var line in FlagsPage.Of(run))
            {
                output.Write(line + "\n");
            }

            return ValidationApp.Success;
        });
        return command;
    }

    private static RhythmHazard HazardOf(string? name) =>
        name is null or "default" ? RhythmHazard.Default
        : Array.IndexOf(Kinds, name) is var kind and >= 0 ? RhythmHazard.For((LogKind)(kind + 1))
        : throw new BadInputException($"--log-kind: '{name}' will not do; it must be {string.Join(", ", Kinds)} or default.");
}
