using System.Collections.Immutable;
using System.Text.Json;

namespace RelationshipKit.Serialization;

/// <summary>Contacts as a versioned JSON document, saved and loaded without loss.</summary>
/// <remarks>
/// <code>
/// { "format": "relationshipkit/contacts", "version": 1, "contacts": [ { "id": "ada", "name": "Ada" } ] }
/// </code>
/// <para>
/// UTF-8, indented, lines ended by a line feed; contacts and their lists in the order given, what is absent or a default left out: the same
/// contacts are always the same bytes. Kinds are words in camel case, dates ISO-8601, partial dates as <see cref="PartialDate.ToString()"/>
/// writes them.
/// </para>
/// <para>
/// Loading is strict: an unknown format, version, kind or member, a member given twice or two contacts with one id are refused,
/// by an exception that says what is wrong and where. No reflection is used, so both work in trimmed and ahead-of-time compiled programs.
/// </para>
/// <para>The methods keep nothing and are safe to call from several threads on different streams.</para>
/// </remarks>
public static class ContactJson
{
    private const string Format = "relationshipkit/contacts";

    private const int Version = 1;

    /// <summary>Writes contacts to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="contacts">The contacts, no two with one id.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A contact is <see langword="null"/>, or two have one id; nothing has been written then.
    /// </exception>
    public static void Save(Stream stream, IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(contacts);
        JsonSerializer.Serialize(stream, Write(contacts), DocumentsJsonContext.Default.ContactsDocument);
    }

    /// <summary>Reads contacts from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The contacts, in the order they were saved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not JSON or breaks a rule above; message and path say which rule and where.
    /// </exception>
    public static ImmutableArray<Contact> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(JsonSerializer.Deserialize(
            JsonDocumentHead.Read(stream, Format, Version).Span,
            DocumentsJsonContext.Default.ContactsDocument)!); // the head has made sure that there is an object
    }

    internal static ContactsDocument Write(IEnumerable<Contact> contacts)
    {
        var entries = new List<ContactsDocument.ContactEntry>();
        var ids = new HashSet<ContactId>();
        foreach (var contact in contacts)
        {
            if (contact is null)
            {
                throw new ArgumentException($"The contact at position {entries.Count} is null; it must not be.", nameof(contacts));
            }

            if (!ids.Add(contact.Id))
            {
                throw new ArgumentException(
                    $"The contact at position {entries.Count} has the id of one before it; ids must differ.", nameof(contacts));
            }

            entries.Add(ContactEntries.Write(contact));
        }

        return new ContactsDocument { Format = Format, Version = Version, Contacts = entries };
    }

    internal static ImmutableArray<Contact> Read(ContactsDocument document)
    {
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        var contacts = ImmutableArray.CreateBuilder<Contact>(document.Contacts.Count);
        var ids = new HashSet<ContactId>();
        for (var i = 0; i < document.Contacts.Count; i++)
        {
            var path = $"$.contacts[{i}]";
            var contact = ContactEntries.Read(document.Contacts[i] ?? throw JsonDocumentHead.Error("The contact is null.", path), path);
            contacts.Add(
                ids.Add(contact.Id) ? contact
                    : throw JsonDocumentHead.Error("The id is that of a contact before it; ids must differ.", $"{path}.id"));
        }

        return contacts.MoveToImmutable();
    }
}
