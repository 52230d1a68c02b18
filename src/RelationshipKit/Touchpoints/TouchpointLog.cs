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
public sealed class TouchpointLog : ITouchpointReader
{
    private readonly HashSet<Touchpoint> current = new(TouchpointIdentity.Comparer);

    private readonly TouchpointRecord record = new();
    private readonly ImmutableDictionary<ContactId, ContactHistory>.Builder histories = ImmutableDictionary.CreateBuilder<ContactId, ContactHistory>();
    private TouchpointSnapshot? snapshot;
    private int epoch;

    /// <inheritdoc/>
    public int Count => current.Count;

    /// <inheritdoc/>
    public ImmutableArray<ContactId> Contacts => Reader.Contacts;

    // Past versions in the order in which they ceased to be known.
    internal IReadOnlyList<TouchpointVersion> Past => record.Past;

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
    public bool Retract(Touchpoint touchpoint, Instant recordedAt)
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
    public bool Restore(Touchpoint touchpoint, Instant recordedAt)
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
    /// <param name="corrected">The touchpoint as it is to be known from now on; its identity may differ if the log holds no other of it.</param>
    /// <param name="recordedAt">When the correction became known; not before the original was recorded.</param>
    /// <returns><see langword="true"/> if it was replaced; <see langword="false"/> if the log does not hold the original.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> or <paramref name="corrected"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The log holds another touchpoint of the identity of <paramref name="corrected"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recordedAt"/> lies outside 0001-01-02 to 9999-12-30, before the original was recorded, or before the identity of
    /// <paramref name="corrected"/> went out of use.
    /// </exception>
    public bool Correct(Touchpoint original, Touchpoint corrected, Instant recordedAt)
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

    /// <summary>Finds a touchpoint by its identity.</summary>
    /// <param name="key">The identity.</param>
    /// <returns>The touchpoint, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    public Touchpoint? Find(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return current.TryGetValue(key.Identity, out var held) ? held : null;
    }

    /// <summary>Takes back a touchpoint by its identity; see <see cref="Retract(Touchpoint, Instant)"/>.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="recordedAt">When it was retracted.</param>
    /// <returns><see langword="true"/> if the log held it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> is out of range, or before the touchpoint was recorded.</exception>
    public bool Retract(TouchpointKey key, Instant recordedAt) => Retract(KeyOf(key), recordedAt);

    /// <summary>Brings back a touchpoint by its identity, as it last was.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="recordedAt">When it was restored.</param>
    /// <returns><see langword="true"/> if it had been retracted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> is out of range, or before the touchpoint was retracted.</exception>
    public bool Restore(TouchpointKey key, Instant recordedAt)
    {
        var identity = KeyOf(key);
        var last = Past.Where(version => TouchpointIdentity.Comparer.Equals(version.Touchpoint, identity)).OrderBy(version => version.UntilMicros).LastOrDefault().Touchpoint;
        return last is not null && Restore(last, recordedAt);
    }

    /// <summary>Puts a better version in place of a touchpoint by its identity; see <see cref="Correct(Touchpoint, Touchpoint, Instant)"/>.</summary>
    /// <param name="key">The identity.</param>
    /// <param name="corrected">The better version.</param>
    /// <param name="recordedAt">When it was corrected.</param>
    /// <returns><see langword="true"/> if the log held it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="corrected"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The log holds another touchpoint of the better one's identity.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recordedAt"/> is out of range, or before what it changes was recorded.</exception>
    public bool Correct(TouchpointKey key, Touchpoint corrected, Instant recordedAt) => Correct(KeyOf(key), corrected, recordedAt);

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
    public TouchpointSnapshot Snapshot()
    {
        if (snapshot is null)
        {
            snapshot = new TouchpointSnapshot(histories.ToImmutable(), Count);
            epoch++;
        }

        return snapshot;
    }

    /// <summary>Returns the log as it was known at an instant: without what was recorded later, with what was corrected or retracted later.</summary>
    /// <param name="instant">The instant; what was recorded at it is known.</param>
    /// <returns>The snapshot; takes time in proportion to the log.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instant"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public TouchpointSnapshot AsKnownAt(Instant instant)
    {
        var micros = SupportedTime.ToMicros(instant);
        var unchanged = current.Where(touchpoint => RecordedAtOf(touchpoint) <= micros);
        return TouchpointSnapshot.Of(unchanged.Concat(record.PastKnownAt(micros)));
    }

    /// <summary>Erases a contact: from the touchpoints, from past versions and from retractions.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>What was removed; snapshots taken before still hold it until they are let go.</returns>
    /// <exception cref="ArgumentException"><paramref name="contact"/> names nobody.</exception>
    public Erasure Erase(ContactId contact)
    {
        if (contact == ContactId.None)
        {
            throw new ArgumentException("The id names nobody; it must name a contact.", nameof(contact));
        }

        return Erase([contact]);
    }

    /// <summary>Erases a person under all of the contact's ids, aliases included.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>What was removed; snapshots taken before still hold it until they are let go.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    public Erasure Erase(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return Erase([contact.Id, .. contact.Aliases]);
    }

    /// <summary>Enumerates all touchpoints once each, in order of instant and identity.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Touchpoint> GetEnumerator() => Reader.GetEnumerator();

    /// <summary>Returns the number of touchpoints and contacts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Reader.ToString();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns everything the log holds, identity by identity.</summary>
    internal IEnumerable<TouchpointSlot> ToSlots()
    {
        var past = Past.ToLookup(version => version.Touchpoint, TouchpointIdentity.Comparer);
        foreach (var held in current)
        {
            yield return new TouchpointSlot(held, RecordedAtOf(held), [.. past[held]]);
        }

        foreach (var retired in past.Where(versions => !current.Contains(versions.Key)))
        {
            yield return new TouchpointSlot(null, 0, [.. retired]);
        }
    }

    internal long RecordedAtOf(Touchpoint held) => record.RecordedAtOf(held);

    /// <summary>Puts back a past version that was saved; the earliest ended first, and all before the touchpoints the log held.</summary>
    /// <returns><see langword="false"/> if it began before the version of the same identity before it ended.</returns>
    internal bool TryAddPast(TouchpointVersion version)
    {
        var isFree = record.IsFreeAt(version.Touchpoint, version.FromMicros);
        if (isFree)
        {
            record.AddPast(version, isInUse: current.Contains(version.Touchpoint));
        }

        return isFree;
    }

    /// <summary>Puts back a touchpoint that was saved, of an identity that the log does not hold.</summary>
    /// <returns><see langword="false"/> if it was recorded before a past version of its identity ended.</returns>
    internal bool TryHold(Touchpoint touchpoint, Instant recordedAt)
    {
        var micros = SupportedTime.ToMicros(recordedAt);
        var isFree = record.IsFreeAt(touchpoint, micros);
        if (isFree)
        {
            Hold(touchpoint, micros);
        }

        return isFree;
    }

    private static Touchpoint? Without(Touchpoint touchpoint, ContactId[] erased)
    {
        var left = touchpoint.Participants.RemoveAll(erased.Contains);
        if (left.IsEmpty)
        {
            return null;
        }

        // A crowd that is as large as a touchpoint can say does not grow: erasing must never be refused.
        var others = touchpoint.OthersPresent + touchpoint.Participants.Length - left.Length;
        return touchpoint with { Participants = left, OthersPresent = Math.Min(others, Touchpoint.MostOthersPresent) };
    }

    private static void ThrowIfBefore(long micros, long earliest, string paramName)
    {
        if (micros < earliest)
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                $"The instant is {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(micros))}; it must not be before what it changes was recorded, {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(earliest))}.");
        }
    }

    private void ThrowIfRetiredAfter(Touchpoint touchpoint, long micros, string paramName)
    {
        if (record.RetiredSince(touchpoint) is { } since)
        {
            ThrowIfBefore(micros, since, paramName);
        }
    }

    private static Touchpoint KeyOf(TouchpointKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Identity;
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

    private Erasure Erase(ContactId[] erased)
    {
        var touched = erased.SelectMany(id => Of(id)).ToHashSet(TouchpointIdentity.Comparer);
        var recorded = touched.Order(TouchpointIdentity.Comparer).Select(touchpoint => (Touchpoint: touchpoint, Micros: RecordedAtOf(touchpoint))).ToArray();

        // Whole histories go at once; each history of others is gone through once, however much it shares.
        snapshot = null;
        histories.RemoveRange(erased);
        foreach (var participant in touched.SelectMany(touchpoint => touchpoint.Participants).Distinct().Where(histories.ContainsKey).ToArray())
        {
            var history = HistoryToWrite(participant);
            history.RemoveAll(touched);
            RemoveIfEmpty(participant, history);
        }

        foreach (var touchpoint in touched)
        {
            current.Remove(touchpoint);
            record.Forget(touchpoint);
        }

        // A past version may name the contact among others: none of it is kept.
        var pastVersions = record.ErasePast(version => version.Touchpoint.Participants.Any(erased.Contains), current.Contains);
        var removed = 0;
        var rewritten = ImmutableArray.CreateBuilder<Touchpoint>();
        foreach (var (touchpoint, micros) in recorded)
        {
            if (Without(touchpoint, erased) is { } left && CanHold(touchpoint, left))
            {
                Hold(left, micros);
                rewritten.Add(left);
            }
            else
            {
                removed++;
            }
        }

        rewritten.Sort(TouchpointIdentity.Comparer);
        return new Erasure(removed, rewritten.ToImmutable(), pastVersions);
    }

    // A touchpoint that keeps its id keeps its place; by its content it may now be what the log holds, or what was taken back.
    private bool CanHold(Touchpoint touchpoint, Touchpoint left) =>
        TouchpointIdentity.Comparer.Equals(touchpoint, left) || !(current.Contains(left) || record.IsRetired(left));
}
