using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Touchpoints;

/// <summary>Reads the touchpoints of a log or of a snapshot; enumerates all of them once each, in order of instant and identity.</summary>
public interface ITouchpointReader : IEnumerable<Touchpoint>
{
    /// <summary>Gets the number of touchpoints, attempts included; one shared by several contacts counts once.</summary>
    int Count { get; }

    /// <summary>Gets the contacts who have touchpoints, in ordinal order.</summary>
    ImmutableArray<ContactId> Contacts { get; }

    /// <summary>Returns the touchpoints of a contact, attempts included, in order of instant and identity.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The touchpoints; empty for a contact the log does not know.</returns>
    ImmutableArray<Touchpoint> Of(ContactId contact);

    /// <summary>Returns the touchpoints of a contact that belong to one facet, in order of instant and identity.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="facet">The facet.</param>
    /// <returns>The touchpoints; empty for a contact the log does not know.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facet"/> is <see langword="null"/>.</exception>
    ImmutableArray<Touchpoint> Of(ContactId contact, Facet facet);

    /// <summary>
    /// Returns the touchpoints of a person under all of the contact's ids, aliases included; a touchpoint of several of them once.
    /// </summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The touchpoints in order of instant and identity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    ImmutableArray<Touchpoint> Of(Contact contact);

    /// <summary>Returns the touchpoints of all contacts from one instant to another, each once, in order of instant and identity.</summary>
    /// <param name="from">The first instant, included.</param>
    /// <param name="to">The last instant, left out; not before <paramref name="from"/>.</param>
    /// <returns>The touchpoints.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    ImmutableArray<Touchpoint> Between(Instant from, Instant to);

    /// <summary>Determines whether there is a touchpoint of the same identity.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns><see langword="true"/> if there is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    bool Contains(Touchpoint touchpoint);
}
