namespace RelationshipKit.SampleConsole.Json;

/// <summary>A policy that asked for another window in vain.</summary>
internal sealed record OverriddenJson(string Policy, string? PolicyName, string? For, string Ideal, string Latest);
