using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Contacts;

namespace RelationshipKit.Touchpoints;

/// <summary>The touchpoints of a log at one moment, unaffected by what is written to the log afterwards.</summary>
/// <remarks>Instances are immutable and safe to share between threads, while the log's one writer goes on.</remarks>
public sealed class TouchpointSnapshot : ITouchpointReader
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
            : [.. contact.Aliases.Prepend(contact.Id).SelectMany(id => Of(id)).Distinct(TouchpointIdentity.Comparer).Order(TouchpointIdentity.Comparer)];
    }

    /// <inheritdoc/>
    public IEnumerable<Touchpoint> Between(Instant from, Instant to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to), $"The end is {InstantPattern.ExtendedIso.Format(to)}; it must not be before the start, {InstantPattern.ExtendedIso.Format(from)}.");
        }

        return this.Where(touchpoint => touchpoint.At >= from && touchpoint.At < to);
    }

    /// <summary>Enumerates all touchpoints once each, in order of instant and identity.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Touchpoint> GetEnumerator()
    {
        // A shared touchpoint is in several histories: it is taken from that of its first participant.
        var all = new List<Touchpoint>(Count);
        foreach (var (contact, history) in histories)
        {
            all.AddRange(history.ToSortedArray().Where(touchpoint => touchpoint.Participants[0] == contact));
        }

        all.Sort(TouchpointIdentity.Comparer);
        return all.GetEnumerator();
    }

    /// <summary>Returns the number of touchpoints and contacts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} touchpoints of {histories.Count} contacts");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
