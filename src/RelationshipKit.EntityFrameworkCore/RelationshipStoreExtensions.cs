using NodaTime;
using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>What a host does with all books of a store.</summary>
public static class RelationshipStoreExtensions
{
    /// <summary>
    /// Forgets the touchpoints of all owners that ended before an instant, as <see cref="RelationshipBook.ForgetTouchpointsBefore"/> does.
    /// The states of ties stay.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="before">The instant, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="cancellationToken">Cancels the work; owners that were done stay done.</param>
    /// <returns>How many touchpoints were forgotten. Each owner is one transaction; a second call forgets nothing more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="before"/> is out of range.</exception>
    public static async Task<long> ForgetTouchpointsBeforeAsync(
        this IRelationshipStore store, Instant before, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var forgotten = 0L;
        await foreach (var owner in store.ListOwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var stored = await store.OpenAsync(owner, cancellationToken).ConfigureAwait(false);
                await using (stored.ConfigureAwait(false))
                {
                    var update = await stored.UpdateAsync(book => book.ForgetTouchpointsBefore(before), cancellationToken)
                        .ConfigureAwait(false);
                    forgotten += update.Erasure?.Touchpoints ?? 0;
                }
            }
            catch (OwnerNotFoundException)
            {
                // Erased since the list was read.
            }
        }

        return forgotten;
    }

    /// <summary>
    /// Copies the books of all owners, with their revisions and journals, to another store, such as from SQLite to PostgreSQL.
    /// </summary>
    /// <param name="store">The store to copy from. Nobody should write to it meanwhile; it stays as it is.</param>
    /// <param name="target">The store to copy to.</param>
    /// <param name="cancellationToken">Cancels the work; owners that were copied stay copied.</param>
    /// <returns>
    /// How many owners were copied. An owner whom the target has at the same revision is skipped, so that an interrupted copy can be
    /// continued.
    /// </returns>
    /// <remarks>One owner's book is held in memory at a time, beside those that the stores keep.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> or <paramref name="target"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The target has a book of an owner at another revision.</exception>
    public static async Task<int> CopyToAsync(
        this IRelationshipStore store, IRelationshipStore target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(target);
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var owner in target.ListOwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            known.Add(owner);
        }

        var copied = 0;
        await foreach (var owner in store.ListOwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            var book = (await store.OpenAsync(owner, cancellationToken).ConfigureAwait(false)).Book;
            if (!known.Contains(owner))
            {
                await target.CreateAsync(owner, book, cancellationToken).ConfigureAwait(false);
                copied++;
            }
            else if ((await target.OpenAsync(owner, cancellationToken).ConfigureAwait(false)).Book.Revision != book.Revision)
            {
                throw new InvalidOperationException(
                    "The target has a book of an owner at another revision; copy to a store that has none of these owners.");
            }
        }

        return copied;
    }
}
