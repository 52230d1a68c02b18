namespace RelationshipKit.Books;

/// <summary>One of the other things that a book keeps, such as an override, a snooze or a favour, as a store keeps it.</summary>
/// <param name="Part">What kind of thing it is: the name that the book's document gives it, such as "overrides".</param>
/// <param name="Key">The key within the part, often the id of a contact; empty where a book keeps one of the kind.</param>
/// <param name="Content">The value as JSON; null if an update removed it.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoredEntry(string Part, string Key, string? Content)
{
    /// <summary>Returns the kind of thing, without personal data.</summary>
    /// <returns>A text such as "overrides".</returns>
    public override string ToString() => Part;
}
