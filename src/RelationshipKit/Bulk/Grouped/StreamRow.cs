namespace RelationshipKit.Bulk.Grouped;

/// <summary>One touchpoint of a stream on its way to its tie: 16 bytes.</summary>
internal readonly struct StreamRow(long micros, int tie, byte kind, byte direction)
{
    // In this order nothing is lost between them.
    private readonly long micros = micros;
    private readonly int tie = tie;
    private readonly byte kind = kind;
    private readonly byte direction = direction;

    public long Micros => micros;

    public int Tie => tie;

    public byte Kind => kind;

    public byte Direction => direction;

    /// <summary>Returns whether the row comes before another of its tie: by time, then by kind, then by direction.</summary>
    public bool IsBefore(in StreamRow other) =>
        micros != other.micros ? micros < other.micros : kind != other.kind ? kind < other.kind : direction < other.direction;
}
