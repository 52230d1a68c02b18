namespace RelationshipKit.Bulk.Grouped;

/// <summary>One touchpoint of a stream on its way to its tie: 16 bytes.</summary>
internal readonly struct StreamRow(long micros, int tie, byte kind, byte direction) : ITieRow<StreamRow>
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

    /// <inheritdoc/>
    /// <remarks>By time, then by kind, then by direction.</remarks>
    public bool IsBefore(in StreamRow other) =>
        micros != other.micros ? micros < other.micros : kind != other.kind ? kind < other.kind : direction < other.direction;
}
