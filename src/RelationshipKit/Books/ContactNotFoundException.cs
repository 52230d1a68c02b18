namespace RelationshipKit;

/// <summary>A question was asked about a contact that the book does not have.</summary>
/// <remarks>The message does not name the id; <see cref="Contact"/> does.</remarks>
public sealed class ContactNotFoundException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="contact">The id that was asked about.</param>
    /// <param name="paramName">The parameter that named it; null for none.</param>
    public ContactNotFoundException(ContactId contact, string? paramName)
        : base("The book has no such contact.", paramName) =>
        Contact = contact;

    /// <summary>Gets the id that was asked about.</summary>
    public ContactId Contact { get; }
}
