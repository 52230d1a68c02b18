using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Contacts;

namespace RelationshipKit.Books;

/// <summary>Keyed digests of what identifies a person, which tell that somebody was erased and not who.</summary>
/// <remarks>HMAC-SHA-256 (RFC 2104) over ids, aliases and addresses without case. The key is the host's.</remarks>
internal static class ErasureDigest
{
    public static IEnumerable<string> Of(ReadOnlyMemory<byte> key, Contact contact) =>
        contact.Aliases.Prepend(contact.Id).Select(TextOf)
            .Concat(contact.Addresses.Select(TextOf))
            .Select(text => Digest(key, text));

    public static string Of(ReadOnlyMemory<byte> key, Address address) => Digest(key, TextOf(address));

    public static string Of(ReadOnlyMemory<byte> key, ContactId id) => Digest(key, TextOf(id));

    public static bool Matches(BookState state, Contact contact) =>
        !state.Forgotten.IsEmpty && Of(state.ErasureKey, contact).Any(state.Forgotten.ContainsKey);

    private static string TextOf(ContactId id) => "id\n" + id.Value;

    private static string TextOf(Address address) => $"{address.Kind}\n{address.Value.ToLowerInvariant()}";

    private static string Digest(ReadOnlyMemory<byte> key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text)));
}
