namespace RelationshipKit.SampleConsole.Json;

/// <summary>One finding; contact and policy are null if it is about none in particular.</summary>
internal sealed record FindingJson(string Code, string Kind, bool IsProblem, string? Contact, string? Policy, string Message);
