namespace RelationshipKit.Validation.Data;

/// <summary>A UTC date on which two people were in touch, however often.</summary>
/// <param name="Day">The date, as days since 1970-01-01.</param>
/// <param name="FirstSeconds">The first contact of the date, in seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="LastSeconds">The last one.</param>
/// <param name="FromFirst">Whether any of them went from the first person to the second.</param>
/// <param name="FromSecond">Whether any of them went from the second person to the first.</param>
internal readonly record struct ContactDay(int Day, long FirstSeconds, long LastSeconds, bool FromFirst, bool FromSecond);
