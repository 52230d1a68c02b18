namespace RelationshipKit.SampleConsole.Json;

/// <summary>Somebody who is not in a plan.</summary>
internal sealed record LeftOutJson(string Contact, string Because);
