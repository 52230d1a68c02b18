using System.Collections.Immutable;

namespace RelationshipKit.Planning;

/// <summary>Somebody with whom a touch is wanted this week, the ways to do it, and what speaks of all of them.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Ways">The ways: each one touch, or two if an occasion asks for the second.</param>
/// <param name="IsDormant">Whether it is a dormant tie to revive.</param>
/// <param name="Deepening">The rich channel that would deepen a tie that light ones hold, with its minutes.</param>
internal sealed record PlanCandidate(Contact Contact, ImmutableArray<ImmutableArray<PlanTouch>> Ways, bool IsDormant, PlanReason? Deepening);
