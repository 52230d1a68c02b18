namespace RelationshipKit.SampleConsole.Json;

/// <summary>One change after which the budget would do.</summary>
internal sealed record RelaxationJson(string Change, double SavesMinutes);
