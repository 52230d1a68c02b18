namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>duplicates --json</c> prints.</summary>
internal sealed record DuplicatesJson(IReadOnlyList<DuplicateJson> Suggestions);
