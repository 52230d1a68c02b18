namespace RelationshipKit.Books;

/// <summary>The rows of a store that an update changes, each once, as they are after it.</summary>
internal sealed class ChangedRows(BookState before, BookState after)
{
    public BookState Before => before;

    public BookState After => after;

    public Dictionary<ContactId, StoredContact> Contacts { get; } = [];

    public Dictionary<TouchpointKey, StoredTouchpoint> Touchpoints { get; } = [];

    public Dictionary<(string Part, string Key), StoredEntry> Entries { get; } = [];
}
