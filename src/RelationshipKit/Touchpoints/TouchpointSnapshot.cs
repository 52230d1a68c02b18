using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Touchpoints;

/// <summary>The touchpoints of a log at one moment, unaffected by what is written to the log afterwards.</summary>
/// <remarks>Instances are immutable and safe to share between threads, while the log's one writer goes on.</remarks>
internal sealed class TouchpointSnapshot : ITouchpointReader
{
    private readonly ImmutableDictionary<ContactId, ContactHistory> histories;

    internal TouchpointSnapshot(ImmutableDictionary<ContactId, ContactHistory> histories, int count)
    {
        this.histories = histories;
        Count = count;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public ImmutableArray<ContactId> Contacts => [.. histories.Keys.Order()];

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(ContactId contact) =>
        histories.TryGetValue(contact, out var history) ? history.ToSortedArray() : [];

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(ContactId contact, Facet facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        return [.. Of(contact).Where(touchpoint => touchpoint.Facet == facet)];
    }

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Aliases.IsEmpty
            ? Of(contact.Id)
            : [.. contact.Aliases.Prepend(contact.Id).SelectMany(id => Of(id)).Distinct(
                TouchpointIdentity.Comparer).Order(TouchpointIdentity.Comparer)];
    }

    /// <inheritdoc/>
    public ImmutableArray<Touchpoint> Between(Instant from, Instant to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to),
                $"The end is {InstantPattern.ExtendedIso.Format(to)}; it must not be before the start, "
                    + $"{InstantPattern.ExtendedIso.Format(from)}.");
        }

        return InOrder(touchpoints => touchpoints[CountBefore(touchpoints, from)..CountBefore(touchpoints, to)]);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Takes time in proportion to the snapshot for a touchpoint with an id or a source key, as it may be anybody's at any instant.
    /// </remarks>
    public bool Contains(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return touchpoint.Id is null && touchpoint.Source is null
            ? Of(touchpoint.Participants[0]).BinarySearch(touchpoint, TouchpointIdentity.Comparer) >= 0
            : histories.Values.Any(history => history.ToSortedArray().Contains(touchpoint, TouchpointIdentity.Comparer));
    }

    /// <summary>Enumerates all touchpoints once each, in order of instant and identity.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Touchpoint> GetEnumerator() => InOrder(touchpoints => touchpoints).AsEnumerable().GetEnumerator();

    /// <summary>Returns the number of touchpoints and contacts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} touchpoints of {histories.Count} contacts");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns a snapshot of touchpoints that no log holds, at most one of an identity.</summary>
    internal static TouchpointSnapshot Of(IEnumerable<Touchpoint> touchpoints)
    {
        var histories = new Dictionary<ContactId, ContactHistory>();
        var count = 0;
        foreach (var touchpoint in touchpoints)
        {
            count++;
            foreach (var participant in touchpoint.Participants)
            {
                if (!histories.TryGetValue(participant, out var history))
                {
                    history = new ContactHistory(epoch: 0);
                    histories.Add(participant, history);
                }

                history.Add(touchpoint);
            }
        }

        return new TouchpointSnapshot(histories.ToImmutableDictionary(), count);
    }

    private static int CountBefore(ImmutableArray<Touchpoint> touchpoints, Instant instant)
    {
        var (low, high) = (0, touchpoints.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = touchpoints[middle].At < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ImmutableArray<Touchpoint> InOrder(Func<ImmutableArray<Touchpoint>, ImmutableArray<Touchpoint>> part)
    {
        // A shared touchpoint is in several histories: it is taken from that of its first participant.
        var all = ImmutableArray.CreateBuilder<Touchpoint>();
        foreach (var (contact, history) in histories)
        {
            all.AddRange(part(history.ToSortedArray()).Where(touchpoint => touchpoint.Participants[0] == contact));
        }

        all.Sort(TouchpointIdentity.Comparer);
        return all.DrainToImmutable();
    }
}
