namespace RelationshipKit.Validation.Report;

/// <summary>The shares of all ties that stay silent for 30, 60 and 90 days, from 0 to 1; null if there is no tie.</summary>
internal sealed record FlagsBaseJson(double? Silent30, double? Silent60, double? Silent90);
