namespace RelationshipKit.SampleConsole.Json;

/// <summary>One step by which something moved the ideal date; to nowhere if nothing is asked for any more.</summary>
internal sealed record AdjustmentJson(string Kind, string From, string? To);
