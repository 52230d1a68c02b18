using NodaTime;

namespace RelationshipKit.Planning;

/// <summary>One touch of a way to be in touch with somebody: when, how, what it gains, and why it is wanted.</summary>
internal sealed record PlanTouch(LocalDate Day, Channel Channel, Gesture Gesture, int Minutes, double Gain, PlanReason Reason, ICadencePolicy? Policy);
