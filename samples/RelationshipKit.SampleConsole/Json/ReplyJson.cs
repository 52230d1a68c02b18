namespace RelationshipKit.SampleConsole.Json;

/// <summary>How one side answers the other's openings; null where there is nothing to tell a rate or a time from.</summary>
internal sealed record ReplyJson(int Openings, int Replies, double? Rate, double? MedianHours);
