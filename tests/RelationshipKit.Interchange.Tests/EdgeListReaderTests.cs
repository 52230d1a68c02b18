using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests;

public class EdgeListReaderTests
{
    private static readonly ContactId Seven = ContactId.FromValue("7");

    [Fact]
    public void Read_RowsOfTheOwner_AreOutgoingWhereTheOwnerIsTheSource()
    {
        var touchpoints = Read("5 7 100\n7 5 200\n").Network.Log.Of(Seven);

        Assert.Equal([Direction.Outgoing, Direction.Incoming], touchpoints.Select(touchpoint => touchpoint.Direction));
        Assert.Equal([Instant.FromUnixTimeSeconds(100), Instant.FromUnixTimeSeconds(200)], touchpoints.Select(touchpoint => touchpoint.At));
        Assert.All(touchpoints, touchpoint => Assert.Equal(Channel.Message, touchpoint.Channel));
    }

    [Fact]
    public void Read_RowsOfOthersAndSelfRows_AreNoTouchpointsButTellTheLastInstant()
    {
        var others = Read("5 7 100\n8 9 900\n");
        var self = Read("5 7 100\n5 5 800\n");

        Assert.Equal(1, others.Network.Log.Count);
        Assert.Equal(Instant.FromUnixTimeSeconds(900), others.Network.LastInstant);
        Assert.Equal(1, others.Report.NoTouchpoints);
        Assert.Equal(Seven, Assert.Single(self.Network.Log.Contacts));
        Assert.Equal(Instant.FromUnixTimeSeconds(800), self.Network.LastInstant);
    }

    [Fact]
    public void Read_ExactDuplicates_CountOnceAndAreReported()
    {
        var result = Read("5 7 100\n5\t7   100\n7 5 100\n");

        Assert.Equal(2, result.Network.Log.Count);
        Assert.Equal((3L, 2L, 1L), (result.Report.Rows, result.Report.Added, result.Report.Duplicates));
    }

    [Fact]
    public void Read_OneMessageToSeveral_StaysSeparate()
    {
        var log = Read("5 7 100\n5 8 100\n").Network.Log;

        Assert.Equal(2, log.Count);
        Assert.All(log, touchpoint => Assert.Equal(1, touchpoint.GroupSize));
    }

    [Fact]
    public void Read_CommentsBlankLinesAnyWhiteSpaceAndAnyOrder_AreFine()
    {
        var result = Read("\uFEFF# a comment\n\n  % another\r\n \t 5 \t 7\v300 \r\n5\u00A07\u2003100\n   \n#caf\u00e9\n7 5 -20");

        Assert.Equal([-20L, 100L, 300L], result.Network.Log.Of(Seven).Select(touchpoint => touchpoint.At.ToUnixTimeSeconds()));
        Assert.Equal(3, result.Report.Rows);
    }

    [Fact]
    public void Read_CommentInAnotherEncoding_IsPassedOver()
    {
        byte[] bytes = [(byte)'#', 0xE9, (byte)'\n', .. "5 7 100\n"u8];

        Assert.Equal(1, new EdgeListReader(Settings()).Read(new MemoryStream(bytes), "x").Network.Log.Count);
    }

    [Theory]
    [InlineData("5 7 100\n5\n", 2, "DST")]
    [InlineData("5 7 100\n\n5 7\n", 3, "UNIXSECONDS")]
    [InlineData("5 7 1.5\n", 1, "UNIXSECONDS")]
    [InlineData("5 7 10x\n", 1, "UNIXSECONDS")]
    [InlineData("5 7 99999999999999999999\n", 1, "UNIXSECONDS")]
    [InlineData("5 7 253402214400\n", 1, "UNIXSECONDS")]
    [InlineData("5 7 -62135510401\n", 1, "UNIXSECONDS")]
    [InlineData("# x\n5 7 100 1\n", 2, "4")]
    [InlineData("5 a\u0001b 100\n", 1, "DST")]
    [InlineData("8 a\u0001b 100\n", 1, "DST")]
    public void Read_BadRow_NamesPathLineAndField(string text, long line, string field)
    {
        var error = Assert.Throws<InterchangeException>(() => Read(text));

        Assert.Equal((line, field, "edges.txt"), (error.Line, error.Field, error.Path));
        Assert.StartsWith($"edges.txt, line {line}, field {field}: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("5 7 253402214399\n")]
    [InlineData("5 7 -62135510400\n")]
    public void Read_EndsOfTheSupportedTime_AreFine(string text) => Assert.Equal(1, Read(text).Network.Log.Count);

    [Fact]
    public void Read_IdOf256Characters_IsTheLongest()
    {
        var longest = new string('\u00e9', 256);

        Assert.Equal(longest, Read($"5 {longest} 1\n").Network.Log.Contacts.Single().Value);
        Assert.Equal("DST", Assert.Throws<InterchangeException>(() => Read($"5 {longest}e 1\n")).Field);
        Assert.Equal("SRC", Assert.Throws<InterchangeException>(() => Read($"{new string('a', 1000)} 5 1\n")).Field);
    }

    [Fact]
    public void Read_NotUtf8_IsAnError()
    {
        byte[] bytes = [(byte)'5', (byte)' ', 0xFF, (byte)' ', (byte)'1'];

        Assert.Equal(1, Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).Read(new MemoryStream(bytes), "x")).Line);
    }

    [Fact]
    public void Read_Lenient_SkipsBadRowsAndReportsThem()
    {
        var result = Read("5 7 100\n5 7\n7 5 200\n5 7 x\n", Settings() with { Lenient = true });

        Assert.Equal(2, result.Network.Log.Count);
        Assert.Equal((4L, 2L, 2L), (result.Report.Rows, result.Report.Added, result.Report.SkippedCount));
        Assert.Equal([(2L, "UNIXSECONDS"), (4L, "UNIXSECONDS")], result.Report.Skipped.Select(row => (row.Line, row.Field!)));
    }

    [Fact]
    public void Read_LenientWithManyBadRows_ListsTheFirstThousandAndCountsAll()
    {
        var text = "5 7 100\n" + string.Concat(Enumerable.Repeat("bad\n", 1_500));
        var report = Read(text, Settings() with { Lenient = true }).Report;

        Assert.Equal((1_500L, 1_000), (report.SkippedCount, report.Skipped.Length));
        Assert.Equal(2, report.Skipped[0].Line);
    }

    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) + 1, false)]
    [InlineData(5_000_000, false)]
    public void Read_LineLongerThanOneMebibyte_IsAnError(int length, bool good)
    {
        var text = "5 7 100\n5 7 200".PadRight(8 + length) + "\r\n7 5 300\n";
        if (good)
        {
            Assert.Equal(3, Read(text).Network.Log.Count);
            return;
        }

        Assert.Equal(2, Assert.Throws<InterchangeException>(() => Read(text)).Line);
        var lenient = Read(text, Settings() with { Lenient = true });
        Assert.Equal((2L, 1L), (lenient.Report.Added, lenient.Report.SkippedCount));
    }

    [Fact]
    public void Read_UnknownOwner_IsAnErrorOfItsOwn()
    {
        var error = Assert.Throws<InterchangeException>(() => Read("1 2 3\n"));

        Assert.Equal(("owner", null), (error.Field, error.Line));
        Assert.Equal("owner", Assert.Throws<InterchangeException>(() => Read("")).Field);
        Assert.Equal("owner", Assert.Throws<InterchangeException>(() => Read("55 15 3\n")).Field);
    }

    [Fact]
    public void Read_OwnerInSelfRowsOnly_HasAnEmptyNetwork()
    {
        var result = Read("5 5 3\n");

        Assert.Equal(0, result.Network.Log.Count);
        Assert.Empty(result.Network.Contacts);
    }

    [Fact]
    public void ReadFile_GzipByItsFirstBytes_IsUnpacked()
    {
        using var folder = new TemporaryFolder();
        var path = folder.WriteGzip("edges.txt", "5 7 100\n7 5 200\n");

        Assert.Equal(2, new EdgeListReader(Settings()).ReadFile(path).Network.Log.Count);
    }

    [Fact]
    public void ReadFile_DamagedGzip_IsAnErrorThatNamesThePath()
    {
        using var folder = new TemporaryFolder();
        var path = folder.WriteGzip("edges.gz", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"5 {i * 7919 % 10_007} {i}\n")));
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);

        Assert.Equal(path, Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).ReadFile(path)).Path);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(500)]
    public void ReadFile_GzipCutOffAnywhere_IsAnErrorAndNotAShorterFile(int missing)
    {
        using var folder = new TemporaryFolder();
        var path = folder.WriteGzip("edges.gz", string.Concat(Enumerable.Range(0, 5_000).Select(i => $"5 {i * 7919 % 10_007} {i}\n")));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^missing]);

        // Lenient, so that a line cut in two is no error of its own.
        var error = Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings() with { Lenient = true }).ReadFile(path));
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        Assert.Throws<InterchangeException>(() => new TouchpointCsvReader(new TouchpointCsvSettings()).ReadFile(path));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(17)]
    public void Read_HardlyAnyGzip_IsAnError(int length)
    {
        using var folder = new TemporaryFolder();
        var bytes = File.ReadAllBytes(folder.WriteGzip("a.gz", "5 7 100\n"))[..length];

        Assert.Contains(
            "cut off",
            Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).Read(new MemoryStream(bytes), "x")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFile_JoinedGzipFiles_AreOneFile()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (folder.WriteGzip("a.gz", "5 7 100\n"), folder.WriteGzip("b.gz", "7 5 200\n5 7 300\n"));
        File.AppendAllBytes(first, File.ReadAllBytes(second));

        Assert.Equal(3, new EdgeListReader(Settings()).ReadFile(first).Network.Log.Count);
    }

    [Fact]
    public void ReadFile_EmptyGzip_HasNoRows()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "owner",
            Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).ReadFile(folder.WriteGzip("a.gz", ""))).Field);
    }

    [Fact]
    public void ReadFile_NoSuchFileOrFolder_IsAnErrorThatNamesThePath()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "no/such/file", Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).ReadFile("no/such/file")).Path);
        Assert.Equal(folder.Path, Assert.Throws<InterchangeException>(() => new EdgeListReader(Settings()).ReadFile(folder.Path)).Path);
    }

    [Fact]
    public void Read_Settings_ChangeTheNetwork()
    {
        var zone = DateTimeZone.ForOffset(Offset.FromHours(3));
        var network = Read("7 8 3\n", Settings() with { Owner = "8", Channel = Channel.Email, Zone = zone }).Network;

        Assert.Equal(("8", zone), (network.Owner, network.Zone));
        Assert.Equal((Channel.Email, Direction.Incoming), (network.Log.Single().Channel, network.Log.Single().Direction));
        Assert.Equal(new Contact(Seven, "7"), Assert.Single(network.Contacts));
        Assert.Throws<ArgumentException>(() => Settings() with { Owner = " " });
    }

    [Fact]
    public void Read_Progress_IsToldOnTheWayAndAtTheEnd()
    {
        var seen = new List<ReadProgress>();
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"5 7 {i}\n"));
        new EdgeListReader(Settings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", new Now(seen.Add));

        Assert.Equal(3, seen.Count);
        Assert.Equal(4_095, seen[0].Rows);
        Assert.Equal((10_000L, text.Length, 1.0), (seen[^1].Rows, (int)seen[^1].BytesRead, seen[^1].Fraction));
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"5 7 {i}\n"));
        var told = 0;
        var progress = new Now(_ =>
        {
            told++;
            source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() =>
            new EdgeListReader(Settings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x", progress, source.Token));
        Assert.Equal(1, told);
    }

    private static EdgeListSettings Settings() => new() { Owner = "5" };

    private static ReadResult Read(string text, EdgeListSettings? settings = null) =>
        new EdgeListReader(settings ?? Settings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "edges.txt");

    // Progress<T> reports on other threads; a test wants to know at once.
    private sealed class Now(Action<ReadProgress> report) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => report(value);
    }
}
