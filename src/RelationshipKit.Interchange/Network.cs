using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>One owner's contacts and touchpoints, and how often to be in touch with whom, as they come from a file.</summary>
/// <remarks>
/// The network itself is immutable; its <see cref="Log"/> is not, and has the rules for threads that <see cref="TouchpointLog"/> has.
/// </remarks>
public sealed class Network
{
    /// <summary>Initializes a new instance of the <see cref="Network"/> class.</summary>
    /// <param name="owner">How the owner is called; not empty.</param>
    /// <param name="zone">The owner's time zone.</param>
    /// <param name="contacts">The contacts, each id once, in any order.</param>
    /// <param name="log">The touchpoints.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is empty, or two contacts have one id.</exception>
    public Network(string owner, DateTimeZone zone, IEnumerable<Contact> contacts, TouchpointLog log)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(log);
        Owner = owner;
        Zone = zone;
        Contacts = [.. contacts.OrderBy(contact => contact.Id)];
        Log = log;
        for (var i = 1; i < Contacts.Length; i++)
        {
            if (Contacts[i].Id == Contacts[i - 1].Id)
            {
                throw new ArgumentException("Two contacts have one id; each contact must have its own.", nameof(contacts));
            }
        }
    }

    /// <summary>Gets how the owner is called.</summary>
    public string Owner { get; }

    /// <summary>Gets the owner's time zone, by which touchpoints fall on days.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets the contacts, by id in ordinal order.</summary>
    public ImmutableArray<Contact> Contacts { get; }

    /// <summary>Gets the touchpoints.</summary>
    public TouchpointLog Log { get; }

    /// <summary>Gets how often the owner wants to be in touch with whom; <see langword="null"/> if the file does not say.</summary>
    public CadenceRules? Cadences { get; init; }

    /// <summary>Gets what the owner offers and needs; empty by default.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public OwnerProfile Profile
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Profile));
    } = OwnerProfile.Empty;

    /// <summary>
    /// Gets the last instant the file tells of, which may be later than the owner's last touchpoint: an edge list also tells of others;
    /// <see langword="null"/> if it tells of none.
    /// </summary>
    public Instant? LastInstant { get; init; }

    /// <summary>Gets the instant as of which to look at the network; <see langword="null"/> if the file has none.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>Gets what the network is called; <see langword="null"/> if nobody named it.</summary>
    public string? Title { get; init; }

    /// <summary>Gets remarks about the network; <see langword="null"/> if there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>Returns the numbers of contacts and touchpoints, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Contacts.Length} contacts, {Log.Count} touchpoints");
}
