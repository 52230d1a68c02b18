namespace RelationshipKit.Orleans;

/// <summary>What a caller does with a grain that takes several calls.</summary>
public static class RelationshipGrainExtensions
{
    private const int BytesPerPart = 512 << 10;

    // A grain may move to another silo between two parts, and lose those it had.
    private const int MostRounds = 5;

    /// <summary>
    /// Sends an update of any size, such as an import that was read on the caller's machine, and has it saved as one: one transaction,
    /// and one step to undo.
    /// </summary>
    /// <param name="owner">The grain.</param>
    /// <param name="operationId">The caller's id of the operation; the same one when it is sent again.</param>
    /// <param name="update">
    /// The update, made on a book of this owner or on an empty one. If it does not fit what the book holds now, all is refused: make it
    /// again on the newest book.
    /// </param>
    /// <param name="cancellationToken">Cancels the work, with nothing saved unless all parts have arrived.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The update holds what cannot be sent, such as a policy without a name.</exception>
    /// <exception cref="RelationshipStoreException">The store failed, or the grain lost parts five times.</exception>
    public static async Task<OperationResult> ImportAsync(
        this IRelationshipGrain owner, string operationId, BookUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(operationId);
        ArgumentNullException.ThrowIfNull(update);
        var parts = ImportBuffer.PartsOf(update, BytesPerPart);
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var part in parts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await owner.Import(operationId, part).ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
        }

        throw new RelationshipStoreException(
            "The grain lost parts of the update again and again; send it again with the same operation id.");
    }
}
