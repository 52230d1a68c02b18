namespace RelationshipKit.SampleConsole.Json;

/// <summary>A month in <c>health --json</c>.</summary>
internal sealed record MonthJson(string Month, int ContactDays, int LivingTies, double ExpectedContacts, HillJson Effective);
