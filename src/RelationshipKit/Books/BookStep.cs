using System.Collections.Immutable;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>One update of a book as its journal keeps it.</summary>
/// <param name="Revision">The revision of the book before the update; no two steps of a book have the same.</param>
/// <param name="Operation">The caller's own id of the operation, if given.</param>
/// <param name="Undoes">The revision of the step that this one takes back, if it does.</param>
/// <param name="Edits">What was changed, in order.</param>
/// <param name="Policies">The host's policies, which name those that are the host's own.</param>
internal sealed record BookStep(long Revision, string? Operation, long? Undoes, ImmutableArray<BookEdit> Edits, CadencePolicies Policies)
{
    /// <summary>Gets whether parts of the step were purged with an erased person, so that it cannot be taken back any more.</summary>
    public bool IsSkipped { get; init; }

    public bool Equals(BookStep? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Revision.GetHashCode();
}
