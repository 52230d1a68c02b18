namespace RelationshipKit.Bulk;

/// <summary>Where the sums of one tie stand in its row of doubles.</summary>
/// <remarks>
/// First those of all dates, which scores read: light and rich by half-life, outgoing, incoming. Then the same of the closed dates, and their
/// sums for momentum; those of all dates are seldom read, and are made of the closed ones and the open cells when they are.
/// </remarks>
internal readonly struct TieSumLayout(int halfLives)
{
    public int HalfLives { get; } = halfLives;

    public int Rich => HalfLives;

    public int Outgoing => 2 * HalfLives;

    public int Incoming => Outgoing + 1;

    /// <summary>Gets how far the closed sums stand behind those of all dates.</summary>
    public int Closed => Incoming + 1;

    public int ClosedShort => 2 * Closed;

    public int ClosedLong => ClosedShort + 1;

    /// <summary>Gets the number of sums of one tie.</summary>
    public int Length => ClosedLong + 1;
}
