using System.Globalization;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests;

/// <summary>
/// Files as people have them, for the readers of touchpoint CSV and of edge lists: read, or refused with a hint that fits and without a
/// cell.
/// </summary>
public class StrictReaderTests
{
    private const string Header = "at,contact,channel,direction\n";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("2026-03-02 09:00:00")]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("1772442000")]
    [InlineData("1772442000000")]
    [InlineData("2.3.2026 09:00")]
    public void At_InEveryForm_IsTheSameInstant(string at) =>
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 9, 0), Csv($"{Header}{at},a,phone,sent\n").Network.Log.Single().At);

    [Theory]
    [InlineData("-1772442000", 1913)]
    [InlineData("253402214399000", 0)]
    [InlineData("17724420", 0)]
    public void At_OfDigits_IsATimeIfItHasAsManyAsTimesHave(string at, int year)
    {
        var report = Csv($"{Header}{at},a,phone,sent\n", new TouchpointCsvSettings { Lenient = true });

        Assert.Equal(year, report.Report.Added == 0 ? 0 : report.Network.Log.Single().At.InUtc().Year);
    }

    [Fact]
    public void At_WithDayAndMonthUnclear_IsABadRowUntilTheOrderIsNamed()
    {
        const string Text = "at,contact,channel,direction\n3/4/2026,a,mail,received\n";

        Assert.Contains("order", Assert.Throws<InterchangeException>(() => Csv(Text)).Reason, StringComparison.Ordinal);
        Assert.Equal(
            Instant.FromUtc(2026, 4, 3, 0, 0),
            Csv(Text, new TouchpointCsvSettings { DateOrder = DateOrder.DayMonthYear }).Network.LastInstant);
        Assert.Equal(
            Instant.FromUtc(2026, 3, 4, 0, 0),
            Csv(Text, new TouchpointCsvSettings { DateOrder = DateOrder.MonthDayYear }).Network.LastInstant);
        Assert.Equal(Instant.FromUtc(2026, 12, 31, 0, 0), Csv($"{Header}31/12/2026,a,mail,received\n").Network.LastInstant);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TouchpointCsvSettings { DateOrder = (DateOrder)9 });
    }

    [Theory]
    [InlineData("2011-12-30")]
    [InlineData("2011-12-30T12:00")]
    public void At_ADayThatTheZoneLeftOut_IsTheNextDay(string at)
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];

        Assert.True(InstantText.TryParse(at, zone, out var instant));
        Assert.Equal(new LocalDate(2011, 12, 31), instant.InZone(zone).Date);
        Assert.Equal(instant, Csv($"{Header}{at},a,mail,in\n", new TouchpointCsvSettings { Zone = zone }).Network.LastInstant);
    }

    [Fact]
    public void At_EveryDayOfEveryZone_IsReadAsTheFirstInstantOfTheDayOrOfTheNext()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var day in zone.GetZoneIntervals(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
                .Where(one => one.HasStart)
                .Select(one => one.IsoLocalStart.Date))
            {
                for (var date = day.PlusDays(-1); date <= day.PlusDays(1); date = date.PlusDays(1))
                {
                    Assert.True(InstantText.TryParse(date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), zone, out var instant));
                    Assert.InRange(instant.InZone(zone).Date, date, date.PlusDays(1));
                    Assert.True(
                        (instant - Duration.FromTicks(1))
                            .InZone(zone).Date < instant.InZone(zone).Date || instant.InZone(zone).TimeOfDay == LocalTime.Midnight);
                }
            }
        }
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_IsThatOfTheHeader(char separator)
    {
        Assert.Equal(Channel.Message, Csv($"{Header}2026-03-02,a,whatsapp,sent\n".Replace(',', separator)).Network.Log.Single().Channel);
        var shared = Csv($"{Header}2026-03-02,\"b;a\",phone,both\n".Replace(',', separator)).Network.Log.Single();
        Assert.Equal(["a", "b"], shared.Participants.Select(id => id.Value));
    }

    [Theory]
    [InlineData("date,person,medium,direction", Direction.Outgoing)]
    [InlineData("Timestamp,With,Channel,Direction", Direction.Outgoing)]
    public void Header_WithUsualOtherNames_IsUnderstood(string header, Direction expected) =>
        Assert.Equal(expected, Csv($"{header}\n2026-03-02,a,telephone,sent\n").Network.Log.Single().Direction);

    [Theory]
    [InlineData("at,date,contact,channel,direction\n", "column 2")]
    [InlineData("at,contact,channel,direction,SECRET\n", "column 5")]
    [InlineData("SECRET,SECRET,message,outgoing\n", "lacks at, contact")]
    [InlineData("2026-03-02,SECRET,message,outgoing\n", "lacks at, contact")]
    public void Header_ThatIsWrong_IsNeverQuoted(string text, string part)
    {
        var error = Assert.Throws<InterchangeException>(() => Csv(text));

        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SECRET,a,message,in,,,,,,")]
    [InlineData("2026-03-02,a,SECRET,in,,,,,,")]
    [InlineData("2026-03-02,a,message,SECRET,,,,,,")]
    [InlineData("2026-03-02,a,message,in,SECRET,,,,,")]
    [InlineData("2026-03-02,a,message,in,,SECRET,,,,")]
    [InlineData("2026-03-02,a,message,in,,,SECRET,,,")]
    [InlineData("2026-03-02,SECRET;SECRET,message,in,,,,,,")]
    [InlineData("2026-03-02,a;b,message,in,,,,,SECRET,")]
    [InlineData("2026-03-02,a,message,in,,,,,\"SECRET\"x,")]
    [InlineData("2026-03-02,a,message,in,,,,,,SECRET,SECRET")]
    public void Cell_ThatIsWrong_IsNeverQuoted(string row)
    {
        var text = $"at,contact,channel,direction,outcome,gesture,minutes,note,name,id\n{row}\n";

        Assert.DoesNotContain("SECRET", Assert.Throws<InterchangeException>(() => Csv(text)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "SECRET", Csv(text, new TouchpointCsvSettings { Lenient = true }).Report.Skipped.Single().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sent", Direction.Outgoing)]
    [InlineData("Received", Direction.Incoming)]
    [InlineData("both", Direction.Mutual)]
    public void Direction_MayHaveOtherNames(string name, Direction expected) =>
        Assert.Equal(expected, Csv($"{Header}2026-03-02,a,phone,{name}\n").Network.Log.Single().Direction);

    [Theory]
    [InlineData("phone", "voice")]
    [InlineData("Phone call", "voice")]
    [InlineData("mail", "e-mail")]
    [InlineData("SMS", "message")]
    [InlineData("whatsapp", "message")]
    [InlineData("meeting", "in-person")]
    public void Channel_MayHaveOtherNames(string name, string expected) =>
        Assert.Equal(Channel.FromName(expected), Csv($"{Header}2026-03-02,a,{name},in\n").Network.Log.Single().Channel);

    [Theory]
    [InlineData("Uma@x.org", "uma@x.org")]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    [InlineData("\u200EUma", "Uma")]
    [InlineData("Uma\uFEFF", "Uma")]
    [InlineData("U\u00ADma", "Uma")]
    [InlineData("MAILTO:UMA@X.ORG", "uma@x.org")]
    public void Contact_InOtherLettersOrMarks_IsOne(string text, string same)
    {
        var csv = Csv($"{Header}2026-03-01,{text},mail,in\n2026-03-02,{same},mail,in\n").Network;
        var edges = Edges($"me {text} 1\n{same} me 2\n").Network;

        Assert.Equal(same, Assert.Single(csv.Contacts).Id.Value);
        Assert.Equal(same, Assert.Single(edges.Contacts).Id.Value);
        Assert.Equal("contact", Assert.Throws<InterchangeException>(() => Csv($"{Header}2026-03-01,{text};{same},mail,in\n")).Field);
    }

    [Fact]
    public void Contact_WithNothingToSee_IsABadRow()
    {
        Assert.Equal("contact", Assert.Throws<InterchangeException>(() => Csv($"{Header}2026-03-01,\u200E,mail,in\n")).Field);
        Assert.Equal("DST", Assert.Throws<InterchangeException>(() => Edges("me \u200E 1\n")).Field);
    }

    [Fact]
    public void Name_InNfd_IsTheSameName() =>
        Assert.Equal(
            "Jos\u00E9", Csv("at,contact,channel,direction,name\n2026-03-01,a,mail,in,\u200EJose\u0301\n").Network.Contacts.Single().Name);

    [Fact]
    public void Owner_UnderSeveralIds_IsOne()
    {
        var settings = new EdgeListSettings { Owner = "Me@x.org", OtherOwners = ["second", "Jose\u0301"] };
        var edges = Edges("me@X.org Uma@x.org 1\nsecond uma@x.org 2\numa@x.org Jos\u00E9 3\nME@x.org second 4\n", settings);

        Assert.Equal(
            [Direction.Outgoing, Direction.Outgoing, Direction.Incoming], edges.Network.Log.Select(touchpoint => touchpoint.Direction));
        Assert.Equal("uma@x.org", Assert.Single(edges.Network.Contacts).Id.Value);
        Assert.Equal(1, edges.Report.NoTouchpoints);
        var csv = new TouchpointCsvSettings { Owner = "Me@x.org", OtherOwners = ["second"] };
        Assert.Equal("contact", Assert.Throws<InterchangeException>(() => Csv($"{Header}2026-03-01,me@X.org,mail,in\n", csv)).Field);
        Assert.Equal("contact", Assert.Throws<InterchangeException>(() => Csv($"{Header}2026-03-01,a;second,mail,in\n", csv)).Field);
        Assert.Throws<ArgumentException>(() => settings with { OtherOwners = [" "] });
        Assert.Throws<ArgumentException>(() => csv with { OtherOwners = [" "] });
        Assert.Equal(settings, settings with { OtherOwners = ["second", "Jose\u0301"] });
        Assert.NotEqual(csv, csv with { OtherOwners = ["third"] });
    }

    [Fact]
    public void Call_OfNoLength_IsAnAttempt()
    {
        var text =
            "at,contact,channel,direction,outcome,minutes\n2026-03-01,a,phone,sent,,0\n2026-03-02,a,video,sent,,0.0\n2026-03-03,a,phone,sent,,1\n2026-03-04,a,message,sent,,0\n2026-03-05,a,phone,sent,answered,0\n2026-03-06,a,phone,sent,,\n";

        Assert.Equal(
            [Outcome.Attempted, Outcome.Attempted, Outcome.Delivered, Outcome.Delivered, Outcome.Answered, Outcome.Delivered],
            Csv(text).Network.Log.Select(touchpoint => touchpoint.Outcome));
    }

    [Fact]
    public void BytesThatAreNotUtf8_AreRefusedWithTheirLineOrReadByTheirEncoding()
    {
        var csv = Encoding.Latin1.GetBytes($"{Header}2026-03-02,Jos\xE9,sms,in\n2026-03-03,Jos\xE8,sms,in\n");
        var edges = Encoding.Latin1.GetBytes("me a 1\nme Jos\xE9 1\nme Jos\xE8 2\n");
        ReadResult ReadCsv(TouchpointCsvSettings settings) => new TouchpointCsvReader(settings).Read(new MemoryStream(csv), "x");
        ReadResult ReadEdges(EdgeListSettings settings) => new EdgeListReader(settings).Read(new MemoryStream(edges), "x");

        Assert.Equal(2, Assert.Throws<InterchangeException>(() => ReadCsv(new TouchpointCsvSettings())).Line);
        Assert.Equal(2, Assert.Throws<InterchangeException>(() => ReadCsv(new TouchpointCsvSettings { Lenient = true })).Line);
        Assert.Equal(
            ["Jos\u00E8", "Jos\u00E9"],
            ReadCsv(new TouchpointCsvSettings { Encoding = Windows1252 }).Network.Contacts.Select(contact => contact.Id.Value)
                .Order(StringComparer.Ordinal));
        Assert.Equal(2, Assert.Throws<InterchangeException>(() => ReadEdges(new EdgeListSettings { Owner = "me" })).Line);
        Assert.Equal([2L, 3L], ReadEdges(new EdgeListSettings { Owner = "me", Lenient = true }).Report.Skipped.Select(row => row.Line));
        Assert.Equal(
            ["Jos\u00E8", "Jos\u00E9", "a"],
            ReadEdges(new EdgeListSettings { Owner = "me", Encoding = Windows1252 }).Network.Contacts.Select(contact => contact.Id.Value)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BytesThatAreNotUtf8_FarIntoAFile_NameTheirLine()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"2026-03-02,\u00E9{i},sms,in\n"));
        var bytes = (byte[])[.. Encoding.UTF8.GetBytes(text), .. "2026-03-02,Jos"u8, 0xE9];

        Assert.Equal(
            5_002,
            Assert.Throws<InterchangeException>(
                () => new TouchpointCsvReader(new TouchpointCsvSettings()).Read(new MemoryStream(bytes), "x")).Line);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_WithAMark_IsRead(bool isBigEndian)
    {
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: true);
        byte[] Bytes(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.Equal(
            "Jos\u00E9",
            new TouchpointCsvReader(new TouchpointCsvSettings())
                .Read(new MemoryStream(Bytes($"{Header}2026-03-02,Jos\u00E9,sms,in\n")), "x").Network.Contacts.Single().Id.Value);
        Assert.Equal(
            "Jos\u00E9",
            new EdgeListReader(new EdgeListSettings { Owner = "5" })
                .Read(new MemoryStream(Bytes("5 Jos\u00E9 1\n")), "x").Network.Contacts.Single().Id.Value);
    }

    [Theory]
    [InlineData("5 7 1772442000000\n", "milliseconds?")]
    [InlineData("5,7,1772442000\n", "the separator seems to be ,")]
    [InlineData("5;7;1772442000\n", "the separator seems to be ;")]
    [InlineData("5 7 2026-03-02\n", "a CSV file with a header")]
    public void Edges_OfAnotherShape_AreRefusedWithAHint(string text, string hint) =>
        Assert.Contains(
            hint, Assert.Throws<InterchangeException>(() => Edges(text, new EdgeListSettings { Owner = "5" })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Row_OfMoreContactsThanATouchHas_IsABadRow()
    {
        string Contacts(int count) => string.Join(';', Enumerable.Range(0, count).Select(i => $"b{i}"));
        var settings = new TouchpointCsvSettings { Lenient = true };
        var report = Csv(
            $"{Header}2026-03-02,{Contacts(60_000)},message,out\n2026-03-02,{Contacts(1_001)},message,out\n2026-03-02,{Contacts(1_000)},message,out\n2026-03-02,a,message,out\n",
            settings).Report;

        Assert.Equal((2L, 2L), (report.Added, report.SkippedCount));
        Assert.All(report.Skipped, row => Assert.Contains("1000", row.Reason, StringComparison.Ordinal));
    }

    // Ten times as many rows as a square of them could go through within the time that a test run has.
    [Fact]
    public void Rows_OfOneInstantOrOneContact_AreReadInLinearTime()
    {
        var apart = new StringBuilder("at,contact,channel,direction,note\n");
        var same = new StringBuilder("at,contact,channel,direction,note\n");
        var shared = new StringBuilder(Header);
        for (var i = 0; i < 100_000; i++)
        {
            apart.Append(1_700_000_000 + i).Append(",a,message,out,one\n").Append(1_700_000_000 + i).Append(",a,message,out,other\n");
            same.Append("1700000000,a,message,out,").Append(i).Append('\n');
            shared.Append("2026-01-01T00:00:00Z,a;b").Append(i).Append(",message,outgoing\n");
        }

        Assert.Equal(200_000, Csv(apart.ToString()).Report.Added);
        Assert.Equal(100_000, Csv(same.ToString()).Report.Added);
        Assert.Equal(100_000, Csv(shared.ToString()).Report.Added);
    }

    [Fact]
    public void Id_TellsTouchpointsApartAndTogether()
    {
        var result = Csv(
            "at,contact,channel,direction,id\n2026-03-02,a,message,in,1\n2026-03-02,a,message,in,2\n2026-03-02,a,message,in,\n2026-03-02,a,message,in,1\n");

        Assert.Equal((3L, 1L), (result.Report.Added, result.Report.Duplicates));
        Assert.Equal([null, "1", "2"], result.Network.Log.Select(touchpoint => touchpoint.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            "id", Assert.Throws<InterchangeException>(
                () => Csv($"at,contact,channel,direction,id\n2026-03-02,a,message,in,{new string('x', 257)}\n")).Field);
        Assert.Equal(
            "id", Assert.Throws<InterchangeException>(
                () => Csv("at,contact,channel,direction,id\n2026-03-02,a,message,in,\"a\u0001b\"\n")).Field);
    }

    [Fact]
    public void RowsApart_OfLongIds_KeepKeysThatABookCanHold()
    {
        var contacts = string.Join(';', Enumerable.Range(0, 1_000).Select(i => $"{i}{new string('x', 200)}"));
        var log = Csv(
            $"at,contact,channel,direction,note\n2026-03-02,{contacts},message,in,a\n2026-03-02,{contacts},message,in,b\n2026-03-02,{contacts},message,in,c\n").Network.Log;

        Assert.Equal(3, log.Count);
        Assert.Equal(3, log.Select(touchpoint => touchpoint.Key).Distinct().Count());
    }

    private static ReadResult Csv(string text, TouchpointCsvSettings? settings = null) =>
        new TouchpointCsvReader(settings ?? new TouchpointCsvSettings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x");

    private static ReadResult Edges(string text, EdgeListSettings? settings = null) =>
        new EdgeListReader(settings ?? new EdgeListSettings { Owner = "me" }).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x");
}
