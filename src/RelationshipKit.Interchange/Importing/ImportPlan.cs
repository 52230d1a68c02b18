using System.Collections;
using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange.Importing;

/// <summary>What an import makes of one book.</summary>
internal sealed class ImportPlan
{
    private const int MostParticipants = 1_000;

    private const int MostOthers = 1_000_000;

    // Only its key is asked for.
    private static readonly ContactId Anybody = ContactId.FromValue("anybody");

    private readonly ImportData data;
    private readonly ImportSettings settings;
    private readonly RelationshipBook book;
    private readonly PeoplePlan people;
    private readonly HashSet<int> mine;

    // A bit for each touch that the book has: it takes the digest of a key to find out.
    private readonly BitArray known;

    public ImportPlan(ImportData data, ImportSettings settings, RelationshipBook book)
    {
        this.data = data;
        this.settings = settings;
        this.book = book;
        mine = OwnAddresses.Given(data, settings);
        var proposed = settings.Me.IsEmpty ? OwnAddresses.Proposed(data) : [];
        mine.UnionWith(proposed);
        known = new BitArray(data.Events.Count);
        people = new PeoplePlan(data, settings, book, mine);
        IsMeProposed = settings.Me.IsEmpty && mine.Count > 1;
        Establish();
        Touchpoints = Count();
        Contacts = people.Counts;
        Suggestions = DuplicateSearch.Find(
            book.Contacts.Where(contact => !people.IsChanged(contact.Id)).Concat(people.Added).Concat(people.Changed),
            book,
            people.Added.Concat(people.Changed).Select(contact => contact.Id).ToHashSet());
    }

    public RelationshipBook Book => book;

    /// <summary>Gets what the log is of, if the new touchpoints show it and the book does not say it.</summary>
    public LogKind LogKind { get; private set; }

    public ImportedContacts Contacts { get; }

    public ImportedTouchpoints Touchpoints { get; }

    public bool IsMeProposed { get; }

    public ImmutableArray<DuplicateContacts> Suggestions { get; }

    public ImmutableArray<string> Me => settings.Me.IsEmpty
        ? [.. mine.Where(identity => identity != ImportData.Owner).Select(
            identity => data.Addresses[identity].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : settings.Me;

    /// <summary>
    /// Gets a value indicating whether there are events of which the direction depends on who the owner is, and nobody knows.
    /// </summary>
    public bool LacksOwner =>
        mine.Count == 1
            && data.Events.Any(told => !Array.Exists(data.Casts[told.Cast], one => one >> 2 == ImportData.Owner) && told.Direction is null);

    public BookUpdate Apply()
    {
        var update = book.Add(people.Added);
        if (people.Changed.Any())
        {
            update = update.Then(next => next.Change(people.Changed));
        }

        foreach (var (id, days) in people.Cadences)
        {
            update = update.Then(next => next.WithOverride(id, Cadence.Every(Period.FromDays(days))));
        }

        update = update.Then(next => next.Record(NewTouchpoints(), settings.AsOf));
        return LogKind == LogKind.Unknown ? update : update.Then(next => next.WithLogKind(LogKind));
    }

    private IEnumerable<Touchpoint> NewTouchpoints()
    {
        for (var i = 0; i < data.Events.Count; i++)
        {
            if (!known[i] && Make(data.Events[i]) is { } touchpoint)
            {
                yield return touchpoint;
            }
        }
    }

    private ImportedTouchpoints Count()
    {
        var kinds = new LogKindCount();
        long added = 0, duplicates = data.Duplicates, automatic = 0, attempts = 0, future = 0, without = 0;
        for (var i = 0; i < data.Events.Count; i++)
        {
            ref readonly var told = ref data.Events[i];
            if (known[i])
            {
                duplicates++;
            }
            else if (Ids(told).IsEmpty)
            {
                without++;
            }
            else if (told.IsAutomatic || told.IsAttempt)
            {
                automatic += told.IsAutomatic ? 1 : 0;
                attempts += told.IsAutomatic ? 0 : 1;
            }
            else
            {
                added++;
                kinds.Add(told);
                future += told.At > settings.AsOf ? 1 : 0;
            }
        }

        // The kind in the book comes from the owner or from an earlier import.
        LogKind = book.LogKind == LogKind.Unknown ? kinds.ToKind() : LogKind.Unknown;
        return new ImportedTouchpoints(added, duplicates, automatic, attempts, future, without);
    }

    // Somebody who takes part in an event of a few, or writes to many, becomes a contact. Automatic messages make no contact.
    private void Establish()
    {
        for (var i = 0; i < data.Events.Count; i++)
        {
            ref readonly var told = ref data.Events[i];
            known[i] = IsKnown(told);
            if (told.IsAutomatic || IsOfOthers(told) || known[i])
            {
                continue;
            }

            foreach (var one in data.Casts[told.Cast])
            {
                if (!mine.Contains(one >> 2) && (!told.IsGroup || (one & 3) == (int)Sources.ParticipantRole.Sender))
                {
                    people.Of(one >> 2, make: true);
                }
            }
        }
    }

    private bool IsKnown(in PendingEvent told) =>
        book.Knows(new Touchpoint(Anybody, told.At, told.Channel, Direction.Unknown) { Source = SourceOf(told) }.Key);

    private static SourceKey SourceOf(in PendingEvent told) =>
        new(told.Source, told.Key.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    // An edge list is a whole network; only rows with the owner are the owner's.
    private bool IsOfOthers(in PendingEvent told) =>
        told.Source == "edges" && !Array.Exists(data.Casts[told.Cast], one => mine.Contains(one >> 2));

    private Direction DirectionOf(in PendingEvent told)
    {
        if (told.Direction is { } said)
        {
            return said;
        }

        if (told.Channel == Channel.InPerson || told.Channel == Channel.Video || told.Channel == Channel.GroupEvent)
        {
            return Direction.Mutual;
        }

        var sender = Array.FindIndex(data.Casts[told.Cast], one => (one & 3) == (int)Sources.ParticipantRole.Sender);
        return sender < 0 || mine.Count == 1 ? Direction.Unknown
            : mine.Contains(data.Casts[told.Cast][sender] >> 2) ? Direction.Outgoing
            : Direction.Incoming;
    }

    private ImmutableArray<ContactId> Ids(in PendingEvent told)
    {
        if (IsOfOthers(told))
        {
            return [];
        }

        var ids = ImmutableArray.CreateBuilder<ContactId>();
        var senderOnly = told.IsGroup && DirectionOf(told) == Direction.Incoming;
        foreach (var one in data.Casts[told.Cast])
        {
            if (!mine.Contains(one >> 2) && (!senderOnly || (one & 3) == (int)Sources.ParticipantRole.Sender)
                && people.Of(one >> 2, make: false) is { } id && !ids.Contains(id) && ids.Count < MostParticipants)
            {
                ids.Add(id);
            }
        }

        return ids.ToImmutable();
    }

    private Touchpoint? Make(in PendingEvent told)
    {
        var ids = Ids(told);
        if (ids.IsEmpty)
        {
            return null;
        }

        var present = data.Casts[told.Cast].Count(one => !mine.Contains(one >> 2));
        var size = told.GroupSize > 0 ? told.GroupSize : present;
        var (note, facet) = data.Texts.Find(told.Extra);
        return new Touchpoint(ids, told.At, told.Channel, DirectionOf(told))
        {
            Outcome = told.Outcome,
            Gesture = told.Gesture,
            Length = told.Seconds < 0 ? null : Duration.FromSeconds(Math.Min(told.Seconds, 31 * 86_400)),
            OthersPresent = Math.Clamp(size - ids.Length, 0, MostOthers),
            IsAutomatic = told.IsAutomatic,
            Source = SourceOf(told),
            Facet = ContactFields.Line(facet) is { } named ? Facet.FromName(named) : settings.Facet,
            Note = NoteOf(note),
        };
    }

    private static string? NoteOf(string? note) =>
        NameText.CleanLines(note) is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, 9_999)].TrimEnd() : null;
}
