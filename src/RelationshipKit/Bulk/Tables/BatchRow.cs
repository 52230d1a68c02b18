using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>One touchpoint of a batch on its way to its chunk: 16 bytes.</summary>
internal readonly struct BatchRow(long micros, int day, int tie, byte kind, byte direction) : ITieRow<BatchRow>
{
    // In this order nothing is lost between them.
    private readonly long micros = micros;
    private readonly int day = day;
    private readonly ushort tie = (ushort)tie;
    private readonly byte kind = kind;
    private readonly byte direction = direction;

    public long Micros => micros;

    /// <summary>Gets the date in days from 1970-01-01.</summary>
    public int Day => day;

    /// <summary>Gets the tie's number within its chunk.</summary>
    public int Tie => tie;

    public byte Kind => kind;

    /// <summary>Gets 1 where the owner reached out, 0 where not.</summary>
    public int Outgoing => direction & 1;

    /// <summary>Gets 1 where the contact reached out, 0 where not.</summary>
    public int Incoming => direction >> 1;

    /// <summary>Gets the instant, or <see cref="TieCell.Never"/> where the owner did not reach out.</summary>
    public long OutgoingMicros => IfSeen(Outgoing);

    /// <summary>Gets the instant, or <see cref="TieCell.Never"/> where the contact did not reach out.</summary>
    public long IncomingMicros => IfSeen(Incoming);

    /// <inheritdoc/>
    /// <remarks>By date: in what order those of a date come does not matter to a fold.</remarks>
    public bool IsBefore(in BatchRow other) => day < other.day;

    // Directions are random: no branch.
    private long IfSeen(int isSeen) => TieCell.Never ^ ((TieCell.Never ^ micros) & -(long)isSeen);
}
