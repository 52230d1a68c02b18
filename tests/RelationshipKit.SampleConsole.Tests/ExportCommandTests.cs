namespace RelationshipKit.SampleConsole.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin("Zoë [x] O'Neil", "=HYPERLINK(1)");

    public void Dispose() => book.Dispose();

    [Theory]
    [InlineData("out.vcf", null, "VERSION:4.0")]
    [InlineData("out.vcf", "vcard3", "VERSION:3.0")]
    [InlineData("out.csv", null, "'=HYPERLINK(1)")]
    [InlineData("out.txt", "csv-lossless", "=HYPERLINK(1)")]
    [InlineData("out.ics", null, "BEGIN:VCALENDAR")]
    [InlineData("out.json", null, "=HYPERLINK(1)")]
    [InlineData("out.xyz", "VCARD", "FN:Zoë [x] O'Neil")]
    public void Export_WritesTheFormatThatWasMeant(string name, string? format, string content)
    {
        var path = book.FileIn(name);
        book.Done(["export", path, .. format is null ? (string[])[] : ["--format", format]]);

        Assert.Contains(content, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("is there already; --force", book.Refused("export", path, "--format", "vcard"), StringComparison.Ordinal);
        book.Done("export", path, "--format", "vcard", "--force");
        Assert.StartsWith("BEGIN:VCARD", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(book.Folder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Export_ToTheStandardOutput_IsReadByImport()
    {
        var text = book.Done("export", "-", "--format", "vcard").Output;
        using var other = new TestBook();
        other.Begin();
        Assert.Equal(0, other.RunWith(text, "import", "-").ExitCode);
        Assert.Contains(
            "Zoë [x] O'Neil", other.Done("due").Output + other.Done("score", "--as-of", "2026-03-02").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a book or another database", "export", "OTHER", "--format", "vcard", "--force")]
    [InlineData("is what is read", "export", "BOOK", "--format", "vcard", "--force")]
    [InlineData("is what is read", "export", "LINK", "--format", "vcard", "--force")]
    [InlineData("is what is read", "health", "--svg", "BOOK", "--force")]
    [InlineData("is what is read", "health", "--input", "CSV", "--svg", "CSV", "--force")]
    [InlineData("is what is read", "simulate", "--input", "SEED", "--svg", "SEED/network.json", "--force")]
    [InlineData("in a folder that is there", "export", "FOLDER", "--format", "vcard")]
    [InlineData("in a folder that is there", "export", "no/such/folder/a.vcf")]
    [InlineData("--format", "export", "OUT")]
    [InlineData("--format", "export", "OUT", "--format", "docx")]
    public void Output_NeverInThePlaceOfABookOrAnInput(string reason, params string[] args)
    {
        using var other = new TestBook().Begin();
        var csv = book.Write("people.csv", Sample.Csv);
        var link = book.FileIn("link.vcf");
        if (!File.Exists(link))
        {
            File.CreateSymbolicLink(link, book.Path);
        }

        string Named(string arg) => arg switch
        {
            "OTHER" => other.Path,
            "BOOK" => book.Path,
            "LINK" => link,
            "CSV" => csv,
            "FOLDER" => book.Folder,
            "OUT" => book.FileIn("out"),
            _ => arg.Replace("SEED", Path.Combine(AppContext.BaseDirectory, "seeds", "dozen"), StringComparison.Ordinal),
        };

        byte[] before = [.. File.ReadAllBytes(book.Path), .. File.ReadAllBytes(other.Path)];
        Assert.Contains(reason, book.Refused([.. args.Select(Named)]), StringComparison.Ordinal);
        Assert.True(before.AsSpan().SequenceEqual((byte[])[.. File.ReadAllBytes(book.Path), .. File.ReadAllBytes(other.Path)]));
        Assert.Equal(Sample.Csv, File.ReadAllText(csv));
    }
}
