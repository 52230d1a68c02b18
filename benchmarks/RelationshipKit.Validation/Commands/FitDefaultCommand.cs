using System.CommandLine;
using System.Globalization;
using RelationshipKit.Validation.Data;

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
        var command = new Command("fit-default", "Fits the hazard that the kit ships with, from public networks alone.") { data };
        command.SetAction(parsed =>
        {
            foreach (var (network, cut) in DefaultNetworks.Read(parsed.GetRequiredValue(data).FullName))
            {
                var contacts = network.Pairs.Sum(pair => pair.Contacts.Count(contact => contact.Seconds <= network.CutAfter(cut)));
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{network.Name}: {network.People.Length} people, {network.Pairs.Length} pairs, {contacts} contacts up to day {cut}"));
            }

            return ValidationApp.Success;
        });
        return command;
    }
}
