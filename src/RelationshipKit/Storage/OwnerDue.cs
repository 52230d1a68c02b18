namespace RelationshipKit.Storage;

/// <summary>A contact who is due, and whose contact it is.</summary>
/// <param name="Owner">The owner's name in the store.</param>
/// <param name="Due">Who is due, and when.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record OwnerDue(string Owner, DueContact Due)
{
    /// <summary>Returns what it is, without personal data.</summary>
    /// <returns>The text "a contact who is due".</returns>
    public override string ToString() => "a contact who is due";
}
