using NodaTime;

namespace RelationshipKit.Validation.Lives;

/// <summary>A touch that a rule wants in a week.</summary>
internal sealed record LifeTouch(ContactId Contact, LocalDate Day, Channel Channel, int Minutes)
{
    /// <summary>Gets what the touch says.</summary>
    public Gesture Gesture { get; init; }
}
