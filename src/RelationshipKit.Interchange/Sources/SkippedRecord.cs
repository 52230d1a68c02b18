namespace RelationshipKit.Interchange.Sources;

/// <summary>A record that was left out.</summary>
/// <param name="Where">Where it stands, such as <c>line 12</c>.</param>
/// <param name="Reason">What is wrong with it; it never quotes the record.</param>
internal sealed record SkippedRecord(string Where, string Reason);
