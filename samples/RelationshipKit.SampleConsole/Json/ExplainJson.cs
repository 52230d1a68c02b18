namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>explain --json</c> prints.</summary>
internal sealed record ExplainJson(
    string Owner,
    string AsOf,
    string Zone,
    string Name,
    TieJson Tie,
    double? GapSpreadDays,
    string Verdict,
    double Given,
    double Received,
    IReadOnlyList<PartJson> Parts,
    ConversationJson Conversation,
    IReadOnlyList<FallJson> FallsTo);
