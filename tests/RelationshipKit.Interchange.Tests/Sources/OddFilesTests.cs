using System.IO.Compression;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Files that some program wrote oddly: nothing of them is lost without a word.</summary>
public sealed class OddFilesTests : IDisposable
{
    private const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida\r\nEMAIL:ida@x.org\r\nEND:VCARD\r\n";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Cards_WithReturnsAsLineEnds_AreRead() =>
        Assert.Equal(
            ["Ida", "Ida"],
            Reading.OfText((Card + Card).Replace("\r\n", "\r", StringComparison.Ordinal)).People.Select(person => person.Name));

    [Fact]
    public void Events_WithReturnsAsLineEnds_AreRead() =>
        Assert.Single(
            Reading.OfText(
                "BEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART:20240101T100000Z\rATTENDEE:mailto:a@x\r .org\rEND:VEVENT\rEND:VCALENDAR\r").Events);

    [Fact]
    public void Card_WithABlankBeforeItsBegin_IsRead() => Assert.Equal(2, Reading.OfText($"  {Card} {Card}").People.Count());

    [Theory]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:Ida=\r\n")]
    [InlineData("FN:Ida\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb=\r\n")]
    public void Card_WithASoftBreakBeforeItsEnd_IsWhole(string lines) =>
        Assert.Equal(
            ["Ida", "Ida"],
            Reading.OfText($"BEGIN:VCARD\r\nVERSION:2.1\r\n{lines}END:VCARD\r\n{Card}").People.Select(person => person.Name));

    [Fact]
    public async Task Cards_OfTwoPeopleWithOneUid_AreTwoContacts()
    {
        var text = Card.Replace("FN:", "UID:1\r\nFN:", StringComparison.Ordinal);
        var path = folder.Write(
            "copied.vcf", text + text.Replace("Ida", "Bo", StringComparison.Ordinal).Replace("ida@", "bo@", StringComparison.Ordinal));
        var empty = RelationshipBook.Create(DateTimeZone.Utc);
        var settings = new ImportSettings { AsOf = Instant.FromUtc(2026, 6, 1, 0, 0) };
        var book = (await Import.ReadAsync([path], settings, empty)).Apply(empty).OrThrow();

        Assert.Equal(["Bo", "Ida"], book.Contacts.Select(contact => contact.Name).Order(StringComparer.Ordinal));
        Assert.Empty((await Import.ReadAsync([path], settings, book)).Apply(book).Changes);
    }

    [Fact]
    public void Zip_WithinAnotherFile_SaysWhatItIs()
    {
        var zip = Path.Combine(folder.Path, "empty.zip");
        ZipFile.Open(zip, ZipArchiveMode.Create).Dispose();
        Assert.Equal("the zip holds no files.", Assert.Throws<InterchangeException>(() => Import.FormatOf(zip)).Reason);

        var inner = Path.Combine(folder.Path, "inner.zip");
        using (var archive = ZipFile.Open(inner, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("a.vcf").Open();
            entry.Write(Encoding.UTF8.GetBytes(Card));
        }

        var outer = Path.Combine(folder.Path, "outer.zip");
        using (var archive = ZipFile.Open(outer, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(inner, "inner.zip");
        }

        Assert.Contains(
            "a zip within another file", Assert.Throws<InterchangeException>(() => Import.FormatOf(outer)).Reason,
            StringComparison.Ordinal);
        var packed = Path.Combine(folder.Path, "inner.zip.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            gzip.Write(File.ReadAllBytes(inner));
        }

        Assert.Contains(
            "a zip within gzip", Assert.Throws<InterchangeException>(() => Import.FormatOf(packed)).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
