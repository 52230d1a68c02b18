using System.Collections.Immutable;

namespace RelationshipKit.Touchpoints;

/// <summary>Everything a book holds under one touchpoint's identity: the version in use, if any, and the past ones.</summary>
/// <remarks>A slot without a held touchpoint is retracted: its identity stays out of use until it is restored.</remarks>
internal sealed record TouchpointSlot(Touchpoint? Held, long RecordedAtMicros, ImmutableArray<TouchpointVersion> Past)
{
    public static TouchpointSlot Of(Touchpoint held, long recordedAtMicros) => new(held, recordedAtMicros, []);

    /// <summary>Gets a touchpoint that has the identity of this slot.</summary>
    public Touchpoint Any => Held ?? Past[^1].Touchpoint;

    /// <summary>Gets since when the identity has been out of use; meaningful only where nothing is held.</summary>
    public long RetiredSinceMicros => Past.Max(version => version.UntilMicros);

    /// <summary>Returns the slot after its touchpoint ceased to be known at an instant.</summary>
    public TouchpointSlot Retired(long micros) =>
        new(null, 0, Past.Add(new TouchpointVersion(Held!, RecordedAtMicros, micros)));

    /// <summary>Returns the slot with another touchpoint of its identity in use.</summary>
    public TouchpointSlot Holding(Touchpoint touchpoint, long recordedAtMicros) => new(touchpoint, recordedAtMicros, Past);

    public bool Equals(TouchpointSlot? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && RecordedAtMicros == other.RecordedAtMicros
            && Equals(Held, other.Held)
            && Past.AsSpan().SequenceEqual(other.Past.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(RecordedAtMicros, Held, Past.Length);
}
