using NodaTime;
using Orleans.Concurrency;

namespace RelationshipKit.Orleans;

/// <summary>One owner's book in a cluster. The key is the owner's name in the store, from 1 to 256 characters.</summary>
/// <remarks>
/// <para>
/// An acknowledged call is in the store. A call that fails with <see cref="RelationshipStoreException"/>, a time-out or a lost silo may
/// have been saved or not: make it again with the same operation
/// id, as often as needed. It has one effect, whichever silo takes it.
/// </para>
/// <para>No answer comes from a book older than the store's, unless <see cref="RelationshipGrainOptions.TrustFor"/> allows it.</para>
/// <para>An operation id has from 1 to 256 characters and is unique per owner: a random one or the id of the request will do.</para>
/// </remarks>
[Alias("RelationshipKit.IRelationshipGrain")]
public interface IRelationshipGrain : IGrainWithStringKey
{
    /// <summary>Begins the owner's book, empty, if the store has none.</summary>
    /// <param name="zoneId">The owner's time zone by its id in the tz database, such as "Europe/London".</param>
    /// <returns><see langword="true"/> if it was begun by this call; <see langword="false"/> if the owner has a book.</returns>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Create")]
    Task<bool> Create(string zoneId);

    /// <summary>Records a touchpoint.</summary>
    /// <param name="operationId">The caller's id of the operation.</param>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns>What came of it: an unknown contact, a duplicate or a contradiction is refused.</returns>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Record")]
    Task<OperationResult> Record(string operationId, Touchpoint touchpoint);

    /// <summary>Makes an operation.</summary>
    /// <param name="operationId">The caller's id of the operation.</param>
    /// <param name="operation">One of <see cref="BookOperation"/>, or one of the host's own.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentException">The operation's arguments are not valid.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Operate")]
    Task<OperationResult> Operate(string operationId, IBookOperation operation);

    /// <summary>
    /// Takes a part of an update that was made elsewhere. <see cref="RelationshipGrainExtensions.ImportAsync"/> sends all parts.
    /// </summary>
    /// <param name="operationId">The caller's id of the operation.</param>
    /// <param name="part">The part.</param>
    /// <returns>What came of the update, with its last part; null while parts are missing.</returns>
    /// <exception cref="ArgumentException">The part does not fit the others, or all together are not an update.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Import")]
    Task<OperationResult?> Import(string operationId, ImportPart part);

    /// <summary>Scores the tie to a contact.</summary>
    /// <param name="contact">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("ScoreOf"), ReadOnly]
    Task<ScoreResult> ScoreOf(ContactId contact, Instant asOf);

    /// <summary>Explains the strength of a tie.</summary>
    /// <param name="contact">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The parts, which sum to the strength.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Explain"), ReadOnly]
    Task<ExplanationResult> Explain(ContactId contact, Instant asOf);

    /// <summary>Lists who is due by a date, the longest due first.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="by">The date up to which somebody is due.</param>
    /// <returns>Who is due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("DueBy"), ReadOnly]
    Task<DueResult[]> DueBy(Instant asOf, LocalDate by);

    /// <summary>Plans a week with the owner's own settings. <see cref="BookOperation.AcceptWeek"/> agrees to it.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="monday">The first day of the week, a Monday.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException"><paramref name="monday"/> is another day, or its week is over.</exception>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("PlanWeek"), ReadOnly]
    Task<PlanResult> PlanWeek(Instant asOf, LocalDate monday);

    /// <summary>Tells the revision of the book, which grows with every update.</summary>
    /// <returns>The revision.</returns>
    /// <exception cref="Storage.OwnerNotFoundException">The owner has no book.</exception>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("Revision"), ReadOnly]
    Task<long> Revision();

    /// <summary>Erases the owner and all that the store keeps of them.</summary>
    /// <returns><see langword="true"/> if there was such an owner.</returns>
    /// <exception cref="RelationshipStoreException">The store failed.</exception>
    [Alias("EraseOwner")]
    Task<bool> EraseOwner();
}
