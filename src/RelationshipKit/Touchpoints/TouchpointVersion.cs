namespace RelationshipKit.Touchpoints;

/// <summary>A touchpoint as it was known from one recording to another.</summary>
/// <param name="Touchpoint">The touchpoint.</param>
/// <param name="FromMicros">When it was recorded.</param>
/// <param name="UntilMicros">When it was corrected or retracted; not known any more from then on.</param>
internal readonly record struct TouchpointVersion(Touchpoint Touchpoint, long FromMicros, long UntilMicros);
