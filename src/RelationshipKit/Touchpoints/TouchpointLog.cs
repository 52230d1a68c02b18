using System.Collections;
using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Contacts;
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

    // Only where it is not the touchpoint's own instant: most are recorded as they happen.
    private readonly Dictionary<Touchpoint, long> recordedAt = new(TouchpointIdentity.Comparer);
    private readonly List<TouchpointVersion> past = [];

    // What was retracted or corrected away does not come back when its source is imported again.
    private readonly HashSet<Touchpoint> retired = new(TouchpointIdentity.Comparer);
    private readonly ImmutableDictionary<ContactId, ContactHistory>.Builder histories = ImmutableDictionary.CreateBuilder<ContactId, ContactHistory>();
    private TouchpointSnapshot? snapshot;
    private int epoch;

    /// <inheritdoc/>
    public int Count => current.Count;

    /// <inheritdoc/>
    public ImmutableArray<ContactId> Contacts => Reader.Contacts;

    // Past versions in the order in which they ceased to be known.
    internal IReadOnlyList<TouchpointVersion> Past => past;

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

        Supersede(held, micros, retiresIdentity: true);
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
        if (!retired.Contains(touchpoint))
        {
            return false;
        }

        ThrowIfRetiredAfter(touchpoint, micros, nameof(recordedAt));
        retired.Remove(touchpoint);
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

        var changesIdentity = !TouchpointIdentity.Comparer.Equals(original, corrected);
        if (changesIdentity && current.Contains(corrected))
        {
            throw new ArgumentException("The log holds another touchpoint of that identity; it must be free.", nameof(corrected));
        }

        ThrowIfRetiredAfter(corrected, micros, nameof(recordedAt));
        Supersede(held, micros, changesIdentity);
        retired.Remove(corrected);
        Hold(corrected, micros);
        return true;
    }

    /// <summary>Determines whether the log holds a touchpoint of the same identity.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
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
    public IEnumerable<Touchpoint> Between(Instant from, Instant to) => Reader.Between(from, to);

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
        var known = new TouchpointLog();
        foreach (var touchpoint in current.Where(touchpoint => RecordedAtOf(touchpoint) <= micros))
        {
            known.Hold(touchpoint, micros);
        }

        foreach (var version in past.Where(version => version.FromMicros <= micros && micros < version.UntilMicros))
        {
            known.Hold(version.Touchpoint, micros);
        }

        return known.Snapshot();
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

    internal long RecordedAtOf(Touchpoint touchpoint) => recordedAt.TryGetValue(touchpoint, out var micros) ? micros : touchpoint.AtMicros;

    /// <summary>Puts back a past version that was saved.</summary>
    internal void AddPast(TouchpointVersion version)
    {
        past.Add(version);
        if (version.RetiresIdentity && !current.Contains(version.Touchpoint))
        {
            retired.Add(version.Touchpoint);
        }
    }

    private static Touchpoint? Without(Touchpoint touchpoint, ContactId[] erased)
    {
        var left = touchpoint.Participants.RemoveAll(erased.Contains);
        return left.IsEmpty
            ? null
            : touchpoint with { Participants = left, OthersPresent = touchpoint.OthersPresent + touchpoint.Participants.Length - left.Length };
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
        if (retired.Contains(touchpoint))
        {
            var last = past.FindLast(version => version.RetiresIdentity && TouchpointIdentity.Comparer.Equals(version.Touchpoint, touchpoint));
            ThrowIfBefore(micros, last.UntilMicros, paramName);
        }
    }

    private AddResult Add(Touchpoint touchpoint, long micros)
    {
        if (current.TryGetValue(touchpoint, out var held))
        {
            return held.Equals(touchpoint) ? AddResult.Duplicate : AddResult.Conflict;
        }

        if (retired.Contains(touchpoint))
        {
            return AddResult.Conflict;
        }

        Hold(touchpoint, micros);
        return AddResult.Added;
    }

    private void Hold(Touchpoint touchpoint, long micros)
    {
        current.Add(touchpoint);
        if (micros != touchpoint.AtMicros)
        {
            recordedAt.Add(touchpoint, micros);
        }

        foreach (var participant in touchpoint.Participants)
        {
            HistoryToWrite(participant).Add(touchpoint);
        }
    }

    private void Release(Touchpoint held)
    {
        current.Remove(held);
        recordedAt.Remove(held);
        foreach (var participant in held.Participants.Where(histories.ContainsKey))
        {
            var history = HistoryToWrite(participant);
            history.Remove(held);
            if (history.Count == 0)
            {
                histories.Remove(participant);
            }
        }
    }

    private void Supersede(Touchpoint held, long micros, bool retiresIdentity)
    {
        var from = RecordedAtOf(held);
        ThrowIfBefore(micros, from, "recordedAt");
        Release(held);
        past.Add(new TouchpointVersion(held, from, micros, retiresIdentity));
        if (retiresIdentity)
        {
            retired.Add(held);
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
        var removed = 0;
        var rewritten = ImmutableArray.CreateBuilder<Touchpoint>();
        var touchpoints = erased.SelectMany(id => Of(id)).Distinct(TouchpointIdentity.Comparer).ToArray();

        // Whole histories go at once; what is left to release are the touchpoints in the histories of others.
        snapshot = null;
        histories.RemoveRange(erased);
        foreach (var touchpoint in touchpoints)
        {
            var micros = RecordedAtOf(touchpoint);
            Release(touchpoint);
            var left = Without(touchpoint, erased);
            if (left is null || Add(left, micros) != AddResult.Added)
            {
                removed++;
            }
            else
            {
                rewritten.Add(left);
            }
        }

        // A past version may name the contact among others: none of it is kept.
        var pastVersions = past.RemoveAll(version => version.Touchpoint.Participants.Any(erased.Contains));
        retired.RemoveWhere(touchpoint => touchpoint.Participants.Any(erased.Contains));
        rewritten.Sort(TouchpointIdentity.Comparer);
        return new Erasure(removed, rewritten.ToImmutable(), pastVersions);
    }
}
