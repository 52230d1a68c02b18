namespace RelationshipKit.SampleConsole.Json;

/// <summary>When the strength falls to a level if nothing happens; null if it already is there.</summary>
internal sealed record FallJson(double Level, string? At);
