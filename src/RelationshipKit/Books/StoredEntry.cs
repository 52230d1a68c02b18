namespace RelationshipKit.Books;

/// <summary>One of the other things that a book keeps, such as an override, a snooze or a favour, as a store keeps it.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class StoredEntry
{
    /// <summary>Makes the row.</summary>
    /// <param name="part">What kind of thing it is: the name that the book's document gives it, such as "overrides".</param>
    /// <param name="key">The key within the part, often the id of a contact; empty where a book keeps one of the kind.</param>
    /// <param name="content">The value as JSON; null if an update removed it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> or <paramref name="key"/> is <see langword="null"/>.</exception>
    public StoredEntry(string part, string key, string? content)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(key);
        Part = part;
        Key = key;
        Content = content;
    }

    /// <summary>Gets what kind of thing it is: the name that the book's document gives it, such as "overrides".</summary>
    public string Part { get; }

    /// <summary>Gets the key within the part, often the id of a contact; empty where a book keeps one of the kind.</summary>
    public string Key { get; }

    /// <summary>Gets the value as JSON; null if an update removed it.</summary>
    public string? Content { get; }

    /// <summary>Returns the kind of thing, without personal data.</summary>
    /// <returns>A text such as "overrides".</returns>
    public override string ToString() => Part;
}
