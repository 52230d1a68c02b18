using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Books;

namespace RelationshipKit;

/// <summary>The result of an operation on a book: the new book, the changes made, and what was refused with the reason.</summary>
/// <remarks>Immutable, so it is safe to share between threads. The book that was operated on is unchanged.</remarks>
public sealed class BookUpdate
{
    private readonly BookStep step;
    private readonly ImmutableArray<BookChange>[] changes = new ImmutableArray<BookChange>[1];

    internal BookUpdate(RelationshipBook before, RelationshipBook book, BookStep step, ImmutableArray<BookRefusal> refused)
    {
        Before = before;
        Book = book;
        this.step = step;
        Refused = refused;
        Steps = [step];
    }

    /// <summary>Gets the book after the operation; the same book if nothing was changed.</summary>
    [JsonIgnore]
    public RelationshipBook Book { get; }

    /// <summary>Gets the changes that were made, in order. None means that the update is not a step of the journal.</summary>
    [JsonIgnore]
    public ImmutableArray<BookChange> Changes
    {
        get
        {
            if (changes[0].IsDefault)
            {
                changes[0] = [.. Steps.SelectMany(made => made.Edits.Select(edit => new BookChange(edit, made)))];
            }

            return changes[0];
        }
    }

    [JsonInclude, JsonPropertyName("changes")]
    internal int ChangesCount => Changes.Length;

    /// <summary>Gets what was not done, with the reason for each.</summary>
    [JsonPropertyName("refused")]
    public ImmutableArray<BookRefusal> Refused { get; }

    /// <summary>Gets what an erasure removed; null for every other operation.</summary>
    [JsonPropertyName("erasure")]
    public ErasureReport? Erasure { get; internal init; }

    /// <summary>Gets the book that the operation was made on.</summary>
    [JsonIgnore]
    public RelationshipBook Before { get; }

    /// <summary>Gets the revision of the book that the operation was made on.</summary>
    [JsonPropertyName("baseRevision")]
    public long BaseRevision => step.Revision;

    /// <summary>Gets the caller's own id of the operation, if <see cref="WithOperationId"/> gave one.</summary>
    [JsonPropertyName("operationId")]
    public string? OperationId => step.Operation;

    /// <summary>
    /// Gets the steps of the journal that the update is: one, or several where changes of several updates were made again.
    /// </summary>
    internal ImmutableArray<BookStep> Steps { get; init; }

    /// <summary>Returns the new book, or throws if anything was refused.</summary>
    /// <returns>The value of <see cref="Book"/>.</returns>
    /// <exception cref="BookRefusedException">Something was refused.</exception>
    public RelationshipBook OrThrow() => Refused.IsEmpty ? Book : throw new BookRefusedException(Refused);

    /// <summary>Goes on with another operation and makes one update of both: one transaction, and one step to undo.</summary>
    /// <param name="operation">The operation on the new book.</param>
    /// <returns>The changes and refusals of both, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is <see langword="null"/>.</exception>
    public BookUpdate Then(Func<RelationshipBook, BookUpdate> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var next = operation(Book);
        return next.step.Edits.IsEmpty
            ? new BookUpdate(Before, Book, step, [.. Refused, .. next.Refused]) { Erasure = Erasure ?? next.Erasure }
            : Before.Updated(
                next.Book.State, [.. step.Edits, .. next.step.Edits], [.. Refused, .. next.Refused], step.Operation,
                Erasure ?? next.Erasure);
    }

    /// <summary>Returns the same update under an id of the caller's own, so that a store takes a repeated call for the same one.</summary>
    /// <param name="operationId">From 1 to 256 characters.</param>
    /// <returns>The update with the id.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="operationId"/> has another length, a control character or white space at an end.
    /// </exception>
    public BookUpdate WithOperationId(string operationId)
    {
        Numerics.Names.Check(operationId);
        return Before.Updated(Book.State, step.Edits, Refused, operationId, Erasure);
    }

    /// <summary>Takes the update back.</summary>
    /// <param name="later">The book to take it back on, which has been updated since; null for <see cref="Book"/>.</param>
    /// <returns>An update; it refuses if what was changed has been changed again since, or if a person was erased.</returns>
    public BookUpdate Undo(RelationshipBook? later = null) => (later ?? Book).UndoSteps(Steps);

    /// <summary>Returns how many changes and refusals there are.</summary>
    /// <returns>A text such as "2 changes, 1 refused".</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{step.Edits.Length} changes, {Refused.Length} refused");
}
