namespace RelationshipKit.Validation.Data;

/// <summary>One contact of a pair of people.</summary>
/// <param name="Seconds">When, in seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="FromFirst">Whether it went from the first person of the pair to the second.</param>
internal readonly record struct LoggedContact(long Seconds, bool FromFirst);
