using NodaTime;

namespace RelationshipKit.Planning.Weeks;

/// <summary>One way to be in touch with a contact in the week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Gesture">What it says.</param>
/// <param name="Minutes">The minutes it takes.</param>
/// <param name="Gain">What it gains.</param>
/// <param name="Reason">Why.</param>
/// <param name="Policy">The policy that asks for it.</param>
/// <param name="IsForDate">Whether it keeps a date, and only minutes of the week limit it.</param>
/// <param name="IsOptional">Whether nothing asks for it in this week.</param>
internal sealed record PlanTouch(
    LocalDate Day, Channel Channel, Gesture Gesture, int Minutes, double Gain, PlanReason Reason, ICadencePolicy Policy,
    bool IsForDate = false, bool IsOptional = false);
