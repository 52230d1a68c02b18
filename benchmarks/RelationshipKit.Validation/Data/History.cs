namespace RelationshipKit.Validation.Data;

/// <summary>What was known of a network at a cut: every pair that had been in touch, whether it will be asked about or not.</summary>
internal sealed class History
{
    private History(TieHistory[] ties, long cutSeconds)
    {
        Ties = ties;
        CutSeconds = cutSeconds;
    }

    /// <summary>Gets the ties, by their lower and upper person.</summary>
    public IReadOnlyList<TieHistory> Ties { get; }

    /// <summary>Gets the cut, in seconds since 1970-01-01.</summary>
    public long CutSeconds { get; }

    public static History Of(EdgeNetwork network, long cutSeconds) =>
        new([.. network.Pairs.Select(pair => TieHistory.Of(pair, cutSeconds)).OfType<TieHistory>()], cutSeconds);

    /// <summary>Returns what had been known at an earlier instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is later than the cut: that would be looking ahead.</exception>
    public History At(long earlierSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlierSeconds, CutSeconds);
        return new History([.. Ties.Select(tie => TieHistory.Of(tie.Pair, earlierSeconds)).OfType<TieHistory>()], earlierSeconds);
    }
}
