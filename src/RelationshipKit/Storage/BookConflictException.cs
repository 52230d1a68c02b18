using System.Collections.Immutable;

namespace RelationshipKit.Storage;

/// <summary>Somebody else wrote since the book of an update was read. Nothing was written.</summary>
/// <remarks>
/// Make the operation again on <see cref="Current"/>, or leave that to <see cref="IStoredBook.UpdateAsync"/>.
/// </remarks>
public sealed class BookConflictException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="current">The book as the store has it now.</param>
    /// <param name="theirs">What others changed, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="current"/> is <see langword="null"/>.</exception>
    public BookConflictException(RelationshipBook current, ImmutableArray<BookChange> theirs)
        : base("Somebody else wrote since the book of this update was read; make the operation again on the newest book.")
    {
        ArgumentNullException.ThrowIfNull(current);
        Current = current;
        Theirs = theirs;
    }

    /// <summary>Gets the book as the store has it now.</summary>
    public RelationshipBook Current { get; }

    /// <summary>Gets what others changed, in order; none if an erasure was among it, which leaves no trace to show.</summary>
    public ImmutableArray<BookChange> Theirs { get; }
}
