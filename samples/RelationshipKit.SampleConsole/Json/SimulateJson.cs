using RelationshipKit.Planning.Simulation;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>simulate --json</c> prints.</summary>
internal sealed record SimulateJson(
    string Owner,
    string AsOf,
    string Zone,
    string Policies,
    ulong Seed,
    int Reached,
    double MeanPerWeek,
    WeekJson Peak,
    IReadOnlyList<string> NeverReached,
    IReadOnlyList<WeekJson> Weeks,
    IReadOnlyList<SimulatedContactJson> Contacts)
{
    public static SimulateJson Of(OpenBook opened, CadenceSimulation simulation) => new(
        opened.Input.Network.Owner,
        TieJson.Text(opened.Input.AsOf)!,
        opened.Input.Zone.Id,
        opened.IsProposed ? "proposed" : "own",
        simulation.Settings.Seed,
        simulation.Reached,
        simulation.MeanPerWeek,
        WeekJson.Of(simulation.Peak),
        [.. simulation.NeverReached.Select(contact => contact.Value)],
        [.. simulation.Weeks.Select(WeekJson.Of)],
        [.. simulation.Contacts.Select(
            contact =>
                new SimulatedContactJson(contact.Contact.Value, contact.Reached, contact.Answered, contact.Theirs, contact.DueDays))]);
}
