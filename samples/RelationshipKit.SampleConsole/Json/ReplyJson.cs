namespace RelationshipKit.SampleConsole.Json;

/// <summary>How one side answers the other's openings; null where there are no data for a rate or a time.</summary>
internal sealed record ReplyJson(int Openings, int Replies, double? Rate, double? MedianHours);
