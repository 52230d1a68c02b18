namespace RelationshipKit;

/// <summary>A question was asked about a contact that the book does not have.</summary>
/// <remarks>The message does not name the id; <see cref="Contact"/> does.</remarks>
public sealed class ContactNotFoundException : ArgumentException
{
    internal ContactNotFoundException(ContactId contact, string paramName)
        : base("The book has no such contact.", paramName) =>
        Contact = contact;

    /// <summary>Gets the id that was asked about.</summary>
    public ContactId Contact { get; }
}
