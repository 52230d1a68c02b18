namespace RelationshipKit.Storage;

/// <summary>An owner's book in a store: the value to ask, and the place to save its updates.</summary>
/// <remarks>Safe to share between threads. Disposing it frees what the store holds for it; the book stays good.</remarks>
public interface IStoredBook : IAsyncDisposable
{
    /// <summary>Gets the owner's name in the store.</summary>
    string Owner { get; }

    /// <summary>Gets the book as it was when it was last opened, saved or caught up.</summary>
    RelationshipBook Book { get; }

    /// <summary>Saves an update of <see cref="Book"/>.</summary>
    /// <param name="update">The update. Saving it again has no effect; one without changes is not saved.</param>
    /// <param name="cancellationToken">Cancels the work, with nothing written.</param>
    /// <returns>The book after the update. It is on the disk when the task ends.</returns>
    /// <exception cref="BookConflictException">Somebody else wrote since the book was read. Nothing is written.</exception>
    /// <exception cref="InvalidOperationException">The update holds what cannot be stored, such as a policy without a name.</exception>
    /// <exception cref="OwnerNotFoundException">The owner was erased.</exception>
    Task<RelationshipBook> SaveAsync(BookUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Makes an operation on the newest book and saves it, again if somebody else was faster.</summary>
    /// <param name="operation">The operation. It may be called several times.</param>
    /// <param name="cancellationToken">Cancels the work, with nothing written.</param>
    /// <returns>
    /// The update that was saved. Where its operation id was saved before, nothing is written, and <see cref="Book"/> is the book as it is.
    /// </returns>
    /// <exception cref="BookConflictException">Others were faster 100 times in a row.</exception>
    Task<BookUpdate> UpdateAsync(Func<RelationshipBook, BookUpdate> operation, CancellationToken cancellationToken = default);

    /// <summary>Says whether an operation was saved, by whomever.</summary>
    /// <param name="operationId">The id that <see cref="BookUpdate.WithOperationId"/> gave it; from 1 to 256 characters.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><see langword="true"/> if it was, also if it has been taken back since.</returns>
    /// <exception cref="ArgumentException"><paramref name="operationId"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="OwnerNotFoundException">The owner was erased.</exception>
    Task<bool> HasSavedAsync(string operationId, CancellationToken cancellationToken = default);

    /// <summary>Takes in what others wrote since the book was read.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The book as it is now.</returns>
    /// <exception cref="OwnerNotFoundException">The owner was erased.</exception>
    Task<RelationshipBook> CatchUpAsync(CancellationToken cancellationToken = default);
}
