namespace RelationshipKit.Touchpoints;

/// <summary>
/// What a log remembers besides the touchpoints it holds: when each became known, what it held before, and which identities are out of use.
/// </summary>
/// <remarks>
/// What was retracted or corrected away does not come back when its source is imported again: its identity is retired. Not for several
/// writers at once.
/// </remarks>
internal sealed class TouchpointRecord
{
    private readonly List<TouchpointVersion> past = [];

    // Only where it is not the touchpoint's own instant: most are recorded as they happen.
    private readonly Dictionary<Touchpoint, long> recordedAt = new(TouchpointIdentity.Comparer);

    // The identities of past versions that are not in use, and since when they are not.
    private readonly Dictionary<Touchpoint, long> retired = new(TouchpointIdentity.Comparer);

    /// <summary>Gets the past versions in the order in which they ceased to be known.</summary>
    public IReadOnlyList<TouchpointVersion> Past => past;

    public long RecordedAtOf(Touchpoint held) => recordedAt.TryGetValue(held, out var micros) ? micros : held.AtMicros;

    public IEnumerable<Touchpoint> PastKnownAt(long micros) =>
        past.Where(version => version.FromMicros <= micros && micros < version.UntilMicros).Select(version => version.Touchpoint);

    public bool IsRetired(Touchpoint touchpoint) => retired.ContainsKey(touchpoint);

    public long? RetiredSince(Touchpoint touchpoint) => retired.TryGetValue(touchpoint, out var since) ? since : null;

    /// <summary>Says whether a version of an identity may begin at an instant: none before it ended later.</summary>
    public bool IsFreeAt(Touchpoint touchpoint, long micros) => !retired.TryGetValue(touchpoint, out var since) || since <= micros;

    /// <summary>Notes that a touchpoint is held from an instant on.</summary>
    public void Take(Touchpoint touchpoint, long micros)
    {
        retired.Remove(touchpoint);
        if (micros != touchpoint.AtMicros)
        {
            recordedAt.Add(touchpoint, micros);
        }
    }

    /// <summary>Lets go of when a touchpoint became known: the log holds it no longer.</summary>
    public void Forget(Touchpoint held) => recordedAt.Remove(held);

    public void AddPast(TouchpointVersion version, bool isInUse)
    {
        past.Add(version);
        if (!isInUse)
        {
            Retire(version);
        }
    }

    /// <summary>Removes past versions, and the identities that only they had retired.</summary>
    /// <returns>How many versions were removed.</returns>
    public int ErasePast(Predicate<TouchpointVersion> erased, Predicate<Touchpoint> isInUse)
    {
        var removed = past.RemoveAll(erased);
        retired.Clear();
        foreach (var version in past)
        {
            if (!isInUse(version.Touchpoint))
            {
                Retire(version);
            }
        }

        return removed;
    }

    private void Retire(TouchpointVersion version)
    {
        var since = retired.GetValueOrDefault(version.Touchpoint, long.MinValue);
        retired[version.Touchpoint] = Math.Max(since, version.UntilMicros);
    }
}
