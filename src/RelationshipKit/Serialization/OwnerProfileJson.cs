using System.Text.Json;
using RelationshipKit.Contacts;

namespace RelationshipKit.Serialization;

/// <summary>What an owner offers and needs as a versioned JSON document, saved and loaded without loss.</summary>
/// <remarks>
/// <code>
/// { "format": "relationshipkit/owner", "version": 1, "offers": [ { "kind": "knowledge", "topic": "tax returns" } ] }
/// </code>
/// <para>Written and read as strictly as <see cref="ContactJson"/> does. The methods keep nothing and are safe to call from several threads
/// on different streams.</para>
/// </remarks>
public static class OwnerProfileJson
{
    private const string Format = "relationshipkit/owner";

    private const int Version = 1;

    /// <summary>Writes a profile to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="owner">The profile.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Save(Stream stream, OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(owner);
        JsonSerializer.Serialize(stream, Write(owner), DocumentsJsonContext.Default.OwnerDocument);
    }

    /// <summary>Reads a profile from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The document is not JSON or breaks a rule; message and path say which rule and where.</exception>
    public static OwnerProfile Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(
            JsonSerializer.Deserialize(JsonDocumentHead.Read(stream, Format, Version).Span, DocumentsJsonContext.Default.OwnerDocument)!);
    }

    internal static OwnerDocument Write(OwnerProfile owner) => new()
    {
        Format = Format,
        Version = Version,
        Offers = ContactEntries.All(owner.Offers, ContactEntries.Write),
        Needs = ContactEntries.All(owner.Needs, ContactEntries.Write),
        Addresses = ContactEntries.All(owner.Addresses, ContactEntries.Write),
    };

    internal static OwnerProfile Read(OwnerDocument document)
    {
        JsonDocumentHead.Check(document.Format, Format, document.Version, Version);
        var owner = ContactEntries.Made(
            () => new OwnerProfile { Offers = ContactEntries.All(document.Offers, "$.offers", ContactEntries.ReadContribution) },
            "$.offers");
        owner = ContactEntries.Made(
            () => owner with { Needs = ContactEntries.All(document.Needs, "$.needs", ContactEntries.ReadContribution) }, "$.needs");
        return ContactEntries.Made(
            () => owner with { Addresses = ContactEntries.All(document.Addresses, "$.addresses", ContactEntries.ReadAddress) },
            "$.addresses");
    }
}
