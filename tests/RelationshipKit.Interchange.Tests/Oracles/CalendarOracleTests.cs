using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Interchange.Tests.Sources;

namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>Recurring events have the occurrences that ical.js gives them.</summary>
public class CalendarOracleTests
{
    private const string Berlin =
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
        + "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

    // Each starts on Tuesday, 1 March 2022, or says when; each has that start among its own occurrences. A leap day each year is
    // left out: by RFC 5545 a day that is not there is no occurrence, and ical.js takes another one.
    private static readonly (string Start, string Rule)[] Rules =
    [
        ("20220301", "FREQ=DAILY"), ("20220301", "FREQ=DAILY;INTERVAL=3;COUNT=40"), ("20220301", "FREQ=DAILY;UNTIL=20220410T120000Z"),
        ("20220301", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=100"),
        ("20220301", "FREQ=DAILY;BYMONTH=3,6;COUNT=50"), ("20220301", "FREQ=WEEKLY"), ("20220301", "FREQ=WEEKLY;INTERVAL=2"),
        ("20220301", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=30"),
        ("20220301", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=30"),
        ("20220301", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=30"), ("20220301", "FREQ=WEEKLY;UNTIL=20230301T090000Z"),
        ("20220301", "FREQ=MONTHLY"), ("20220331", "FREQ=MONTHLY;COUNT=20"), ("20220301", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=20"),
        ("20220331", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=30"),
        ("20220301", "FREQ=MONTHLY;BYDAY=1TU;COUNT=30"), ("20220329", "FREQ=MONTHLY;BYDAY=-1TU;COUNT=30"),
        ("20220301", "FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=1;COUNT=30"),
        ("20220331", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=30"),
        ("20220301", "FREQ=MONTHLY;INTERVAL=3;COUNT=10"), ("20220513", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=6"),
        ("20220301", "FREQ=YEARLY"), ("20200229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("20220301", "FREQ=YEARLY;INTERVAL=2"), ("20220301", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1"),
        ("20220301", "FREQ=YEARLY;BYMONTH=3;BYDAY=1TU"), ("20220301", "FREQ=YEARLY;BYYEARDAY=60,200;COUNT=9"),
        ("20220301", "FREQ=YEARLY;BYMONTH=3;BYDAY=TU;COUNT=12"), ("20220301", "FREQ=DAILY;COUNT=1"), ("20220327", "FREQ=DAILY;COUNT=5"),
        ("20221030", "FREQ=DAILY;COUNT=5"),
    ];

    private static readonly (string Zone, string Time)[] Forms =
        [("", "T101500Z"), (";TZID=Europe/Berlin", "T101500"), (";TZID=Europe/Berlin", "T233000"), ("", "T070000")];

    [IcalJsFact]
    public async Task Occurrences_AreThoseOfIcalJs()
    {
        var calendars = Rules.SelectMany(rule => Forms
            .SelectMany(
                form =>
                    new[] { false, true }.Select(isMended => Calendar(rule.Start + form.Time, form.Zone, rule.Rule, isMended)))).ToArray();
        var asOf = Reading.Settings.AsOf.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var expected = JsonSerializer.Deserialize<long[]?[]>(
            await Oracle.Run(
                Oracle.Node!, [Oracle.Script("icaljs.cjs"), Oracle.IcalJs!, "events", asOf], JsonSerializer.Serialize(calendars)))!;

        Assert.All(calendars.Zip(expected), pair =>
            Assert.Equal(pair.Second, Reading.OfText(pair.First).Events.Select(told => told.At.ToUnixTimeSeconds()).Order()));
    }

    // Mended: the second occurrence is left out, and of a daily event the third is moved.
    private static string Calendar(string start, string zone, string rule, bool isMended)
    {
        var day = LocalDate.FromDateTime(DateTime.ParseExact(start[..8], "yyyyMMdd", CultureInfo.InvariantCulture));
        string On(int days, string time) => day.PlusDays(days).ToString("uuuuMMdd", CultureInfo.InvariantCulture) + time;
        var isDaily = rule is "FREQ=DAILY" or "FREQ=DAILY;COUNT=5";
        var step = isDaily ? 1 : rule.StartsWith("FREQ=WEEKLY", StringComparison.Ordinal)
            && !rule.Contains("INTERVAL", StringComparison.Ordinal) ? 7 : 0;
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").Append(Berlin).Append("BEGIN:VEVENT\r\nUID:series\r\n")
            .Append("DTSTART").Append(zone).Append(':').Append(start).Append("\r\nRRULE:").Append(rule).Append("\r\n");
        if (isMended && step > 0)
        {
            text.Append("EXDATE").Append(zone).Append(':').Append(On(step, start[8..])).Append("\r\n");
        }

        text.Append("ATTENDEE:mailto:a@x.org\r\nEND:VEVENT\r\n");
        if (isMended && isDaily)
        {
            text.Append("BEGIN:VEVENT\r\nUID:series\r\nRECURRENCE-ID")
                .Append(zone)
                .Append(':')
                .Append(On(2, start[8..]))
                .Append("\r\nDTSTART")
                .Append(zone)
                .Append(':')
                .Append(On(2, start.EndsWith('Z') ? "T121500Z" : "T121500")).Append("\r\nATTENDEE:mailto:a@x.org\r\nEND:VEVENT\r\n");
        }

        return text.Append("END:VCALENDAR\r\n").ToString();
    }
}
