using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>due --json</c> prints.</summary>
internal sealed record DueJson(string Owner, string AsOf, string Zone, string By, string Policies, IReadOnlyList<DueContactJson> Contacts)
{
    public static DueJson Of(DueList list)
    {
        var input = list.Opened.Input;
        return new DueJson(
            input.Network.Owner,
            TieJson.Text(input.AsOf)!,
            input.Zone.Id,
            Text(list.By)!,
            list.Opened.IsProposed ? "proposed" : "own",
            [.. list.Rows.Select(row => DueContactJson.Of(row.Contact, row.Resolution, list.By))]);
    }

    public static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
