using NodaTime.Text;
using RelationshipKit.Scoring;

namespace RelationshipKit.Serialization;

/// <summary>Writes and reads receipts of scores.</summary>
internal static class ReceiptEntries
{
    private const int DigestLength = 64;

    public static ReceiptDocument Write(ScoreReceipt receipt) => new()
    {
        Contact = receipt.Contact.Value,
        AsOf = InstantPattern.ExtendedIso.Format(receipt.AsOf),
        Facet = receipt.Facet?.Name,
        Settings = receipt.Settings,
        History = receipt.History,
        Version = receipt.Version,
        Strength = receipt.Strength.Value,
        ExpectedContacts = receipt.ExpectedContacts,
    };

    public static ScoreReceipt Read(ReceiptDocument entry)
    {
        var asOf = TouchpointEntries.ReadInstant(entry.AsOf, "$.asOf");
        return ContactEntries.Made(
            () => new ScoreReceipt(
                ContactId.FromValue(entry.Contact),
                asOf,
                entry.Facet is { } facet ? Facet.FromName(facet) : null,
                Digest(entry.Settings, "settings"),
                Digest(entry.History, "history"),
                Numerics.Names.Check(entry.Version),
                Strength.FromValue(entry.Strength),
                entry.ExpectedContacts >= 0
                    ? entry.ExpectedContacts
                    : throw JsonDocumentHead.Error("The expected contacts are negative; they must be 0 or more.", "$.expectedContacts")),
            "$");
    }

    private static string Digest(string text, string name) => text.Length == DigestLength && text.All(char.IsAsciiHexDigitLower)
        ? text
        : throw JsonDocumentHead.Error($"The digest is not a SHA-256 digest; it must be {DigestLength} hexadecimal digits.", $"$.{name}");
}
