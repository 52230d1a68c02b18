using NodaTime;
using RelationshipKit.Interchange.Calendars;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Rules that the kit expands itself have the occurrences that Ical.Net gives them.</summary>
public class DayRuleTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 6, 1, 0, 0);

    [Theory]
    [InlineData("20240131T100000", "FREQ=MONTHLY;COUNT=4", "2024-01-31 2024-03-31 2024-05-31 2024-07-31")]
    [InlineData("20240229T100000", "FREQ=YEARLY;UNTIL=20330101", "2024-02-29")]
    [InlineData("20240101T100000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=4", "2024-01-01 2024-01-14 2024-01-15 2024-01-28")]
    [InlineData("20240131T100000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2024-01-31 2024-02-29 2024-03-29")]
    [InlineData("20240101T100000", "FREQ=DAILY;INTERVAL=10;UNTIL=20240121T100000", "2024-01-01 2024-01-11 2024-01-21")]
    public void Days_OfAUsualRule_AreThoseOfTheCalendar(string start, string rule, string expected)
    {
        var time = Time(start);

        var days = DayRule.TryParse(rule, time)!.Days(new LocalDate(2026, 6, 1), time.Local.TimeOfDay);

        Assert.Equal(expected, string.Join(' ', days.Select(day => $"{day:uuuu-MM-dd}")));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYDAY=1MO")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=1")]
    [InlineData("FREQ=YEARLY;BYMONTH=1;BYDAY=MO")]
    [InlineData("FREQ=DAILY;BYMONTH=2")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;FREQ=WEEKLY")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=OT")]
    [InlineData("FREQ=WEEKLY;BYDAY=")]
    [InlineData("FREQ=DAILY;BYHOUR=9")]
    [InlineData("COUNT=3")]
    public void TryParse_ARuleOfAnotherKindOrAnotherStart_IsNull(string rule) =>
        Assert.Null(DayRule.TryParse(rule, Time("20240101T100000")));

    [Fact]
    public void Expand_RandomRules_AreThoseOfIcalNet()
    {
        var random = new Random(20261130);
        var usual = 0;
        for (var i = 0; i < 1_500; i++)
        {
            var start = Time($"{new LocalDate(2019, 1, 1).PlusDays(random.Next(1_500)):uuuuMMdd}T101500");
            var rule = RandomRule(random, start.Local.Date);
            if (DayRule.TryParse(rule, start) is null)
            {
                continue;
            }

            usual++;

            // Two rules are left to Ical.Net; the second gives the start alone, which is one of the first.
            var ours = new Recurrence(AsOf, DateTimeZone.Utc).Expand(Entry(rule), start, out var reason);
            var theirs = new Recurrence(AsOf, DateTimeZone.Utc).Expand(Entry(rule, "FREQ=DAILY;COUNT=1"), start, out var theirReason);
            Assert.True(theirReason is not null || ours.SequenceEqual(theirs), $"{start.Written} {rule}");
            Assert.Null(reason);
        }

        Assert.InRange(usual, 500, 1_500);
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "2024-01-02 2024-01-03 2024-01-09")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=1,2,3;COUNT=3", "2024-01-02 2024-01-03 2024-01-09")]
    [InlineData("", "2024-01-09")]
    public void Expand_DatesAndExceptions_MendTheRule(string rule, string expected)
    {
        var entry = rule.Length > 0 ? Entry(rule) : Entry();
        entry.Add(new CalendarProperty("RDATE", [], "20240109T100000,20240103T100000,20300101T100000"));
        entry.Add(new CalendarProperty("EXDATE", [], rule.Length > 0 ? "20240101" : "20240101T100000Z,20240103"));

        var starts = new Recurrence(AsOf, DateTimeZone.Utc).Expand(entry, Time("20240101T100000"), out _);

        Assert.Equal(expected, string.Join(' ', starts.Select(one => $"{one.Local.Date:uuuu-MM-dd}")));
    }

    private static string RandomRule(Random random, LocalDate start)
    {
        string[] weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var own = weekdays[(int)start.DayOfWeek - 1];
        var frequency = ((string[])["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])[random.Next(4)];
        var rule = $"FREQ={frequency}";
        rule += random.Next(2) == 0 ? $";INTERVAL={random.Next(1, 5)}" : "";
        rule += random.Next(3) == 0 ? $";COUNT={random.Next(1, 30)}"
            : random.Next(3) == 0 ? $";UNTIL=2024{random.Next(1, 13):00}15T101500" : "";
        rule += random.Next(4) == 0 ? $";WKST={weekdays[random.Next(7)]}" : "";
        rule += random.Next(3) == 0 ? $";BYMONTH={((start.Month + random.Next(1, 12) - 1) % 12) + 1},{start.Month}" : "";
        rule += random.Next(3) == 0 ? $";BYMONTHDAY={start.Day},{random.Next(1, 32)},-{random.Next(1, 32)}" : "";
        var ordinal = frequency is "MONTHLY" or "YEARLY" ? $"{((start.Day - 1) / 7) + 1}" : "";
        var other = ordinal.Length > 0 ? $"-{random.Next(1, 6)}" : "";
        rule += random.Next(3) switch
        {
            0 => $";BYDAY={own},{weekdays[random.Next(7)]}",
            1 => $";BYDAY={other}{weekdays[random.Next(7)]},{ordinal}{own}",
            _ => "",
        };
        return rule + (random.Next(5) == 0 ? $";BYSETPOS={random.Next(1, 4)},-1" : "");
    }

    private static CalendarEntry Entry(params string[] rules)
    {
        var entry = new CalendarEntry(1);
        foreach (var rule in rules)
        {
            entry.Add(new CalendarProperty("RRULE", [], rule));
        }

        return entry;
    }

    private static CalendarTime Time(string text) =>
        CalendarTime.TryParse(new CalendarProperty("DTSTART", [], ""), text, DateTimeZone.Utc)!.Value;
}
