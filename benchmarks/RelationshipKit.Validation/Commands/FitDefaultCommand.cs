using System.CommandLine;
using System.Globalization;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Defaults;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>fit-default</c>: makes the hazard that the kit ships with.</summary>
internal static class FitDefaultCommand
{
    public static Command Create(TextWriter output)
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder with the public edge lists, named as in benchmarks/README.md.",
            HelpName = "DIR",
            Required = true,
        };
        var file = new Option<FileInfo?>("--output")
        {
            Description = "Where to write the rates; src/RelationshipKit/Forecasts/default-hazard.txt is what the kit embeds. Printed if left out.",
            HelpName = "FILE",
        };
        var without = new Option<string?>("--without")
        {
            Description = "Leave out the network whose name begins so, to see what the others say of it.",
            HelpName = "NAME",
        };
        var command = new Command("fit-default", "Fits the hazard that the kit ships with, from public networks alone.") { data, file, without };
        command.SetAction(parsed =>
        {
            var text = TextOf(parsed.GetRequiredValue(data).FullName, parsed.GetValue(without));
            if (parsed.GetValue(file) is { } target)
            {
                File.WriteAllText(target.FullName, text);
            }
            else
            {
                output.Write(text);
            }

            return ValidationApp.Success;
        });
        return command;
    }

    /// <summary>Returns the text of the rates, fitted to the networks in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="without">How the name of a network to leave out begins; none if <see langword="null"/>.</param>
    public static string TextOf(string folder, string? without = null)
    {
        List<NetworkGaps> networks = [];
        List<string> names = [];
        foreach (var (network, cutDays) in DefaultNetworks.Read(folder, without))
        {
            networks.Add(NetworkGaps.Of(network, network.CutAfter(cutDays)));
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{network.Name} to day {cutDays}: {networks[^1].History.Gaps} gaps of {networks[^1].Ties.Count} ties"));
        }

        return DefaultFit.Of(networks).ToText(names);
    }
}
