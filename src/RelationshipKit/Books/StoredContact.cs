namespace RelationshipKit.Books;

/// <summary>A contact as a store keeps it.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class StoredContact
{
    /// <summary>Makes the row.</summary>
    /// <param name="id">The id that the contact is kept under.</param>
    /// <param name="contact">The contact; null if an update removed it.</param>
    public StoredContact(ContactId id, Contact? contact)
    {
        Id = id;
        Contact = contact;
    }

    /// <summary>Gets the id that the contact is kept under.</summary>
    public ContactId Id { get; }

    /// <summary>Gets the contact; null if an update removed it.</summary>
    public Contact? Contact { get; }

    /// <summary>Gets whether nothing was kept under the id before the update.</summary>
    public bool IsNew { get; internal init; }

    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>A text such as "a contact".</returns>
    public override string ToString() => Contact is null ? "a removed contact" : "a contact";
}
