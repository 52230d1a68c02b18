namespace RelationshipKit.SampleConsole.Json;

/// <summary>The result of a simulation for one contact.</summary>
internal sealed record SimulatedContactJson(string Contact, int Reached, int Answered, int Theirs, int DueDays);
