namespace RelationshipKit.Touchpoints;

/// <summary>A touchpoint as it was known from one recording to another.</summary>
/// <param name="Touchpoint">The touchpoint.</param>
/// <param name="FromMicros">When it was recorded.</param>
/// <param name="UntilMicros">When it was corrected or retracted; not known any more from then on.</param>
/// <param name="RetiresIdentity">Whether its identity was out of use from then on: it was retracted, or corrected into another identity.</param>
internal readonly record struct TouchpointVersion(Touchpoint Touchpoint, long FromMicros, long UntilMicros, bool RetiresIdentity);
