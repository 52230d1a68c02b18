namespace RelationshipKit.SampleConsole.Json;

/// <summary>A circle in <c>health --json</c>; name and advised capacity are null for the contacts in none.</summary>
internal sealed record CircleJson(
    string? Name, int Contacts, int? AdvisedCapacity, int InTouch, double IntendedPerMonth, double ActualPerMonth);
