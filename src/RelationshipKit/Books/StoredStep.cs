namespace RelationshipKit.Books;

/// <summary>One update as a store keeps it: the journal of a book, and what others catch up with.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class StoredStep
{
    /// <summary>Makes the row.</summary>
    /// <param name="revision">The revision of the book that the update was made on.</param>
    /// <param name="operationId">The caller's own id of the operation; null if none was given.</param>
    /// <param name="undoes">The revision of the step that this one takes back; null if it takes none back.</param>
    /// <param name="content">The changes as <see cref="BookChangeJson"/> writes them; null where erasing a person purged the step.</param>
    public StoredStep(long revision, string? operationId, long? undoes, string? content)
    {
        Revision = revision;
        OperationId = operationId;
        Undoes = undoes;
        Content = content;
    }

    /// <summary>Gets the revision of the book that the update was made on.</summary>
    public long Revision { get; }

    /// <summary>Gets the caller's own id of the operation; null if none was given.</summary>
    public string? OperationId { get; }

    /// <summary>Gets the revision of the step that this one takes back; null if it takes none back.</summary>
    public long? Undoes { get; }

    /// <summary>Gets the changes as <see cref="BookChangeJson"/> writes them; null where erasing a person purged the step.</summary>
    public string? Content { get; }

    /// <summary>Returns the revision, without personal data.</summary>
    /// <returns>A text such as "update 12".</returns>
    public override string ToString() => $"update {Revision}";
}
