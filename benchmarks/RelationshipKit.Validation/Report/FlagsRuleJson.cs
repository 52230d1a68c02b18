namespace RelationshipKit.Validation.Report;

/// <summary>
/// What becomes of the ties that a rule flags: counts of flags, shares that stay silent, and both of those new within 30 days.
/// </summary>
internal sealed record FlagsRuleJson(
    string Name, int Flagged, double? Silent30, double? Silent60, double? Silent90, int NewFlagged, double? NewSilent30);
