namespace RelationshipKit.Books;

/// <summary>One update as a store keeps it: the journal of a book, and what others catch up with.</summary>
/// <param name="Revision">The revision of the book that the update was made on.</param>
/// <param name="OperationId">The caller's own id of the operation; null if none was given.</param>
/// <param name="Undoes">The revision of the step that this one takes back; null if it takes none back.</param>
/// <param name="Content">The changes as <see cref="BookChangeJson"/> writes them; null where erasing a person purged the step.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoredStep(long Revision, string? OperationId, long? Undoes, string? Content)
{
    /// <summary>Returns the revision, without personal data.</summary>
    /// <returns>A text such as "update 12".</returns>
    public override string ToString() => $"update {Revision}";
}
