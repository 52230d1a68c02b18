using System.Text.Json;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>Makes and loads books with the settings of a host.</summary>
/// <remarks><c>AddRelationshipKit</c> registers one. Immutable, so it is safe to share between threads.</remarks>
public sealed class RelationshipBookFactory
{
    private const int ShortestKey = 16;

    private readonly FoldSettings fold;
    private readonly ScoreSettings scoring;
    private readonly byte[] erasureKey;

    /// <summary>Creates a factory.</summary>
    /// <param name="fold">What a stored tie holds; null for <see cref="FoldSettings.Default"/>.</param>
    /// <param name="scoring">How a tie is scored; null for <see cref="ScoreSettings.Default"/>.</param>
    /// <param name="policies">The host's named cadence policies; null for none.</param>
    /// <param name="cadence">How often to be in touch in books that do not say; null asks for nothing.</param>
    /// <param name="erasureKey">
    /// The key under which the erased are remembered, at least 16 bytes. Give one of your own and keep it secret:
    /// without it, anybody who has the book can try names and addresses against what it remembers.
    /// </param>
    /// <exception cref="ArgumentException">Settings are not valid; the message names everything that is wrong.</exception>
    public RelationshipBookFactory(
        FoldSettings? fold = null,
        ScoreSettings? scoring = null,
        CadencePolicies? policies = null,
        ICadencePolicy? cadence = null,
        ReadOnlySpan<byte> erasureKey = default)
    {
        this.fold = fold ?? FoldSettings.Default;
        this.scoring = scoring ?? ScoreSettings.Default;
        this.fold.ThrowIfInvalid(nameof(fold));
        this.scoring.ThrowIfInvalid(nameof(scoring));
        if (erasureKey.Length is > 0 and < ShortestKey)
        {
            throw new ArgumentException($"The key has {erasureKey.Length} bytes; it must have at least {ShortestKey}.", nameof(erasureKey));
        }

        this.erasureKey = erasureKey.IsEmpty ? [.. "RelationshipKit erasure digests"u8] : erasureKey.ToArray();
        Policies = policies ?? CadencePolicies.Empty;
        Cadence = cadence ?? RelationshipKit.Cadence.Never;
    }

    /// <summary>Gets the factory with the default settings, which asks for nothing in books that do not say.</summary>
    public static RelationshipBookFactory Default { get; } = new();

    /// <summary>Gets the host's named policies.</summary>
    public CadencePolicies Policies { get; }

    /// <summary>Gets how often to be in touch in books that do not say.</summary>
    public ICadencePolicy Cadence { get; }

    /// <summary>Creates an empty book.</summary>
    /// <param name="zone">The owner's time zone.</param>
    /// <param name="cadence">How often to be in touch; null for the host's <see cref="Cadence"/>.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public RelationshipBook Create(DateTimeZone zone, ICadencePolicy? cadence = null) =>
        new(StateOf(zone, new CadenceRules { Policy = cadence }), BookJournal.Empty);

    /// <summary>Creates a book of contacts and touchpoints that lie elsewhere, such as in the tables of your app.</summary>
    /// <param name="zone">The owner's time zone.</param>
    /// <param name="contacts">The contacts.</param>
    /// <param name="touchpoints">
    /// The touchpoints, in any order. A <see cref="TouchpointLog"/> brings its past versions along. Participants need not be contacts.
    /// </param>
    /// <param name="cadences">How often to be in touch; null for the host's <see cref="Cadence"/>.</param>
    /// <returns>The book, without a journal.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of its items is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Two contacts share an id or an alias, or two touchpoints contradict each other.</exception>
    public RelationshipBook Open(
        DateTimeZone zone, IEnumerable<Contact> contacts, IEnumerable<Touchpoint> touchpoints, CadenceRules? cadences = null)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(touchpoints);
        if (touchpoints is not TouchpointLog log)
        {
            log = [];
            foreach (var touchpoint in touchpoints)
            {
                if (log.Add(touchpoint) is not (AddResult.Added or AddResult.Duplicate))
                {
                    throw new ArgumentException(
                        "Two touchpoints have the same identity and are not equal; identities must differ.", nameof(touchpoints));
                }
            }
        }

        return new(StateOf(zone, cadences ?? CadenceRules.Empty).WithAll(contacts, log.ToSlots()), BookJournal.Empty);
    }

    /// <summary>Opens a book that a store keeps.</summary>
    /// <param name="content">All that the store keeps of it.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">A row is not valid; the message says where.</exception>
    public RelationshipBook Open(BookContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Open(this);
    }

    /// <summary>Loads a book.</summary>
    /// <param name="stream">
    /// A stream at the start of a document that <see cref="RelationshipBook.Save"/> wrote, of this or an earlier version.
    /// </param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not valid, of another version, or larger than 256 MiB; the message says where.
    /// </exception>
    public RelationshipBook Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BookJson.Load(stream, this);
    }

    /// <summary>Loads a book without blocking.</summary>
    /// <param name="stream">
    /// A stream at the start of a document that <see cref="RelationshipBook.SaveAsync"/> wrote, of this or an earlier version.
    /// </param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not valid, of another version, or larger than 256 MiB; the message says where.
    /// </exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public Task<RelationshipBook> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BookJson.LoadAsync(stream, this, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{fold}; {scoring}; {Cadence}; {Policies}";

    internal BookState StateOf(DateTimeZone zone, CadenceRules cadences)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new BookState
        {
            Scorer = new RelationshipScorer(fold, scoring, zone),
            Cadences = cadences with { Policies = Policies, HostPolicy = Cadence },
            HostHazard = scoring.Hazard,
            ErasureKey = erasureKey,
        };
    }
}
