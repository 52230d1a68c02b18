using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>One owner's contacts, history and cadences: the front door of the library.</summary>
/// <remarks>
/// <para>
/// A book is a value. Every operation returns a <see cref="BookUpdate"/> with a new book, the changes made and what was refused;
/// this book keeps its answers. Wrong arguments throw; what conflicts with the book is refused in the update.
/// </para>
/// <para>Every question takes the instant it is asked for. No question throws because of what the book holds.</para>
/// <para>Immutable, so it is safe to share between threads.</para>
/// </remarks>
/// <seealso cref="RelationshipBookFactory"/>
public sealed partial class RelationshipBook
{
    private readonly BookJournal journal;

    internal RelationshipBook(BookState state, BookJournal journal)
    {
        State = state;
        this.journal = journal;
    }

    /// <summary>Gets the owner's time zone. Days are days in this zone.</summary>
    public DateTimeZone Zone => State.Scorer.Zone;

    /// <summary>Gets what scores the ties: the settings of the host in the zone of the owner.</summary>
    public RelationshipScorer Scorer => State.Scorer;

    /// <summary>Gets the contacts in order of id.</summary>
    public IEnumerable<Contact> Contacts => State.Contacts.Values;

    /// <summary>Gets how many contacts there are.</summary>
    public int ContactCount => State.Contacts.Count;

    /// <summary>Gets the touchpoints in use. All ids of one contact lead to the same list.</summary>
    public ITouchpointReader Touchpoints => State.History;

    /// <summary>Gets how often to be in touch with whom.</summary>
    public CadenceRules Cadences => State.Cadences;

    /// <summary>Gets the policies of single contacts, which hold in place of the book's.</summary>
    public ImmutableSortedDictionary<ContactId, ICadencePolicy> Overrides => State.Cadences.Overrides;

    /// <summary>Gets the settings of the owner's weeks.</summary>
    public PlanSettings PlanSettings => State.Plan;

    /// <summary>Gets the owner's own offers and needs.</summary>
    public OwnerProfile Owner => State.Owner;

    /// <summary>Gets what the log is of; forecasts begin with rates of that kind.</summary>
    public LogKind LogKind => State.LogKind;

    /// <summary>Gets until when plans leave out which contacts.</summary>
    public ImmutableSortedDictionary<ContactId, LocalDate> NotNowUntil => State.NotNow;

    /// <summary>Gets the introductions, in order of who seeks and who helps.</summary>
    public IEnumerable<Introduction> Introductions => State.Introductions.Values;

    /// <summary>Gets the weeks that the owner agreed to, by their Mondays.</summary>
    public ImmutableSortedDictionary<LocalDate, AcceptedWeek> AcceptedWeeks => State.AcceptedWeeks;

    /// <summary>Gets how many updates the book has seen since it was made or loaded; a store counts on from its own number.</summary>
    public long Revision => journal.Revision;

    internal BookState State { get; }

    internal BookJournal Journal => journal;

    /// <summary>Creates an empty book with the default settings.</summary>
    /// <param name="zone">The owner's time zone.</param>
    /// <param name="cadence">How often to be in touch; null asks for nothing.</param>
    /// <returns>The book. A <see cref="RelationshipBookFactory"/> makes books with settings of a host.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public static RelationshipBook Create(DateTimeZone zone, ICadencePolicy? cadence = null) =>
        RelationshipBookFactory.Default.Create(zone, cadence);

    /// <summary>Loads a book with the default settings.</summary>
    /// <param name="stream">A stream at the start of a document that <see cref="Save"/> wrote.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not valid, of another version, or larger than 256 MiB; the message says where.
    /// </exception>
    public static RelationshipBook Load(Stream stream) => RelationshipBookFactory.Default.Load(stream);

    /// <summary>Loads a book with the default settings.</summary>
    /// <param name="stream">A stream at the start of a document that <see cref="SaveAsync"/> wrote.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not valid, of another version, or larger than 256 MiB; the message says where.
    /// </exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static Task<RelationshipBook> LoadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        RelationshipBookFactory.Default.LoadAsync(stream, cancellationToken);

    /// <summary>Saves the book as one versioned JSON document. Nothing is written unless everything can be.</summary>
    /// <param name="stream">Where to write. It stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// A cadence policy is the host's own and not registered, or the zone is not one of the tz database, so that the book could not be
    /// loaded again.
    /// </exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BookJson.Save(stream, this);
    }

    /// <summary>Saves the book as one versioned JSON document without blocking. Nothing is written unless everything can be.</summary>
    /// <param name="stream">Where to write. It stays open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Save"/>.</exception>
    /// <exception cref="OperationCanceledException">The writing was cancelled.</exception>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BookJson.SaveAsync(stream, this, cancellationToken);
    }

    /// <summary>Finds a contact by id or alias.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The contact, or null.</returns>
    public Contact? Find(ContactId id) => State.Find(id);

    /// <summary>Returns how many contacts and touchpoints there are, and the zone.</summary>
    /// <returns>A text such as "12 contacts, 340 touchpoints, Europe/London".</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{State.Contacts.Count} contacts, {State.History.Count} touchpoints, {Zone.Id}");

    /// <summary>Returns the same book with a revision that a store gave it.</summary>
    internal RelationshipBook AtRevision(long revision) => new(State, journal.WithRevision(revision));

    internal BookUpdate Updated(
        BookState state, ImmutableArray<BookEdit> edits, ImmutableArray<BookRefusal> refused, string? operation = null,
        ErasureReport? erasure = null, long? undoes = null)
    {
        var step = new BookStep(journal.Revision, operation, undoes, edits, state.Cadences.Policies);
        var after = edits.IsEmpty ? this : new RelationshipBook(state, BookEdits.Journal(journal.With(step), edits));
        return new BookUpdate(this, after, step, refused) { Erasure = erasure };
    }

    private Contact Get(ContactId id, string paramName = "id") => State.Find(id) ?? throw new ContactNotFoundException(id, paramName);
}
