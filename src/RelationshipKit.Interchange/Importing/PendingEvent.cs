using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>A touch that was read and has no contacts yet, kept small because a mailbox has millions.</summary>
internal readonly struct PendingEvent
{
    private readonly long ticks;
    private readonly UInt128 key;
    private readonly string? contacts;
    private readonly sbyte direction;
    private readonly byte outcome;
    private readonly byte gesture;

    /// <summary>Gets the instant, to 100 nanoseconds; a touchpoint has microseconds.</summary>
    public required Instant At
    {
        get => Instant.FromUnixTimeTicks(ticks);
        init => ticks = value.ToUnixTimeTicks();
    }

    /// <summary>Gets the digest of source and key, which takes a while for a row of a table: it is made each time.</summary>
    public required UInt128 Key
    {
        get => contacts is null ? key
            : ImportData.Digest(new RowKey(contacts, (int)key).Text(At, Channel, Direction ?? RelationshipKit.Direction.Unknown));
        init => key = value;
    }

    /// <summary>Sets what the key of a row of a table is made of, instead of the key.</summary>
    public RowKey? Row
    {
        init => (contacts, key) = value is { } row ? (row.Contacts, (UInt128)row.Ordinal) : (contacts, key);
    }

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
    public required Direction? Direction
    {
        get => direction < 0 ? null : (Direction)direction;
        init => direction = value is { } said ? (sbyte)said : (sbyte)-1;
    }

    public required Outcome Outcome
    {
        get => (Outcome)outcome;
        init => outcome = (byte)value;
    }

    public required Gesture Gesture
    {
        get => (Gesture)gesture;
        init => gesture = (byte)value;
    }

    public required bool IsAutomatic { get; init; }

    public required bool IsGroup { get; init; }

    public bool IsAttempt => Outcome == Outcome.Attempted;
}
