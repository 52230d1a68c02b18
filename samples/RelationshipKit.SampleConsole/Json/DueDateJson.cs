namespace RelationshipKit.SampleConsole.Json;

/// <summary>A date that is open or comes within a year.</summary>
internal sealed record DueDateJson(string On, string? Occasion, string Ideal, string Latest, bool IsDue);
