using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>history --json</c> prints.</summary>
internal sealed record HistoryJson(
    string Owner, string Zone, string Contact, string Name, IReadOnlyList<HistoryJson.TouchpointJson> Touchpoints)
{
    public static HistoryJson Of(OpenBook opened, Contact contact) => new(
        opened.Input.Network.Owner,
        opened.Book.Zone.Id,
        contact.Id.Value,
        contact.Name,
        [
            .. TouchList.Of(opened.Book, contact).Select(row => new TouchpointJson(
                row.Number,
                TieJson.Text(row.Touchpoint.At)!,
                row.Touchpoint.Channel.Name,
                row.Touchpoint.Direction.ToString(),
                row.Touchpoint.Outcome.ToString(),
                row.Touchpoint.Gesture.ToString(),
                row.Touchpoint.Length?.TotalMinutes,
                row.Touchpoint.Facet?.Name,
                row.Touchpoint.IsAutomatic,
                [.. row.Touchpoint.Participants.Select(participant => participant.Value)],
                row.Touchpoint.Note)),
        ]);

    internal sealed record TouchpointJson(
        int Number,
        string At,
        string Channel,
        string Direction,
        string Outcome,
        string Gesture,
        double? Minutes,
        string? Facet,
        bool Automatic,
        IReadOnlyList<string> Participants,
        string? Note);
}
