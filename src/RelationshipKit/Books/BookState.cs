using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>Everything a book holds, without the journal of how it came about.</summary>
internal sealed record BookState
{
    private static readonly ImmutableSortedDictionary<ContactId, LocalDate> NoDates = ImmutableSortedDictionary<ContactId, LocalDate>.Empty;

    public required RelationshipScorer Scorer { get; init; }

    public required CadenceRules Cadences { get; init; }

    /// <summary>Gets what the log is of, as far as it is known.</summary>
    public LogKind LogKind { get; private init; }

    /// <summary>Gets the host's hazard; it is not stored.</summary>
    public required RhythmHazard HostHazard { get; init; }

    public PlanSettings Plan { get; init; } = PlanSettings.Default;

    public OwnerProfile Owner { get; init; } = OwnerProfile.Empty;

    public ImmutableSortedDictionary<ContactId, Contact> Contacts { get; private init; } =
        ImmutableSortedDictionary<ContactId, Contact>.Empty;

    public BookHistory History { get; init; } = BookHistory.Empty;

    public ImmutableSortedDictionary<ContactId, LocalDate> NotNow { get; init; } = NoDates;

    public ImmutableSortedDictionary<ContactId, ImmutableArray<Favour>> Favours { get; init; } =
        ImmutableSortedDictionary<ContactId, ImmutableArray<Favour>>.Empty;

    public ImmutableSortedDictionary<string, Introduction> Introductions { get; init; } =
        ImmutableSortedDictionary.Create<string, Introduction>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<LocalDate, AcceptedWeek> AcceptedWeeks { get; init; } =
        ImmutableSortedDictionary<LocalDate, AcceptedWeek>.Empty;

    /// <summary>Gets the keys of the suggestions that the owner found wrong.</summary>
    public ImmutableSortedDictionary<string, bool> Dismissed { get; init; } =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    /// <summary>Gets who became part of whom, by the id that was given up.</summary>
    public ImmutableSortedDictionary<ContactId, MergedContact> Merged { get; init; } =
        ImmutableSortedDictionary<ContactId, MergedContact>.Empty;

    /// <summary>Gets the digests of the erased.</summary>
    public ImmutableSortedDictionary<string, bool> Forgotten { get; init; } =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    /// <summary>Gets the host's key of those digests; it is not stored.</summary>
    public ReadOnlyMemory<byte> ErasureKey { get; init; }

    /// <summary>Gets whose alias an id is; ids of contacts themselves are not keys.</summary>
    public ImmutableDictionary<ContactId, ContactId> People { get; private init; } = ImmutableDictionary<ContactId, ContactId>.Empty;

    /// <summary>
    /// Returns the state with a kind of log. The host's hazard holds where the kind is not known, and where it was fitted: counts know more
    /// than a kind does.
    /// </summary>
    public BookState With(LogKind kind) => this with
    {
        LogKind = kind,
        Scorer = Scorer.With(kind == LogKind.Unknown || HostHazard.Gaps > 0 ? HostHazard : RhythmHazard.For(kind)),
    };

    public Contact? Find(ContactId id) => Contacts.GetValueOrDefault(People.GetValueOrDefault(id, id));

    /// <summary>Returns the state with a contact in place of the one of its id; null removes it.</summary>
    public BookState With(ContactId id, Contact? contact)
    {
        var before = Contacts.GetValueOrDefault(id);
        var people = People;
        if (!(before?.Aliases ?? []).AsSpan().SequenceEqual((contact?.Aliases ?? []).AsSpan()))
        {
            people = people.RemoveRange(before?.Aliases ?? [])
                .AddRange((contact?.Aliases ?? []).Select(alias => KeyValuePair.Create(alias, id)));
        }

        return this with
        {
            Contacts = contact is null ? Contacts.Remove(id) : Contacts.SetItem(id, contact),
            People = people,
            History = ReferenceEquals(people, People) ? History : History.With(people),
        };
    }

    /// <summary>Returns the state with many contacts at once, as a document holds them.</summary>
    /// <exception cref="ArgumentException">An id or an alias is that of another contact.</exception>
    public BookState WithAll(IEnumerable<Contact> contacts, IEnumerable<TouchpointSlot> slots)
    {
        var byId = ImmutableSortedDictionary.CreateBuilder<ContactId, Contact>();
        var people = ImmutableDictionary.CreateBuilder<ContactId, ContactId>();
        var ids = new HashSet<ContactId>();
        foreach (var contact in contacts)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(contacts));
            if (!ids.Add(contact.Id) || contact.Aliases.Any(alias => !ids.Add(alias)))
            {
                throw new ArgumentException(
                    $"The id or an alias of contact number {byId.Count + 1} is that of another contact; each must be of one.",
                    nameof(contacts));
            }

            byId.Add(contact.Id, contact);
            people.AddRange(contact.Aliases.Select(alias => KeyValuePair.Create(alias, contact.Id)));
        }

        var isAlias = people.ToImmutable();
        return this with
        {
            Contacts = byId.ToImmutable(),
            People = isAlias,
            History = BookHistory.Of(slots as IReadOnlyCollection<TouchpointSlot> ?? [.. slots], isAlias)
        };
    }
}
