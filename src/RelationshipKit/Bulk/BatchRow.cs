using RelationshipKit.Ties;

namespace RelationshipKit.Bulk;

/// <summary>One touchpoint of a batch on its way to its chunk: 16 bytes.</summary>
internal readonly struct BatchRow(long micros, int day, int tie, byte kind, byte direction)
{
    private readonly ushort tie = (ushort)tie;
    private readonly byte direction = direction;

    public long Micros { get; } = micros;

    /// <summary>Gets the date in days from 1970-01-01.</summary>
    public int Day { get; } = day;

    public byte Kind { get; } = kind;

    /// <summary>Gets the tie's number within its chunk.</summary>
    public int Tie => tie;

    public bool IsOutgoing => (direction & 1) != 0;

    public bool IsIncoming => (direction & 2) != 0;

    /// <summary>Gets the instant, or <see cref="TieCell.Never"/> where the owner did not reach out.</summary>
    public long OutgoingMicros => IfSeen(direction & 1);

    /// <summary>Gets the instant, or <see cref="TieCell.Never"/> where the contact did not reach out.</summary>
    public long IncomingMicros => IfSeen(direction >> 1);

    // Directions are random: no branch.
    private long IfSeen(int isSeen) => TieCell.Never ^ ((TieCell.Never ^ Micros) & -(long)isSeen);
}
