namespace RelationshipKit.Validation.Report;

/// <summary>The models with so many days of an owner's own history; null for all of it.</summary>
internal sealed record OwnersHistoryJson(double? Days, IReadOnlyList<OwnersModelJson> Models);
