namespace RelationshipKit.Ties;

/// <summary>How many touchpoints a tie has seen, and the first and last of them.</summary>
internal readonly record struct TieCounts(int Touchpoints, int Outgoing, int Incoming, long FirstMicros, long LastMicros)
{
    public static TieCounts None => new(0, 0, 0, long.MaxValue, long.MinValue);

    public TieCounts Plus(TieCounts other) => new(
        checked(Touchpoints + other.Touchpoints),
        checked(Outgoing + other.Outgoing),
        checked(Incoming + other.Incoming),
        Math.Min(FirstMicros, other.FirstMicros),
        Math.Max(LastMicros, other.LastMicros));
}
