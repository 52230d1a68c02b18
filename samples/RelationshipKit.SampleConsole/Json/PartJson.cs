namespace RelationshipKit.SampleConsole.Json;

/// <summary>What one contact-day adds to the strength.</summary>
internal sealed record PartJson(
    string Date, string Class, IReadOnlyList<string> Channels, double Weight, double AgeDays, double Contribution, int Touchpoints);
