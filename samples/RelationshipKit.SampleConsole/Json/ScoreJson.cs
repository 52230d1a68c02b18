namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>score --json</c> prints.</summary>
internal sealed record ScoreJson(string Owner, string AsOf, string Zone, IReadOnlyList<TieJson> Ties);
