using NodaTime;

namespace RelationshipKit.Storage;

/// <summary>Keeps the books of many owners, each apart from the others.</summary>
/// <remarks>
/// <para>One per app. Safe to share between threads; several programs may use the same database.</para>
/// <para>An acknowledged write is on the disk. Saving the same update twice has the effect of saving it once. Two writers cannot overwrite
/// each other without notice.</para>
/// </remarks>
public interface IRelationshipStore
{
    /// <summary>Begins the book of an owner.</summary>
    /// <param name="owner">The owner's name in the store, from 1 to 256 characters.</param>
    /// <param name="book">The book to begin with, often an empty one.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The stored book.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    /// <exception cref="InvalidOperationException">
    /// The owner has a book, or <paramref name="book"/> holds what cannot be stored.
    /// </exception>
    Task<IStoredBook> CreateAsync(string owner, RelationshipBook book, CancellationToken cancellationToken = default);

    /// <summary>Opens the book of an owner.</summary>
    /// <param name="owner">The owner's name in the store.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The stored book as it is now.</returns>
    /// <exception cref="OwnerNotFoundException">The store has no such owner.</exception>
    Task<IStoredBook> OpenAsync(string owner, CancellationToken cancellationToken = default);

    /// <summary>Lists the owners in ordinal order of their names.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The names, streamed.</returns>
    IAsyncEnumerable<string> ListOwnersAsync(CancellationToken cancellationToken = default);

    /// <summary>Divides the owners into ranges, each of them in one, for work that is shared among tasks or machines.</summary>
    /// <param name="owners">How many owners a range has at most; from 1 to 1,000,000.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The ranges, streamed; some may be empty. Owners created since the first range was asked for may be in none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="owners"/> is out of range.</exception>
    IAsyncEnumerable<OwnerRange> ListRangesAsync(int owners, CancellationToken cancellationToken = default);

    /// <summary>Reads the books of a range of owners.</summary>
    /// <param name="range">The range, from <see cref="ListRangesAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The books, streamed, each as it is when it is reached: the store holds no more than one of them at a time.</returns>
    IAsyncEnumerable<IStoredBook> ReadAsync(OwnerRange range, CancellationToken cancellationToken = default);

    /// <summary>Returns who is due, owner by owner.</summary>
    /// <param name="asOf">The instant to look from.</param>
    /// <param name="by">Whose window opens by this day is due.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Who is due, streamed: no more than one book of an owner is held at a time.</returns>
    IAsyncEnumerable<OwnerDue> DueAsync(Instant asOf, LocalDate by, CancellationToken cancellationToken = default);

    /// <summary>Writes all that is kept of an owner as one JSON document, which <see cref="RelationshipBook.Load"/> reads.</summary>
    /// <param name="owner">The owner's name in the store.</param>
    /// <param name="stream">Where to write. It stays open.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="OwnerNotFoundException">The store has no such owner.</exception>
    Task ExportAsync(string owner, Stream stream, CancellationToken cancellationToken = default);

    /// <summary>Erases an owner and all that is kept of them.</summary>
    /// <param name="owner">The owner's name in the store.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><see langword="true"/> if there was such an owner.</returns>
    Task<bool> EraseOwnerAsync(string owner, CancellationToken cancellationToken = default);
}
