using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>owners</c>: what forecasts are worth to one owner, who has no rows but their own.</summary>
internal static class OwnersCommand
{
    public static Command Create(TextWriter output)
    {
        var files = TiesOptions.Files();
        var horizon = new Option<string>("--horizon-days")
        {
            Description = "How far ahead to look from each cut, in days; more than 0.",
            HelpName = "H",
            Required = true
        };
        var cuts = new Option<string>("--cuts")
        {
            Description = "Days after the first row at which to ask; they may be decimal, and all count together.",
            HelpName = "D1,D2,...",
            Required = true
        };
        var minTies = new Option<string>("--min-ties")
        {
            Description = "Ask only owners of so many ties with two contact-days; at least 1, and 10 if left out.",
            HelpName = "K",
            DefaultValueFactory = _ => "10"
        };
        var owners = new Option<string?>("--owners")
        {
            Description = "Ask only so many of them at each cut, drawn by lot; all if left out.",
            HelpName = "N"
        };
        var seed = new Option<string>("--seed")
        {
            Description = "The seed of the draw; 1 if left out.",
            HelpName = "S",
            DefaultValueFactory = _ => "1"
        };
        var halves = new Option<bool>("--halves")
        {
            Description =
                "Part the people into two halves by lot: make a start of the ties among the one, the model half-fitted, and ask the "
                    + "owners of the other.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command(
            "owners",
            "Says at days of a network's past which of an owner's ties will be in touch, by how much of their own log the "
                + "owner has.")
        {
            files, horizon, cuts, minTies, owners, seed, halves, json,
        };
        command.SetAction(parsed =>
        {
            var settings = new OwnersSettings(
                TiesOptions.HorizonOf(parsed.GetRequiredValue(horizon)),
                TiesOptions.CutsOf(parsed.GetRequiredValue(cuts), least: 1),
                (int)TiesOptions.WholeNumber("--min-ties", parsed.GetRequiredValue(minTies), 1, int.MaxValue),
                parsed.GetValue(owners) is { } count ? (int)TiesOptions.WholeNumber("--owners", count, 1, int.MaxValue) : null,
                TiesOptions.WholeNumber("--seed", parsed.GetRequiredValue(seed), long.MinValue, long.MaxValue),
                parsed.GetValue(halves));
            var network = EdgeListFile.Read(parsed.GetRequiredValue(files));
            TiesOptions.CheckSpan(network, settings.HorizonDays, settings.CutDays);
            var run = OwnersProtocol.Run(network, settings);
            if (parsed.GetValue(json))
            {
                output.Write(JsonSerializer.Serialize(run, ReportJsonContext.Default.OwnersJson) + "\n");
                return ValidationApp.Success;
            }

            foreach (var line in OwnersPage.Of(run))
            {
                output.Write(line + "\n");
            }

            return ValidationApp.Success;
        });
        return command;
    }
}
