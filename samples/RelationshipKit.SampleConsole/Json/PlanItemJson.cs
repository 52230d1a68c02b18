namespace RelationshipKit.SampleConsole.Json;

/// <summary>One touch of a plan.</summary>
internal sealed record PlanItemJson(
    string Contact, string Name, string Day, string Channel, string Gesture, int Minutes, string Reason, string Policy, bool Optional);
