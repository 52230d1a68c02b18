using System.Collections.Immutable;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>All tables of the store.</summary>
/// <remarks>Instants are microseconds since 1970-01-01 in UTC, lengths are microseconds, and each row names its owner.</remarks>
public static class StoreTables
{
    private const int LongestName = 256;

    private static readonly StoreColumn Owner = new("owner_id", typeof(long));

    // The key of a touchpoint grows with its participants, so the first half of its SHA-256 replaces it.
    private static readonly StoreColumn Digest = new("digest", typeof(byte[]), MaxLength: 16);

    private static readonly StoreColumn Version = new("version", typeof(int));

    /// <summary>Gets the owners, with the revision of each one's book.</summary>
    public static StoreTable Owners { get; } = new(
        "relationship_owners",
        [new("id", typeof(long)), Text("name"), Text("zone"), new("revision", typeof(long))],
        ["id"]) { Indexes = [["name"]] };

    /// <summary>Gets the contacts: the columns to search by, and the whole contact as JSON.</summary>
    public static StoreTable Contacts { get; } = new(
        "relationship_contacts",
        [Owner, Text("id"), Text("name"), Text("circle", false), Text("state"), Any("content")],
        ["owner_id", "id"]);

    /// <summary>Gets the addresses of the contacts, to search by.</summary>
    public static StoreTable Addresses { get; } = new(
        "relationship_addresses",
        [Owner, Text("contact"), new("number", typeof(int)), Text("kind"), Any("value"), Text("label", false)],
        ["owner_id", "contact", "number"]);

    /// <summary>Gets the versions of touchpoints; the one in use has no <c>until</c>.</summary>
    public static StoreTable Touchpoints { get; } = new(
        "relationship_touchpoints",
        [
            Owner, Digest, Version, new("at", typeof(long)), new("length", typeof(long), false), Text("channel"), Text("direction"),
            Text("outcome"), Text("gesture"),
            Text("facet", false), Text("source", false), Any("source_key", false), Text("id", false), Any("note", false),
            new("others_present", typeof(int)),
            new("is_automatic", typeof(bool)), new("needs_no_answer", typeof(bool)), new("recorded_at", typeof(long)),
            new("until", typeof(long), false),
        ],
        ["owner_id", "digest", "version"]) { Indexes = [["owner_id", "at"]] };

    /// <summary>Gets who took part in which version of a touchpoint.</summary>
    public static StoreTable Participants { get; } = new(
        "relationship_participants",
        [Owner, Digest, Version, Text("contact")],
        ["owner_id", "digest", "version", "contact"]) { Indexes = [["owner_id", "contact"]] };

    /// <summary>
    /// Gets everything else that a book keeps, such as cadences, overrides, snoozes and favours, as JSON by part and key.
    /// </summary>
    public static StoreTable Entries { get; } = new(
        "relationship_entries",
        [Owner, Text("part"), Text("key"), Any("content")],
        ["owner_id", "part", "key"]);

    /// <summary>Gets the updates in order: the journal, and what others catch up with. Erasing a person empties their content.</summary>
    public static StoreTable Updates { get; } = new(
        "relationship_updates",
        [
            Owner, new("revision", typeof(long)), Text("update_id"), Text("operation_id", false), new("undoes", typeof(long), false),
            new("in_journal", typeof(bool)), Any("content", false)
        ],
        ["owner_id", "revision"]) { Indexes = [["owner_id", "update_id"]] };

    /// <summary>Gets all tables; the owners first.</summary>
    public static ImmutableArray<StoreTable> All { get; } = [Owners, Contacts, Addresses, Touchpoints, Participants, Entries, Updates];

    private static StoreColumn Text(string name, bool isRequired = true) => new(name, typeof(string), isRequired, LongestName);

    private static StoreColumn Any(string name, bool isRequired = true) => new(name, typeof(string), isRequired);
}
