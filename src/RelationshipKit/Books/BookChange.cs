using RelationshipKit.Books;
using RelationshipKit.Cadences;

namespace RelationshipKit;

/// <summary>One change that an update made to a book: what kind of thing, of which contact, and what became of it.</summary>
/// <remarks>
/// <para><see cref="BookChangeJson"/> writes and reads changes; <see cref="RelationshipBook.Apply"/> makes them again on the book that they
/// were made on.</para>
/// <para>Every change knows its inverse, except an erasure and the forgetting of touchpoints: what is gone is not kept anywhere.</para>
/// <para>Immutable, so it is safe to share between threads. <see cref="ToString"/> names no contact.</para>
/// </remarks>
public sealed class BookChange
{
    internal BookChange(BookEdit edit, BookStep step)
    {
        Edit = edit;
        Step = step;
    }

    /// <summary>Gets the kind of thing that is changed.</summary>
    public BookChangeKind Kind => Edit.Kind;

    /// <summary>Gets whether it was added, changed or removed.</summary>
    public BookChangeAction Action => Edit.Action;

    /// <summary>Gets the one contact that the change is about, or null if it is about several or none.</summary>
    public ContactId? Contact => Edit.Contact;

    /// <summary>
    /// Gets whether the change can be taken back. An erasure cannot be taken back. Forgetting touchpoints cannot be taken back either.
    /// </summary>
    public bool CanBeUndone => Edit.Inverse() is not null;

    internal BookEdit Edit { get; }

    /// <summary>Gets the update that the change is part of.</summary>
    internal BookStep Step { get; }

    internal CadencePolicies Policies => Step.Policies;

    /// <summary>Returns the kind and the action, for logs.</summary>
    /// <returns>A text such as "Touchpoint Added".</returns>
    public override string ToString() => $"{Kind} {Action}";
}
