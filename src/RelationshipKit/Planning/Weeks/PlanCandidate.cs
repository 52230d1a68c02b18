using System.Collections.Immutable;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Somebody who could be touched in the week, and the ways to do it.</summary>
internal sealed record PlanCandidate(
    Contact Contact, ImmutableArray<PlanTouch> Ways, bool IsDormant, PlanReason? Deepening, PlanNeed? Need,
    Func<PlanTouch, PlanReason?> FactOf);
