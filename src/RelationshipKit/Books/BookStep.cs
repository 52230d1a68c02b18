using System.Collections.Immutable;
using RelationshipKit.Cadences;

namespace RelationshipKit.Books;

/// <summary>One update of a book as its journal keeps it.</summary>
internal sealed record BookStep
{
    private readonly Lazy<(ImmutableArray<BookEdit> Edits, bool IsSkipped)> content;

    public BookStep(long revision, string? operation, long? undoes, ImmutableArray<BookEdit> edits, CadencePolicies policies)
        : this(revision, operation, undoes, policies, new Lazy<(ImmutableArray<BookEdit>, bool)>((edits, false)))
    {
    }

    private BookStep(
        long revision, string? operation, long? undoes, CadencePolicies policies,
        Lazy<(ImmutableArray<BookEdit> Edits, bool IsSkipped)> content)
    {
        Revision = revision;
        Operation = operation;
        Undoes = undoes;
        Policies = policies;
        this.content = content;
    }

    /// <summary>Gets the revision of the book before the update; no two steps of a book have the same.</summary>
    public long Revision { get; }

    /// <summary>Gets the caller's own id of the operation, if given.</summary>
    public string? Operation { get; }

    /// <summary>Gets the revision of the step that this one takes back, if it does.</summary>
    public long? Undoes { get; }

    /// <summary>Gets the host's policies, which name those that are the host's own.</summary>
    public CadencePolicies Policies { get; }

    /// <summary>Gets what was changed, in order.</summary>
    public ImmutableArray<BookEdit> Edits
    {
        get => content.Value.Edits;
        init => content = new((value, content.Value.IsSkipped));
    }

    /// <summary>Gets whether parts of the step were purged with an erased person, so that it cannot be taken back any more.</summary>
    public bool IsSkipped
    {
        get => content.Value.IsSkipped;
        init => content = new((content.Value.Edits, value));
    }

    /// <summary>Returns a step whose changes are read when they are asked for.</summary>
    public static BookStep Unread(long revision, string? operation, long? undoes, CadencePolicies policies, Func<BookStep> read) =>
        new(
            revision, operation, undoes, policies,
            new Lazy<(ImmutableArray<BookEdit>, bool)>(() => read() is var step ? (step.Edits, step.IsSkipped) : default));

    public bool Equals(BookStep? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Revision.GetHashCode();
}
