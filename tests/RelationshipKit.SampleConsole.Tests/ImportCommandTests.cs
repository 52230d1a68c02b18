using System.IO.Compression;
using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestBook book = new();

    public static TheoryData<string, string, string, int> Families => PeoplesFiles.All;

    public void Dispose() => book.Dispose();

    [Theory]
    [MemberData(nameof(Families))]
    public void Import_OfEachFamily_IsRecognisedAndASecondTimeAddsNothing(string name, string format, string text, int records)
    {
        book.Begin();
        var path = book.Write(name, text);
        var first = Json("import", path, "--me", "me@example.org", "--me", "Robin", "--json");
        var file = Assert.Single(first.GetProperty("files").EnumerateArray());
        Assert.Equal(
            (path, format, records),
            (file.GetProperty("path").GetString(), file.GetProperty("format").GetString(), file.GetProperty("records").GetInt32()));
        Assert.True(first.GetProperty("applied").GetBoolean());
        Assert.True(first.GetProperty("contacts").GetProperty("added").GetInt32() > 0);

        var before = book.Done("score", "--json").Output;
        var again = Json("import", path, "--me", "me@example.org", "--me", "Robin", "--json");
        Assert.Equal(
            (0, 0L),
            (again.GetProperty("contacts")
                .GetProperty("added")
                .GetInt32(), again.GetProperty("touchpoints")
                .GetProperty("added")
                .GetInt64()));
        Assert.Equal(before, book.Done("score", "--json").Output);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Score_OfEachFamily_ReadsItWithoutABook(string name, string format, string text, int records)
    {
        var path = book.Write(name, text);
        var run = book.Run(
            "score", "--input", path, "--owner", "me@example.org", "--me", "me@example.org", "--skip-bad", "--json", "--as-of",
            "2026-03-02");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.NotEqual(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("ties").GetArrayLength());
        Assert.True(format.Length > 0 && records > 0);
    }

    [Fact]
    public void Import_Json_HasTheFieldsInTheirOrder()
    {
        var run = book.Done("import", "--dry-run", "--json", book.Write("a.vcf", PeoplesFiles.Cards));
        var document = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal(["files", "contacts", "touchpoints", "me", "suggestions", "applied", "logKind"], Names(document));
        Assert.Equal(
            ["path", "format", "records", "contacts", "touchpoints", "automatic", "attempts", "skipped", "unread"],
            Names(document.GetProperty("files")[0]));
        Assert.Equal(["where", "reason"], Names(document.GetProperty("files")[0].GetProperty("skipped")[0]));
        Assert.Equal(["added", "changed", "same"], Names(document.GetProperty("contacts")));
        Assert.Equal(["added", "duplicates", "automatic", "attempts", "future"], Names(document.GetProperty("touchpoints")));
        Assert.False(document.GetProperty("applied").GetBoolean());
    }

    [Fact]
    public void Import_DryRun_ChangesNothing_WithAndWithoutABook()
    {
        var path = book.Write("a.vcf", PeoplesFiles.Cards);
        Assert.Contains("Nothing was changed", book.Done("import", "--dry-run", path).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(book.Path));

        book.Begin();
        var before = File.ReadAllBytes(book.Path);
        Assert.Contains("This would be added", book.Done("import", "--dry-run", path).Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(book.Path));
        Assert.Contains("\"init\"", new TestBook().Refused("import", path), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_AFileThatIsOfNoUse_LeavesTheBookAsItIsAndReportsTheOthers()
    {
        book.Begin();
        var (good, bad, empty) = (book.Write("a.vcf", PeoplesFiles.Cards), book.Write("b.pdf", "%PDF-1.7 x"), book.Write("c.vcf", ""));
        Assert.Contains(
            "b.pdf: the file is not of a known format; it is a PDF. " + empty, book.Refused("import", bad, empty),
            StringComparison.Ordinal);
        Assert.Contains("missing.vcf", book.Refused("import", book.FileIn("missing.vcf")), StringComparison.Ordinal);

        var page = book.Run("import", good, bad);
        Assert.Contains("a.vcf: ", page.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("would be added", page.Said, StringComparison.Ordinal);

        var run = book.Run("import", good, bad, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("it is a PDF. Nothing was added.", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(run.Output).RootElement.GetProperty("applied").GetBoolean());
        Assert.Contains("0 ties", book.Done("score").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Strict_RefusesAtTheFirstBadRecord_AndLenientReportsIt()
    {
        book.Begin();
        var path = book.Write("d.csv", Sample.Csv + "soon,eve,voice,out,,,\n");
        Assert.Contains("line 8", book.Refused("import", path, "--strict"), StringComparison.Ordinal);
        Assert.Contains("left out line 8", book.Done("import", path, "--skip-bad").Output, StringComparison.Ordinal);
        Assert.Contains("--strict", book.Refused("import", path, "--strict", "--skip-bad"), StringComparison.Ordinal);

        Assert.Contains("line 8", book.Refused("score", "--input", path), StringComparison.Ordinal);
        var loose = book.Run("score", "--input", path, "--skip-bad");
        Assert.Equal(0, loose.ExitCode);
        Assert.Contains("left out 1 bad rows; the first is line 8", loose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_ReadsZipsGzipAndTheStandardInput()
    {
        book.Begin();
        var zip = book.FileIn("all.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("cards.vcf", PeoplesFiles.Cards), ("mail/1.eml",
                PeoplesFiles.Mail)])
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        var files = Json("import", zip, "--me", "me@example.org", "--json").GetProperty("files");
        Assert.Equal(
            [zip + "!cards.vcf", zip + "!mail/1.eml"], files.EnumerateArray().Select(file => file.GetProperty("path").GetString()));

        var packed = book.FileIn("a.vcf.gz");
        using (var gzip = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(PeoplesFiles.Cards));
        }

        Assert.Equal(0, Json("import", packed, "--json").GetProperty("contacts").GetProperty("added").GetInt32());

        var piped = book.RunWith("BEGIN:VCARD\nVERSION:3.0\nFN:Piped\nEND:VCARD\n", "import", "-", "--json");
        Assert.Equal("-", JsonDocument.Parse(piped.Output).RootElement.GetProperty("files")[0].GetProperty("path").GetString());
        Assert.Contains(
            "Piped", book.RunWith("BEGIN:VCARD\nVERSION:3.0\nFN:Piped\nEND:VCARD\n", "score", "--input", "-").Output,
            StringComparison.Ordinal);
        Assert.StartsWith("-: the file is not of a known format", book.RunWith("%PDF", "import", "-").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Undo_TakesAllOfItBack()
    {
        book.Begin("Ada");
        var before = book.Done("score", "--json").Output;
        book.Done("import", book.Write("a.vcf", PeoplesFiles.Cards), book.Write("g.eml", PeoplesFiles.Mail), "--me", "me@example.org");
        Assert.NotEqual(before, book.Done("score", "--json").Output);
        book.Done("undo");
        Assert.Equal(before, book.Done("score", "--json").Output);
    }

    [Fact]
    public void Import_OfMail_SaysTheKindOfLog_AndUndoTakesItBack()
    {
        book.Begin();
        var path = book.Write("g.eml", PeoplesFiles.Mail);
        Assert.Contains(
            "Kind of log: mail, forecasts as among people who know each other",
            book.Done("import", path, "--dry-run", "--me", "me@example.org").Output, StringComparison.Ordinal);
        Assert.Equal("mail", Json("import", path, "--me", "me@example.org", "--json").GetProperty("logKind").GetString());
        Assert.Contains("mail: forecasts as", book.Done("settings").Output, StringComparison.Ordinal);
        Assert.Equal("unknown", Json("import", path, "--me", "me@example.org", "--json").GetProperty("logKind").GetString());

        book.Done("undo");
        Assert.Contains("unknown: forecasts as in all kinds of networks", book.Done("settings").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "--region", "Narnia")]
    [InlineData("--date-order", "--date-order", "ydm")]
    [InlineData("--encoding", "--encoding", "klingon")]
    [InlineData("--format", "--format", "docx")]
    [InlineData("--me", "--me", " ")]
    [InlineData("--facet", "--facet", "")]
    public void Import_BadOption_IsNamed(string named, params string[] options)
    {
        book.Begin();
        Assert.StartsWith(
            named + ": ", book.Refused(["import", book.Write("a.vcf", PeoplesFiles.Cards), .. options]), StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicates_AreListedAndDismissed()
    {
        book.Begin("Zoë O'Neil", "Zoe ONeil", "Ada");
        Assert.Contains("merge zoe-oneil zoe-oneil-2", book.Done("duplicates").Output, StringComparison.Ordinal);
        Assert.Equal("zoe-oneil", Json("duplicates", "--json").GetProperty("suggestions")[0].GetProperty("a").GetString());
        Assert.Contains("not suggested", book.Refused("duplicates", "--dismiss", "ada", "zoe-oneil"), StringComparison.Ordinal);
        book.Done("duplicates", "--dismiss", "zoe-oneil-2", "zoe-oneil");
        Assert.Contains("No two contacts", book.Done("duplicates").Output, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private JsonElement Json(params string[] args) => JsonDocument.Parse(book.Done(args).Output).RootElement;
}
