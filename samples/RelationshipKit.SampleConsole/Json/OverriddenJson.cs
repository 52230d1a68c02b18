namespace RelationshipKit.SampleConsole.Json;

/// <summary>A policy that asked for another window without result.</summary>
internal sealed record OverriddenJson(string Policy, string? PolicyName, string? For, string Ideal, string Latest);
