namespace RelationshipKit.Books;

/// <summary>A contact as a store keeps it.</summary>
/// <param name="Id">The id that the contact is kept under.</param>
/// <param name="Contact">The contact; null if an update removed it.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoredContact(ContactId Id, Contact? Contact)
{
    /// <summary>Gets whether nothing was kept under the id before the update.</summary>
    public bool IsNew { get; init; }

    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>A text such as "a contact".</returns>
    public override string ToString() => Contact is null ? "a removed contact" : "a contact";
}
