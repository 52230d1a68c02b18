namespace RelationshipKit.SampleConsole.Json;

/// <summary>How a contact fared.</summary>
internal sealed record SimulatedContactJson(string Contact, int Reached, int Answered, int Theirs, int DueDays);
