using NodaTime;

namespace RelationshipKit.Interchange.Importing;

/// <summary>A touch that was read and has no contacts yet, kept small because a mailbox has millions.</summary>
internal readonly struct PendingEvent
{
    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the digest of source and key.</summary>
    public required UInt128 Key { get; init; }

    /// <summary>Gets the name of the source, such as "mail".</summary>
    public required string Source { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Gets the number of the list of who took part.</summary>
    public required int Cast { get; init; }

    /// <summary>Gets how many took part without the owner; 0 if only the list tells.</summary>
    public required int GroupSize { get; init; }

    /// <summary>Gets the length in seconds; -1 for none.</summary>
    public required int Seconds { get; init; }

    /// <summary>Gets the number of the note and facet; -1 for none.</summary>
    public required int Extra { get; init; }

    /// <summary>Gets the direction; null if it follows from who sent.</summary>
    public required Direction? Direction { get; init; }

    public required Outcome Outcome { get; init; }

    public required Gesture Gesture { get; init; }

    public required bool IsAutomatic { get; init; }

    public required bool IsGroup { get; init; }

    public bool IsAttempt => Outcome == Outcome.Attempted;
}
