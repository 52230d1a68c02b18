using System.IO.Compression;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>The rows of the findings about touchpoint CSV and edge lists, for the strict readers and for the import.</summary>
public class FindingsTests
{
    private const string Header = "at,contact,channel,direction\n";

    [Theory]
    [InlineData("2026-03-02 09:00:00")]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("1772442000")]
    [InlineData("1772442000000")]
    [InlineData("2.3.2026 09:00")]
    public void At_InEveryForm_IsTheSameInstant(string at)
    {
        var expected = Instant.FromUtc(2026, 3, 2, 9, 0);

        Assert.Equal(expected, Assert.Single(Reading.OfText($"{Header}{at},a,phone,sent\n").Events).At);
    }

    [Fact]
    public void At_WithDayAndMonthUnclear_IsABadRowUntilTheOrderIsNamed()
    {
        const string Text = "at,contact,channel,direction\n3/4/2026,a,mail,received\n";

        Assert.Equal(1, Reading.OfText(Text).Account.SkippedCount);
        Assert.Equal(
            Instant.FromUtc(2026, 4, 3, 0, 0),
            Assert.Single(Reading.OfText(Text, Reading.Settings with { DateOrder = DateOrder.DayMonthYear }).Events).At);
        Assert.Equal(
            Instant.FromUtc(2026, 3, 4, 0, 0),
            Assert.Single(Reading.OfText(Text, Reading.Settings with { DateOrder = DateOrder.MonthDayYear }).Events).At);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_IsThatOfTheHeader(char separator)
    {
        var text = $"{Header}2026-03-02,a,whatsapp,sent\n".Replace(',', separator);

        Assert.Equal(Channel.Message, Assert.Single(Reading.OfText(text).Events).Channel);
    }

    [Fact]
    public void Contact_InOtherLettersOrMarks_IsOne()
    {
        var rows =
            $"{Header}2026-03-01,Uma@x.org,mail,in\n2026-03-02,uma@x.org,mail,in\n2026-03-03,Jose\u0301,sms,in\n2026-03-04,\u200EJosé,sms,in\n";

        Assert.Equal(2, Reading.OfText(rows).Events.Select(told => told.Participants.Single().Address).Distinct().Count());
    }

    [Theory]
    [InlineData(
        "at,contact,channel,direction,note\n2026-03-02,a,sms,in,x\n2026-03-02,a,sms,in,y\n2026-03-02,a,sms,received,x\n2026-03-02,a,sms,in,y\n",
        2)]
    [InlineData(
        "at,contact,channel,direction\n2026-03-02T09:00:00.1Z,a,sms,in\n2026-03-02T09:00:00.2Z,a,sms,in\n2026-03-02T09:00:00.1Z,a,sms,in\n",
        2)]
    [InlineData("me a 1700000000\na me 1700000000\nme a 1700000000\nme a 1700000001\n", 3)]
    public void Rows_EqualInEveryColumn_AreOneAndOthersAreNot(string text, int expected)
    {
        var reading = Reading.OfText(text);

        Assert.Equal(expected, reading.Events.Select(told => told.Key).Distinct().Count());
        Assert.Equal(reading.Events.Select(told => told.Key), Reading.OfText(text).Events.Select(told => told.Key));
    }

    [Fact]
    public void Call_OfNoLength_IsAnAttempt()
    {
        var text =
            "at,contact,channel,direction,minutes\n2026-03-02,a,phone,sent,0\n2026-03-03,a,phone,sent,1\n2026-03-04,a,message,sent,0\n";

        Assert.Equal(1, Reading.OfText(text).Account.Attempts);
    }

    [Fact]
    public void BytesThatAreNotUtf8_AreRefusedWithTheirLineOrReadByTheirEncoding()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Header}2026-03-02,Jos\xE9,sms,in\n2026-03-03,Jos\xE8,sms,in\n");
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        Assert.Equal(2, Assert.Throws<InterchangeException>(() => Reading.OfBytes(bytes)).Line);
        Assert.Equal(
            2, Reading.OfBytes(bytes, Reading.Settings with { Encoding = windows }).Events.Select(
                told => told.Participants[0].Address).Distinct().Count());
    }

    [Theory]
    [InlineData("{\"personal_information\":\"x\",\"type\":\"personal_chat\",\"id\":2,\"messages\":[MESSAGE]}")]
    [InlineData("{\"name\":\"\\ud83d\",\"\\ude00\":1,\"type\":\"personal_chat\",\"id\":2,\"messages\":[MESSAGE]}")]
    [InlineData(
        "{\"type\":\"personal_chat\",\"id\":2,\"messages\":[\"x\",1,[],{\"type\":\"service\",\"action\":\"phone_call\",\"duration_seconds\":\"5\",\"date_unixtime\":\"1711846740\"},MESSAGE]}")]
    public void Telegram_WithValuesOfOtherKindsAndHalvesOfCharacters_KeepsItsMessages(string json)
    {
        const string Message =
            "{\"id\":1,\"type\":\"message\",\"date_unixtime\":\"1711846740\",\"from\":\"a\\ud83d "
                + "b\",\"from_id\":\"user2\",\"text\":\"\\ude00\"}";

        Assert.Contains(
            Reading.OfText(json.Replace("MESSAGE", Message, StringComparison.Ordinal)).Events,
            told => told.Participants.Any(one => one.Name == "a\uFFFD b"));
    }

    [Fact]
    public void HeaderThatIsMissing_IsNeverQuoted()
    {
        var error = Assert.Throws<InterchangeException>(() => Strict("SECRET,SECRET,message,outgoing\n"));

        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "SECRET", Assert.Throws<InterchangeException>(() => Reading.OfText("SECRET,SECRET,message,outgoing\n")).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Row_WithAQuoteThatIsNotClosed_LosesOnlyItself()
    {
        var reading = Reading.OfText($"{Header}2026-03-02,a,sms,in\n2026-03-03,\"b,sms,in\n2026-03-04,c,sms,in\n");

        Assert.Equal((3L, 2L, 1L), (reading.Account.Records, reading.Account.Touchpoints, reading.Account.SkippedCount));
        Assert.Equal("line 3", reading.Account.Skipped[0].Where);
    }

    [Fact]
    public void GzipAndZip_AreReadLikeTheFileItself()
    {
        using var folder = new TemporaryFolder();
        var text = $"{Header}2026-03-02,a,sms,in\n";
        var zip = Path.Combine(folder.Path, "several.bin");
        using (var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["one", "two"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        Assert.Equal(1, Reading.OfPath(folder.WriteGzip("packed", text)).Account.Touchpoints);
        Assert.Equal([1L, 1L], Interchange.Sources.SourceFile.At(zip).Select(file => Reading.Of(file).Account.Touchpoints));
    }

    private static ReadResult Strict(string text, TouchpointCsvSettings? settings = null) =>
        new TouchpointCsvReader(settings ?? new TouchpointCsvSettings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x");
}
