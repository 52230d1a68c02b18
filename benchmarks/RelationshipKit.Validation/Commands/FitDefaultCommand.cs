using System.CommandLine;
using System.Globalization;
using RelationshipKit.Forecasts;
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
            Description =
                "Where to write the rates; src/RelationshipKit/Forecasts/default-hazard.txt is what the kit embeds. Printed if left out.",
            HelpName = "FILE",
        };
        var without = new Option<string?>("--without")
        {
            Description = "Leave out the network whose name begins so, to see what the others say of it.",
            HelpName = "NAME",
        };
        var kind = new Option<string?>("--kind")
        {
            Description =
                "With 'mail', make the rates of mail and phone logs, src/RelationshipKit/Forecasts/mail-hazard.txt: those the kit "
                    + "ships with, fitted to the mail alone.",
            HelpName = "KIND",
        };
        var command = new Command(
            "fit-default", "Fits the hazard that the kit ships with, from public networks alone.") { data, file, without, kind };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var text = parsed.GetValue(kind) switch
            {
                null => TextOf(folder, parsed.GetValue(without)),
                "mail" when parsed.GetValue(without) is null => MailTextOf(folder),
                "mail" => throw new BadInputException("--without: it goes with the rates of all kinds, not with --kind."),
                var other => throw new BadInputException($"--kind: '{other}' will not do; it must be mail, or be left out."),
            };
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

    /// <summary>Returns the text of the rates of mail and phone logs: those the kit ships with, fitted to the network of mail.</summary>
    public static string MailTextOf(string folder)
    {
        var (network, cutDays) = DefaultNetworks.ReadMail(folder);
        var gaps = NetworkGaps.Of(network, network.CutAfter(cutDays));
        var fitted = RhythmHazard.Default.FittedTo(gaps.History, gaps.Ties, gaps.AsOf);
        return RatesFile.TextOf(
            fitted.Rates.AsSpan(),
            [
                "The rates of the smooth rhythm hazard for mail and phone logs: a line for each stratum, a number for each bin.",
                "Made by: dotnet run -c Release --project benchmarks/RelationshipKit.Validation -- fit-default --data DIR --kind mail",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{network.Name} to day {cutDays}: {gaps.History.Gaps} gaps of {gaps.Ties.Count} ties, shrunk to "
                        + $"default-hazard.txt at level {fitted.Level:0.0000000}"),
            ]);
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
            names.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{network.Name} to day {cutDays}: {networks[^1].History.Gaps} gaps of {networks[^1].Ties.Count} ties"));
        }

        return DefaultFit.Of(networks).ToText(names);
    }
}
