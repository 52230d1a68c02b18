using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Touchpoints;

/// <content>Erasing, and what is kept and put back.</content>
public sealed partial class TouchpointLog
{
    // Past versions in the order in which they ceased to be known.
    internal IReadOnlyList<TouchpointVersion> Past => record.Past;

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

    private Erasure Erase(ContactId[] erased)
    {
        var touched = erased.SelectMany(id => Of(id)).ToHashSet(TouchpointIdentity.Comparer);
        var recorded = touched.Order(TouchpointIdentity.Comparer)
            .Select(touchpoint => (Touchpoint: touchpoint, Micros: RecordedAtOf(touchpoint)))
            .ToArray();

        // Whole histories go at once; each history of others is gone through once, however much it shares.
        snapshot = null;
        histories.RemoveRange(erased);
        foreach (var participant in touched.SelectMany(
            touchpoint => touchpoint.Participants).Distinct().Where(histories.ContainsKey).ToArray())
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
