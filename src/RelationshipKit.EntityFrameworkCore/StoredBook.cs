using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>An owner's book in a database.</summary>
internal sealed class StoredBook(DatabaseStore store, string owner, RelationshipBook opened) : IStoredBook
{
    // Of several writers at once, one always succeeds. One of eight equal ones loses 20 times in a row in 7 of 100 cases, and 100 times in
    // 2 of a million.
    private const int MostTries = 100;

    private volatile RelationshipBook book = opened;

    public string Owner => owner;

    public RelationshipBook Book => book;

    public async Task<RelationshipBook> SaveAsync(BookUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.Changes.IsEmpty)
        {
            return update.Book;
        }

        switch (await store.SaveAsync(owner, update, cancellationToken).ConfigureAwait(false))
        {
            case SaveResult.Written:
                return book = update.Book;
            case SaveResult.WrittenBefore:
                return await CatchUpAsync(cancellationToken).ConfigureAwait(false);
            default:
                var theirs = await store.ChangesSinceAsync(owner, update.BaseRevision, cancellationToken).ConfigureAwait(false);
                throw new BookConflictException(await store.NewestAsync(owner, book, cancellationToken).ConfigureAwait(false), theirs);
        }
    }

    public async Task<BookUpdate> UpdateAsync(Func<RelationshipBook, BookUpdate> operation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        for (var tries = 1; ; tries++)
        {
            var update = operation(book);
            try
            {
                await SaveAsync(update, cancellationToken).ConfigureAwait(false);
                return update;
            }
            catch (BookConflictException conflict) when (tries < MostTries)
            {
                book = conflict.Current;
            }
        }
    }

    public Task<bool> HasSavedAsync(string operationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        return store.HasSavedAsync(owner, operationId, cancellationToken);
    }

    public async Task<RelationshipBook> CatchUpAsync(CancellationToken cancellationToken = default) =>
        book = await store.NewestAsync(owner, book, cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
