namespace RelationshipKit.Bulk;

/// <summary>One touchpoint of a batch on its way to its chunk: 16 bytes.</summary>
internal readonly struct BatchRow(long micros, int tie, byte kind, byte direction)
{
    private readonly ushort tie = (ushort)tie;
    private readonly byte direction = direction;

    public long Micros { get; } = micros;

    public byte Kind { get; } = kind;

    /// <summary>Gets the tie's number within its chunk.</summary>
    public int Tie => tie;

    public bool IsOutgoing => (direction & 1) != 0;

    public bool IsIncoming => (direction & 2) != 0;
}
