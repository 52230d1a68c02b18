using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests;

public class TouchpointCsvReaderTests
{
    private const string Header = "at,contact,channel,direction\n";

    private const string FullHeader = "at,contact,channel,direction,outcome,gesture,minutes,note,name\n";

    private static readonly ContactId Ada = ContactId.FromValue("ada");

    [Fact]
    public void Read_FullRow_HasEveryField()
    {
        var network = Read(
            FullHeader + "2026-03-02T09:00:00Z,ada,voice,mutual,answered,check-in,12.5,\"said \"\"hi\"\", twice\",Ada L.\n").Network;

        var expected = new Touchpoint(Ada, Instant.FromUtc(2026, 3, 2, 9, 0), Channel.Voice, Direction.Mutual)
        {
            Outcome = Outcome.Answered,
            Gesture = Gesture.CheckIn,
            Length = Duration.FromSeconds(750),
            Note = "said \"hi\", twice",
        };
        Assert.Equal(expected, network.Log.Single());
        Assert.Equal("Ada L.", network.Contacts.Single().Name);
        Assert.Equal("owner", network.Owner);
        Assert.Equal(expected.At, network.LastInstant);
    }

    [Fact]
    public void Read_ColumnsInAnyOrderAndCaseWithAByteOrderMark_AreFine()
    {
        var touchpoint = Read("\uFEFFDirection, CONTACT ,At,channel\r\nIN, ada ,2026-03-02,In Person\r\n\r\n").Network.Log.Single();

        Assert.Equal((Direction.Incoming, Channel.InPerson, Ada), (touchpoint.Direction, touchpoint.Channel, touchpoint.Participants[0]));
    }

    [Theory]
    [InlineData("out", Direction.Outgoing)]
    [InlineData("OUTGOING", Direction.Outgoing)]
    [InlineData("in", Direction.Incoming)]
    [InlineData("Incoming", Direction.Incoming)]
    [InlineData("mutual", Direction.Mutual)]
    [InlineData("Unknown", Direction.Unknown)]
    public void Read_Direction_IsReadInEveryForm(string text, Direction expected) =>
        Assert.Equal(expected, Read($"{Header}2026-03-02,ada,voice,{text}\n").Network.Log.Single().Direction);

    [Theory]
    [InlineData("check-in", Gesture.CheckIn)]
    [InlineData("Check In", Gesture.CheckIn)]
    [InlineData("CHECKIN", Gesture.CheckIn)]
    [InlineData("follow-up", Gesture.FollowUp)]
    [InlineData("gift", Gesture.Gift)]
    [InlineData("", Gesture.None)]
    public void Read_Gesture_IsReadInEveryForm(string text, Gesture expected) =>
        Assert.Equal(
            expected, Read($"at,contact,channel,direction,gesture\n2026-03-02,ada,voice,in,{text}\n").Network.Log.Single().Gesture);

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", 2026, 3, 2, 9)]
    [InlineData("2026-03-02T09:00:00+02:00", 2026, 3, 2, 7)]
    [InlineData("2026-03-02T09:00-0500", 2026, 3, 2, 14)]
    [InlineData("2026-03-02T09:00:00", 2026, 3, 2, 8)]
    [InlineData("2026-07-02T09:00", 2026, 7, 2, 7)]
    [InlineData("2026-03-02", 2026, 3, 1, 23)]
    [InlineData("2026-03-29T02:00:00", 2026, 3, 29, 1)]
    [InlineData("2026-10-25T02:00:00", 2026, 10, 25, 0)]
    public void Read_At_IsReadInTheOwnersZoneUnlessItNamesAnOffset(string text, int year, int month, int day, int hour)
    {
        var settings = new TouchpointCsvSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] };
        Assert.Equal(Instant.FromUtc(year, month, day, hour, 0), Read($"{Header}{text},ada,voice,in\n", settings).Network.Log.Single().At);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("2026-03-02T09:00:00+99:00")]
    public void Read_BadAt_NamesTheField(string text)
    {
        var error = Assert.Throws<InterchangeException>(() => Read($"{Header}2026-03-02,ada,voice,in\n{text},ada,voice,in\n"));

        Assert.Equal((3L, "at"), (error.Line, error.Field));
    }

    [Fact]
    public void Read_SharedTouchpoint_IsOneForAllItsContacts()
    {
        var network = Read("at,contact,channel,direction,name\n2026-03-02,bob; ada,video,mutual,Bob;Ada L.\n").Network;

        Assert.Equal(["ada", "bob"], network.Log.Single().Participants.Select(id => id.Value));
        Assert.Equal(["Ada L.", "Bob"], network.Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void Read_Names_LastNamingWinsAndEmptyOnesDoNot()
    {
        var network = Read(
            "at,contact,channel,direction,name\n2026-03-02,ada,video,in,A\n2026-03-03,ada,video,in,Ada\n2026-03-04,ada,video,in,\n2026-03-04,bob,video,in,\n").Network;

        Assert.Equal(["Ada", "bob"], network.Contacts.Select(contact => contact.Name));
    }

    [Theory]
    [InlineData("2026-03-02,ada,pigeon,in,,,,,", "channel", "unknown channel; it must be one of ")]
    [InlineData("2026-03-02,ada,voice,sideways,,,,,", "direction", "outgoing, incoming, mutual")]
    [InlineData("2026-03-02,ada,voice,1,,,,,", "direction", "outgoing, incoming, mutual")]
    [InlineData("2026-03-02,ada,voice,in,maybe,,,,", "outcome", "delivered, answered, attempted")]
    [InlineData("2026-03-02,ada,voice,in,,wave,,,", "gesture", "none, check-in, follow-up")]
    [InlineData("2026-03-02,ada,voice,in,,,-1,,", "minutes", "0 to 44640")]
    [InlineData("2026-03-02,ada,voice,in,,,44640.1,,", "minutes", "0 to 44640")]
    [InlineData("2026-03-02,ada,voice,in,,,\"1,5\",,", "minutes", "0 to 44640")]
    [InlineData("2026-03-02,,voice,in,,,,,", "contact", "empty")]
    [InlineData("2026-03-02,ada;ada,voice,in,,,,,", "contact", "twice")]
    [InlineData("2026-03-02,ada;,voice,in,,,,,", "contact", "256")]
    [InlineData("2026-03-02,owner,voice,in,,,,,", "contact", "owner")]
    [InlineData("2026-03-02,ada;bob,voice,in,,,,,Ada", "name", "1 names for 2")]
    [InlineData("2026-03-02,ada,,in,,,,,", "channel", "empty")]
    public void Read_BadField_NamesLineFieldAndWhatIsAllowed(string row, string field, string part)
    {
        var error = Assert.Throws<InterchangeException>(() => Read($"{FullHeader}{row}\n"));

        Assert.Equal((2L, field), (error.Line, error.Field));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoteTooLong_IsAnErrorThatDoesNotQuoteIt()
    {
        var error = Assert.Throws<InterchangeException>(() => Read($"{FullHeader}2026-03-02,ada,voice,in,,,,{new string('q', 10_001)},\n"));

        Assert.Equal("note", error.Field);
        Assert.DoesNotContain("qq", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02,ada,voice\n")]
    [InlineData("2026-03-02,ada,voice,in,more\n")]
    [InlineData("2026-03-02,\"ada\"x,voice,in\n")]
    [InlineData("2026-03-02,\"ada,voice,in\n2026-03-03,ada,voice,in\n")]
    public void Read_RowOfAnotherShape_IsAnErrorOnItsLine(string rows)
    {
        Assert.Equal(2, Assert.Throws<InterchangeException>(() => Read(Header + rows)).Line);
        Assert.Equal(2, Read(Header + rows, new TouchpointCsvSettings { Lenient = true }).Report.Skipped.Single().Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("at,contact,channel\n")]
    [InlineData("at,contact,channel,direction,mood\n")]
    [InlineData("at,contact,channel,direction,AT\n")]
    [InlineData("2026-03-02,secret,voice,in\n")]
    public void Read_BadHeader_IsAnErrorEvenForALenientReader(string text)
    {
        var error = Assert.Throws<InterchangeException>(() => Read(text, new TouchpointCsvSettings { Lenient = true }));

        Assert.Equal("header", error.Field);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExactDuplicate_CountsOnceAndIsReported()
    {
        var report = Read(Header + "2026-03-02,ada,voice,in\n2026-03-02T00:00Z,ada,VOICE,incoming\n").Report;

        Assert.Equal((2L, 1L, 1L), (report.Rows, report.Added, report.Duplicates));
    }

    [Theory]
    [InlineData("delivered,,,", "answered,,,")]
    [InlineData(",thank,,", ",gift,,")]
    [InlineData(",,3,", ",,,")]
    [InlineData(",,,secret", ",,,other")]
    public void Read_RowsThatDifferInOneColumn_AreDifferentTouchpoints(string earlier, string later)
    {
        var text =
            $"{FullHeader}2026-03-02,ada,voice,in,{earlier},\n2026-03-02,ada,voice,in,{later},\n2026-03-02,ada,voice,in,{later},\n2026-03-02,ada,voice,in,{earlier},\n";
        var result = Read(text);

        Assert.Equal(
            (4L, 2L, 2L, 0L, 0L),
            (result.Report.Rows, result.Report.Added, result.Report.Duplicates, result.Report.ContradictionCount,
                result.Report.SkippedCount));
        Assert.Equal(2, result.Network.Log.Of(Ada).Length);
        Assert.Equal(result.Report, Read(text, new TouchpointCsvSettings { Lenient = true }).Report);
    }

    [Theory]
    [InlineData("2026-03-02,ada,voice,in,delivered,,,", "2026-03-02,ada,voice,in,answered,,,", "outcome", "Delivered and is now Answered")]
    [InlineData("2026-03-02,ada,voice,in,,thank,,", "2026-03-02,ada,voice,in,,gift,,", "gesture", "Thank and is now Gift")]
    [InlineData("2026-03-02,ada,voice,in,,,3,", "2026-03-02,ada,voice,in,,,,", "minutes", "3 minutes and now an unknown time")]
    [InlineData("2026-03-02,ada,voice,in,,,,secret", "2026-03-02,ada,voice,in,,,,other", "note", "the notes differ")]
    [InlineData("2026-03-02,ada,voice,in,,,,", "2026-03-03,ada,voice,in,,,,", "at", "the times differ")]
    [InlineData("2026-03-02,secret,voice,in,,,,", "2026-03-02,ada,voice,in,,,,", "contact", "the contacts differ")]
    [InlineData("2026-03-02,ada,voice,in,,,,", "2026-03-02,ada,video,in,,,,", "channel", "voice and is now video")]
    [InlineData("2026-03-02,ada,voice,in,,,,", "2026-03-02,ada,voice,out,,,,", "direction", "Incoming and is now Outgoing")]
    public void Read_RowsOfOneIdThatContradict_KeepTheEarlierAndNameBothFacts(string earlier, string later, string field, string part)
    {
        var text = $"at,contact,channel,direction,outcome,gesture,minutes,note,id\n{earlier},1\n{later},1\n{earlier},1\n{later},2\n";
        var report = Read(text).Report;

        Assert.Equal((4L, 2L, 1L, 1L, 0L), (report.Rows, report.Added, report.Duplicates, report.ContradictionCount, report.SkippedCount));
        var row = Assert.Single(report.Contradictions);
        Assert.Equal((3L, field), (row.Line, row.Field));
        Assert.Contains(part, row.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", row.Reason, StringComparison.Ordinal);
        Assert.Equal(report, Read(text, new TouchpointCsvSettings { Lenient = true }).Report);
    }

    [Fact]
    public void Read_LineBreakInANote_KeepsLineNumbersRight()
    {
        var error = Assert.Throws<InterchangeException>(() => Read(
            $"{FullHeader}2026-03-02,ada,voice,in,,,,\"one\ntwo\",\n2026-03-03,ada,pigeon,in,,,,,\n"));

        Assert.Equal(4, error.Line);
    }

    [Fact]
    public void Read_RowLongerThanOneMebibyte_IsAnError() =>
        Assert.Equal(
            2, Assert.Throws<InterchangeException>(
                () => Read($"{FullHeader}2026-03-02,ada,voice,in,,,,{new string('q', 1 << 20)},\n")).Line);

    [Fact]
    public void Read_Attempts_TellTheLastInstantToo() =>
        Assert.Equal(
            Instant.FromUtc(2026, 3, 5, 0, 0),
            Read(
                "at,contact,channel,direction,outcome\n2026-03-05,ada,voice,out,attempted\n2026-03-02,ada,voice,out,\n").Network.LastInstant);

    [Fact]
    public void ReadFile_Gzip_IsUnpacked()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            1, new TouchpointCsvReader(
                new TouchpointCsvSettings()).ReadFile(folder.WriteGzip("a.csv", Header + "2026-03-02,ada,voice,in\n")).Network.Log.Count);
    }

    [Fact]
    public void Read_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            new TouchpointCsvReader(new TouchpointCsvSettings())
                .Read(new MemoryStream(), "x", cancellationToken: new CancellationToken(canceled: true)));

    private static ReadResult Read(string text, TouchpointCsvSettings? settings = null) =>
        new TouchpointCsvReader(settings ?? new TouchpointCsvSettings())
            .Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "touchpoints.csv");
}
