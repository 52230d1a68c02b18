namespace RelationshipKit.Touchpoints;

/// <summary>Compares touchpoints by identity: explicit id, else source key, else content.</summary>
/// <remarks>Works on the touchpoints themselves, so that a log of millions needs no text of its own for each.</remarks>
internal sealed class TouchpointIdentity : IEqualityComparer<Touchpoint>, IComparer<Touchpoint>
{
    private TouchpointIdentity()
    {
    }

    public static TouchpointIdentity Comparer { get; } = new();

    public bool Equals(Touchpoint? left, Touchpoint? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && CompareIdentity(left, right) == 0);

    public int GetHashCode(Touchpoint touchpoint) =>
        touchpoint.Id is { } id ? HashCode.Combine(1, id)
        : touchpoint.Source is { } source ? HashCode.Combine(2, source.Source, source.Key)
        : HashOfContent(touchpoint);

    /// <summary>Orders by instant, then by identity: a total order, in which histories are read.</summary>
    public int Compare(Touchpoint? left, Touchpoint? right)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        if (left is null || right is null)
        {
            return left is null ? -1 : 1;
        }

        var byInstant = left.AtMicros.CompareTo(right.AtMicros);
        return byInstant != 0 ? byInstant : CompareIdentity(left, right);
    }

    // All participants: meetings of one person at one instant differ in the others only.
    private static int HashOfContent(Touchpoint touchpoint)
    {
        var hash = default(HashCode);
        hash.Add(touchpoint.AtMicros);
        hash.Add(touchpoint.Channel.Name);
        hash.Add(touchpoint.Direction);
        foreach (var participant in touchpoint.Participants)
        {
            hash.Add(participant);
        }

        return hash.ToHashCode();
    }

    private static int CompareIdentity(Touchpoint left, Touchpoint right)
    {
        var byKind = KindOf(left).CompareTo(KindOf(right));
        return byKind != 0 ? byKind
            : left.Id is not null ? string.CompareOrdinal(left.Id, right.Id)
            : left.Source is not null ? CompareSources(left.Source, right.Source!)
            : CompareContents(left, right);
    }

    private static int KindOf(Touchpoint touchpoint) => touchpoint.Id is not null ? 1 : touchpoint.Source is not null ? 2 : 3;

    private static int CompareSources(SourceKey left, SourceKey right)
    {
        var bySource = string.CompareOrdinal(left.Source, right.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(left.Key, right.Key);
    }

    private static int CompareContents(Touchpoint left, Touchpoint right)
    {
        var byInstant = left.AtMicros.CompareTo(right.AtMicros);
        if (byInstant != 0)
        {
            return byInstant;
        }

        var byChannel = string.CompareOrdinal(left.Channel.Name, right.Channel.Name);
        if (byChannel != 0)
        {
            return byChannel;
        }

        var byDirection = left.Direction.CompareTo(right.Direction);
        return byDirection != 0 ? byDirection : left.Participants.AsSpan().SequenceCompareTo(right.Participants.AsSpan());
    }
}
