using System.Collections.Immutable;

namespace RelationshipKit;

/// <summary>Something that a book was asked to do and did not do, with the reason.</summary>
/// <remarks>Immutable, so it is safe to share between threads. <see cref="ToString"/> names no contact.</remarks>
public sealed class BookRefusal
{
    internal BookRefusal(BookRefusalReason reason, string message, params ImmutableArray<ContactId> contacts)
    {
        Reason = reason;
        Message = message;
        Contacts = contacts;
    }

    /// <summary>Gets why.</summary>
    public BookRefusalReason Reason { get; }

    /// <summary>Gets the ids that the reason is about: those the book does not know, or the one that is taken.</summary>
    public ImmutableArray<ContactId> Contacts { get; }

    /// <summary>Gets the position among what was asked for at once, counted from 0.</summary>
    public int Index { get; internal init; }

    /// <summary>Gets what is wrong and what to do instead, in English and without an id.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Reason}: {Message}";
}
