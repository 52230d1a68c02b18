namespace RelationshipKit.SampleConsole.Json;

/// <summary>What all cadences together ask for in the long run.</summary>
internal sealed record DemandJson(double TouchesPerWeek, double MinutesPerWeek);
