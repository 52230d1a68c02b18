using NodaTime;

namespace RelationshipKit.Planning.Weeks;

/// <summary>One touch of an accepted week.</summary>
/// <remarks>Immutable, so it is safe to share between threads. <see cref="ToString"/> names no contact.</remarks>
public sealed record AcceptedTouch
{
    internal AcceptedTouch(ContactId contact, LocalDate day, Channel channel, Gesture gesture)
    {
        Contact = contact;
        Day = day;
        Channel = channel;
        Gesture = gesture;
    }

    /// <summary>Gets with whom.</summary>
    public ContactId Contact { get; }

    /// <summary>Gets on which day, in the owner's zone.</summary>
    public LocalDate Day { get; }

    /// <summary>Gets by which channel.</summary>
    public Channel Channel { get; }

    /// <summary>Gets the gesture, if any.</summary>
    public Gesture Gesture { get; }

    /// <summary>Returns the day and the channel.</summary>
    /// <returns>A text such as "2026-03-02 message".</returns>
    public override string ToString() => $"{NodaTime.Text.LocalDatePattern.Iso.Format(Day)} {Channel}";
}
