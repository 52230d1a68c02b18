using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.Tests.Sources;

namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>vCards are read as ical.js reads them, and it reads what is exported.</summary>
public class VCardOracleTests
{
    // What means something in a vCard, and letters of several scripts.
    private static readonly string[] Scraps =
        [
            "Ada", "Ünal", "李 小龍", "O'Neil", "a,b", "c;d", "e:f", "\"g\"", "\\", "\\n", "=3D", "😀", "עברית", "x y", "END:VCARD", "-",
            new string('w', 90)
        ];

    private sealed record Card(
        string Name, string[] Parts, string[] Emails, string[] Phones, string[] Organisation, string Title, string[] Notes, string[] Tags);

    [IcalJsFact]
    public async Task Cards_OfTheCorpus_AreReadAsIcalJsReadsThem()
    {
        var texts = Corpus.Folder is null ? []
            : Directory.GetFiles(Path.Combine(Corpus.Folder, "vcard")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(bytes => System.Text.Unicode.Utf8.IsValid(bytes)).Select(Encoding.UTF8.GetString).ToArray();
        texts = [.. texts, "BEGIN:VCARD\r\nVERSION:3.0\r\nfn:a\\, b\r\nitem1.EMAIL;TYPE=\"x;y\":A@x.o\r\n rg\r\nEND:VCARD\r\n"];

        Assert.True(await Compared(texts) >= texts.Length / 2);
    }

    [IcalJsFact]
    public async Task ExportedCards_AreReadByIcalJsAndFoldedAnewTheSame()
    {
        var random = new Random(20261130);
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(Enumerable.Range(0, 300).Select(i => Someone(i, random))).OrThrow();
        var texts = new[] { VCardVersion.Four, VCardVersion.Three }.Select(version =>
        {
            using var stream = new MemoryStream();
            Export.VCard(book, stream, version);
            return Encoding.UTF8.GetString(stream.ToArray());
        }).ToArray();
        var cards = await Asked(texts);

        // Version 3.0 asks for a backslash before a semicolon, and ical.js leaves it there.
        Assert.All(cards, read => Assert.Equal(book.Contacts.Select(contact => contact.Name), read!.Select(card => Plain(card.Name))));
        Assert.All(
            cards,
            read => Assert.Equal(
                    book.Contacts.Select(contact => contact.Notes ?? ""), read!.Select(card => Plain(string.Join('\n', card.Notes)))));
        Assert.All(cards[0]!, card => Assert.DoesNotContain("\\;", card.Name, StringComparison.Ordinal));
        Assert.Equal(4, await Compared([.. texts, .. texts.Select(text => Folded(text, random))]));
    }

    private static string Plain(string text) => text.Replace("\\;", ";", StringComparison.Ordinal);

    private static async Task<Card[]?[]> Asked(string[] texts) =>
        JsonSerializer.Deserialize<Card[]?[]>(
            await Oracle.Run(Oracle.Node!, [Oracle.Script("icaljs.cjs"), Oracle.IcalJs!, "cards"], JsonSerializer.Serialize(texts)),
            JsonSerializerOptions.Web)!;

    // Returns how many of the texts both can read.
    private static async Task<int> Compared(string[] texts)
    {
        var expected = await Asked(texts);
        var both = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if (expected[i] is not { } cards || texts[i].Contains("KIND:group", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var people = Reading.OfText(texts[i]).People.ToArray();
            if (people.Length == 0)
            {
                // A card of nobody.
                continue;
            }

            both++;
            Assert.Equal(cards.Select(Told), people.Select(Told));
        }

        return both;
    }

    private static string Told(Card card) => string.Join('\n',
        NameText.Clean(Plain(card.Name)),
        string.Join('|', card.Emails.Select(AddressText.Email).OfType<SourceAddress>().Distinct().Select(address => address.Value)),
        NameText.Clean(Plain(card.Title)), string.Join(", ", card.Organisation.Where(part => part.Length > 0).Select(NameText.Clean)));

    private static string Told(SourcePerson person) => string.Join('\n',
        person.Name,
        string.Join('|', person.Addresses.Where(one => one.Address.Kind == SourceAddressKind.Email).Select(one => one.Address.Value)),
        person.Title, person.Organisation);

    private static Contact Someone(int number, Random random)
    {
        string Text() =>
            NameText.Clean(string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Scraps[random.Next(Scraps.Length)])));
        string? Maybe() => random.Next(2) == 0 ? null : Text();
        return new Contact(ContactId.FromValue($"c{number:000}"), Text())
        {
            StructuredName = new StructuredName { Given = Maybe(), Family = Maybe(), Prefix = Maybe() },
            Addresses = [.. Enumerable.Range(0, random.Next(3)).Select(i => Address.Email($"p{i}.{number}@example.org", Maybe()))],
            Organization = Maybe(),
            JobTitle = Maybe(),
            Notes = random.Next(2) == 0 ? null : $"{Text()}\n{Text()}",
            Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text()).Distinct()],
        };
    }

    // The same properties with folds elsewhere, other line ends and names in small letters.
    private static string Folded(string text, Random random)
    {
        var folded = new StringBuilder();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var name = line.IndexOfAny([':', ';']);
            var written = random.Next(3) == 0 && line[..name] is not ("BEGIN" or "END" or "VERSION") ? line[..name]
                .ToLowerInvariant() + line[name..] : line;
            for (var i = 0; i < written.Length; i++)
            {
                if (i > 0 && !line.StartsWith("BEGIN", StringComparison.Ordinal) && !line.StartsWith(
                    "END", StringComparison.Ordinal) && !char.IsLowSurrogate(written[i]) && random.Next(40) == 0)
                {
                    folded.Append(random.Next(2) == 0 ? "\n " : "\r\n\t");
                }

                folded.Append(written[i]);
            }

            folded.Append('\n');
        }

        return folded.ToString();
    }
}
