using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>
/// Inputs made to take time or memory. Each ends in a report or an error; what they allocate at most is checked, the time only against a
/// minute.
/// </summary>
public sealed class HostileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Mail_AddresseesBeyondCounting_IsAGroupWithACap()
    {
        var text = new StringBuilder("From: a@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\nTo: ");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append('u').Append(i).Append("@example.org, ");
        }

        var told = Assert.Single(Read(text.Append("z@example.org\n\nbody\n").ToString()).Events);
        Assert.True(told.IsGroup);
        Assert.InRange(told.Participants.Length, 11, 600);
    }

    [Fact]
    public void Mail_EncodedWordsWithoutEnd_IsRead()
    {
        var words = string.Concat(Enumerable.Repeat("=?UTF-8?Q?a?= ", 220_000));
        Assert.Single(Read($"From: {words} <a@x.org>\nDate: Tue, 2 Jan 2024 08:00:00 +0000\nTo: b@x.org\nSubject: {words}\n\n").Events);
    }

    [Fact]
    public void Mail_PartsNestedDeep_IsOneMessage()
    {
        var text = new StringBuilder(
            "From: a@x.org\nTo: b@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        }

        Assert.Single(Read(text.ToString()).Events);
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=9999999999999999999999999")]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999999999999")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=MONTHLY;BYDAY=9999MO")]
    [InlineData("COUNT=3")]
    public void Calendar_RulesWithoutEnd_AreBounded(string rule)
    {
        var reading = Read(
            $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:19900101T100000Z\nRRULE:{rule}\nATTENDEE:mailto:a@x.org\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20240101T100000Z\nATTENDEE:mailto:a@x.org\nEND:VEVENT\nEND:VCALENDAR\n");

        Assert.Equal(2, reading.Account.Records);
        Assert.InRange(reading.Events.Count(), 1, 20_001);
        Assert.Contains(reading.Events, told => told.At == Instant.FromUtc(2024, 1, 1, 10, 0));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "take too long")]
    [InlineData("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1", "take too long")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "take too long")]
    [InlineData("FREQ=DAILY", "more than 250000 occurrences")]
    public void Calendar_ManyRulesWithoutEnd_GiveAtLeastTheirFirstOccurrence(string rule, string note)
    {
        const int Series = 1_000;
        var events = Enumerable.Range(0, Series).Select(
            i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:19900101T100000Z\nRRULE:{rule}\nATTENDEE:mailto:a@x.org\nEND:VEVENT\n");

        var reading = Read($"BEGIN:VCALENDAR\n{string.Concat(events)}END:VCALENDAR\n");

        Assert.Equal(Series, reading.Events.Count(told => told.At == Instant.FromUtc(1990, 1, 1, 10, 0)));
        Assert.InRange(reading.Events.Count(), Series, 270_000 + Series);
        Assert.Contains(reading.Account.Notes, told => told.Contains(note, StringComparison.Ordinal));
    }

    // As a calendar has after years: series that ended after a week, or have just begun.
    [Fact]
    public void Calendar_ManyShortSeries_AreAllExpanded()
    {
        var events = Enumerable.Range(0, 1_000).Select(
            i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:20240101T100000Z\nRRULE:FREQ=WEEKLY;{(i < 999 ? "COUNT=1" : "COUNT=5")}\n"
                + "ATTENDEE:mailto:a@x.org\nEND:VEVENT\n");

        var reading = Read($"BEGIN:VCALENDAR\n{string.Concat(events)}END:VCALENDAR\n");

        Assert.Equal(1_004, reading.Events.Count());
        Assert.Empty(reading.Account.Notes);
    }

    [Theory]
    [InlineData("BEGIN:VCARD\nFN:a\nNOTE:", "\nEND:VCARD\n")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101T100000Z\nATTENDEE:mailto:a@x.org\nDESCRIPTION:", "\nEND:VEVENT\nEND:VCALENDAR\n")]
    [InlineData("From a@x.org Tue Jan  2 08:00:00 2024\nFrom: a@x.org\nTo: b@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\n\n", "\n")]
    [InlineData("From: a@x.org\nTo: b@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\nSubject: ", "\n\n")]
    [InlineData("13/02/24, 10:00 - Ida: a\n13/02/24, 10:01 - Jens: ", "\n")]
    [InlineData("<smses count=\"1\"><sms address=\"+4755500130\" date=\"1709668800000\" type=\"1\" body=\"", "\" /></smses>")]
    [InlineData("at,contact,channel,direction,note\n2024-01-01,a,message,in,", "\n")]
    [InlineData("First Name,Last Name,Notes\na,b,", "\n")]
    [InlineData("a b 1700000000\n", "\n")]
    public void Line_WithoutEnd_StaysBounded(string before, string after)
    {
        var path = Path.Combine(folder.Path, "long");
        using (var stream = File.Create(path))
        {
            stream.Write(Encoding.UTF8.GetBytes(before));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'x');
            for (var i = 0; i < 100; i++)
            {
                stream.Write(block);
            }

            stream.Write(Encoding.UTF8.GetBytes(after));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var reading = Reading.OfPath(path);

        Assert.True(reading.Account.Records > 0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 64 << 20);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("at,contact,channel,direction,")]
    [InlineData("at,contact,channel,direction,\"note\n2024-01-01,a,message,in,")]
    [InlineData("First Name,Last Name,")]
    public async Task Header_LongerThanARow_IsReported(string header)
    {
        var path = folder.Write("header.csv", header + new string('x', 2 << 20) + "\n2024-01-01,a,message,in,\n");
        var book = RelationshipBook.Create(DateTimeZone.Utc);

        var import = await Import.ReadAsync([path], new ImportSettings { AsOf = Reading.Settings.AsOf }, book);

        Assert.Equal("line 1: the quotes in the header do not match, or it is longer than 1 MiB.", import.Report.Files.Single().Error);
    }

    [Fact]
    public void Zip_OfManyTimesItsSize_IsRefused()
    {
        var path = Path.Combine(folder.Path, "bomb.zip");
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("chat.txt", CompressionLevel.Fastest).Open();
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 200; i++)
            {
                entry.Write(block);
            }
        }

        Assert.Throws<InterchangeException>(() => Reading.OfPath(path));
    }

    [Fact]
    public void Json_NestedDeep_IsReported()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));
        Assert.Equal(1, Read(
            $"{{\"messages\":[{{\"type\":\"message\",\"date_unixtime\":\"1700000000\",\"from\":\"A\",\"text\":\"\"}},{{\"text\":{deep}").Account.Touchpoints);
    }

    public void Dispose() => folder.Dispose();

    private static Reading Read(string text) => Reading.OfText(text);
}
