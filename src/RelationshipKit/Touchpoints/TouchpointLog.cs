using System.Collections;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;

namespace RelationshipKit.Touchpoints;

/// <summary>Everything that happened between an owner and the owner's contacts, each touchpoint once.</summary>
/// <remarks>
/// <para>
/// The identity of a touchpoint is its id, else its source key, else its content (participants, instant, channel, direction): adding it
/// twice is adding it once. Late and out-of-order touchpoints are normal; the order of adding never matters.
/// </para>
/// <para>
/// Retracting and correcting keep what was known before: <see cref="AsKnownAt"/> shows the log as it stood at an instant. The log reads no
/// clock, so the caller says when a thing was recorded; a plain <see cref="Add(Touchpoint)"/> records a touchpoint at its own instant.
/// </para>
/// <para>
/// A log has one writer at a time and is not safe to share between threads; a <see cref="Snapshot"/> is, and is cheap. Enumerates
/// all touchpoints once each, in order of instant and identity.
/// </para>
/// </remarks>
public sealed partial class TouchpointLog : ITouchpointReader
{
    private readonly HashSet<Touchpoint> current = new(TouchpointIdentity.Comparer);

    private readonly TouchpointRecord record = new();
    private readonly ImmutableDictionary<ContactId, ContactHistory>.Builder histories =
        ImmutableDictionary.CreateBuilder<ContactId, ContactHistory>();
    private TouchpointSnapshot? snapshot;
    private int epoch;

    /// <inheritdoc/>
    public int Count => current.Count;

    /// <inheritdoc/>
    public ImmutableArray<ContactId> Contacts => Reader.Contacts;

    // Reading the log itself shares the histories without freezing them: there is one writer, and it is not writing now.
    private TouchpointSnapshot Reader => snapshot ?? new TouchpointSnapshot(histories.ToImmutable(), Count);

    /// <summary>Adds a touchpoint, recorded at its own instant.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns>Whether it was added, is there already, or is at odds with what is there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    public AddResult Add(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return Add(touchpoint, touchpoint.AtMicros);
    }

    /// <summary>Adds a touchpoint that became known at an instant, later or earlier than it happened.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <param name="recordedAt">When it became known; floored to whole microseconds.</param>
    /// <returns>Whether it was added, is there already, or is at odds with what is there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public AddResult Add(Touchpoint touchpoint, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return Add(touchpoint, SupportedTime.ToMicros(recordedAt));
    }

    /// <summary>Takes back a touchpoint that did not happen. What was known before stays known as of then.</summary>
    /// <param name="touchpoint">The touchpoint, or another of the same identity.</param>
    /// <param name="recordedAt">When the retraction became known; not before the touchpoint was recorded.</param>
    /// <returns><see langword="true"/> if it was retracted; <see langword="false"/> if the log does not hold it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> lies outside 0001-01-02 to 9999-12-30 or before the touchpoint was recorded.
    /// </exception>
    internal bool Retract(Touchpoint touchpoint, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        var micros = SupportedTime.ToMicros(recordedAt);
        if (!current.TryGetValue(touchpoint, out var held))
        {
            return false;
        }

        Supersede(held, micros);
        return true;
    }

    /// <summary>Brings back a touchpoint that was retracted, or whose identity was corrected away.</summary>
    /// <param name="touchpoint">The touchpoint as it is to be known from now on, of the identity that is out of use.</param>
    /// <param name="recordedAt">When it became known again; not before the retraction.</param>
    /// <returns><see langword="true"/> if it was restored; <see langword="false"/> if its identity is not out of use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> lies outside 0001-01-02 to 9999-12-30 or before the retraction.
    /// </exception>
    internal bool Restore(Touchpoint touchpoint, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        var micros = SupportedTime.ToMicros(recordedAt);
        if (!record.IsRetired(touchpoint))
        {
            return false;
        }

        ThrowIfRetiredAfter(touchpoint, micros, nameof(recordedAt));
        Hold(touchpoint, micros);
        return true;
    }

    /// <summary>Replaces a touchpoint by what is now known of it. What was known before stays known as of then.</summary>
    /// <param name="original">The touchpoint to replace, or another of the same identity.</param>
    /// <param name="corrected">
    /// The touchpoint as it is to be known from now on; its identity may differ if the log holds no other of it.
    /// </param>
    /// <param name="recordedAt">When the correction became known; not before the original was recorded.</param>
    /// <returns><see langword="true"/> if it was replaced; <see langword="false"/> if the log does not hold the original.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="original"/> or <paramref name="corrected"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The log holds another touchpoint of the identity of <paramref name="corrected"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> lies outside 0001-01-02 to 9999-12-30, before the original was recorded, or before the identity of
    /// <paramref name="corrected"/> went out of use.
    /// </exception>
    internal bool Correct(Touchpoint original, Touchpoint corrected, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(corrected);
        var micros = SupportedTime.ToMicros(recordedAt);
        if (!current.TryGetValue(original, out var held))
        {
            return false;
        }

        if (current.TryGetValue(corrected, out var other) && !ReferenceEquals(held, other))
        {
            throw new ArgumentException("The log holds another touchpoint of that identity; it must be free.", nameof(corrected));
        }

        ThrowIfRetiredAfter(corrected, micros, nameof(recordedAt));
        Supersede(held, micros);
        Hold(corrected, micros);
        return true;
    }

    /// <inheritdoc/>
    public bool Contains(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return current.Contains(touchpoint);
    }

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(ContactId contact) =>
        histories.TryGetValue(contact, out var history) ? history.ToSortedArray() : [];

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(ContactId contact, Facet facet) => Reader.Of(contact, facet);

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(Contact contact) => Reader.Of(contact);

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Between(Instant from, Instant to) => Reader.Between(from, to);

    /// <summary>Returns the log as it stands, for readers on any thread; what is written later leaves it alone.</summary>
    /// <returns>The snapshot; made without copying touchpoints. The next write to a contact copies that contact's history once.</returns>
    public ITouchpointReader Snapshot()
    {
        if (snapshot is null)
        {
            snapshot = new TouchpointSnapshot(histories.ToImmutable(), Count);
            epoch++;
        }

        return snapshot;
    }

    /// <summary>
    /// Returns the log as it was known at an instant: without what was recorded later, with what was corrected or retracted later.
    /// </summary>
    /// <param name="instant">The instant; what was recorded at it is known.</param>
    /// <returns>The snapshot; takes time in proportion to the log.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public ITouchpointReader AsKnownAt(Instant instant)
    {
        var micros = SupportedTime.ToMicros(instant);
        var unchanged = current.Where(touchpoint => RecordedAtOf(touchpoint) <= micros);
        return TouchpointSnapshot.Of(unchanged.Concat(record.PastKnownAt(micros)));
    }

    /// <summary>Enumerates all touchpoints once each, in order of instant and identity.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Touchpoint> GetEnumerator() => Reader.GetEnumerator();

    /// <summary>Returns the number of touchpoints and contacts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Reader.ToString();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void ThrowIfBefore(long micros, long earliest, string paramName)
    {
        if (micros < earliest)
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                $"The instant is {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(micros))}; it must not be before what it "
                    + $"changes was recorded, {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(earliest))}.");
        }
    }

    private void ThrowIfRetiredAfter(Touchpoint touchpoint, long micros, string paramName)
    {
        if (record.RetiredSince(touchpoint) is { } since)
        {
            ThrowIfBefore(micros, since, paramName);
        }
    }

    private AddResult Add(Touchpoint touchpoint, long micros)
    {
        if (current.TryGetValue(touchpoint, out var held))
        {
            return held.Equals(touchpoint) ? AddResult.Duplicate : AddResult.Conflict;
        }

        if (record.IsRetired(touchpoint))
        {
            return AddResult.Retracted;
        }

        Hold(touchpoint, micros);
        return AddResult.Added;
    }

    private void Hold(Touchpoint touchpoint, long micros)
    {
        current.Add(touchpoint);
        record.Take(touchpoint, micros);

        foreach (var participant in touchpoint.Participants)
        {
            HistoryToWrite(participant).Add(touchpoint);
        }
    }

    private void Supersede(Touchpoint held, long micros)
    {
        var version = new TouchpointVersion(held, RecordedAtOf(held), micros);
        ThrowIfBefore(micros, version.FromMicros, "recordedAt");
        current.Remove(held);
        record.Forget(held);
        foreach (var participant in held.Participants)
        {
            var history = HistoryToWrite(participant);
            history.Remove(held);
            RemoveIfEmpty(participant, history);
        }

        record.AddPast(version, isInUse: false);
    }

    private void RemoveIfEmpty(ContactId contact, ContactHistory history)
    {
        if (history.Count == 0)
        {
            histories.Remove(contact);
        }
    }

    // A history that a snapshot holds is left to it, and a copy written to.
    private ContactHistory HistoryToWrite(ContactId contact)
    {
        snapshot = null;
        if (!histories.TryGetValue(contact, out var history))
        {
            history = new ContactHistory(epoch);
            histories.Add(contact, history);
        }
        else if (history.Epoch != epoch)
        {
            history = history.CopyFor(epoch);
            histories[contact] = history;
        }

        return history;
    }
}
