using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Time;

public class LocalDaysTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, -1)]
    [InlineData(86_399_999_999, 0)]
    [InlineData(86_400_000_000, 1)]
    [InlineData(-86_400_000_000, -1)]
    [InlineData(-86_400_000_001, -2)]
    public void DayOf_Utc_CountsFromTheEpoch(long micros, int day) => Assert.Equal(day, new LocalDays(DateTimeZone.Utc).DayOf(micros));

    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 29, 23)]
    [InlineData("Europe/Berlin", 2026, 10, 25, 25)]
    [InlineData("America/New_York", 2026, 3, 8, 23)]
    [InlineData("America/New_York", 2026, 11, 1, 25)]
    [InlineData("Asia/Kathmandu", 2026, 6, 1, 24)]
    [InlineData("Europe/Lisbon", 1992, 9, 26, 24)]
    public void DayOf_LocalDay_RunsFromItsStartToTheMicrosecondBeforeTheNext(string id, int year, int month, int dayOfMonth, int hours)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var date = new LocalDate(year, month, dayOfMonth);
        var (start, end) = (Micros(date.AtStartOfDayInZone(zone)), Micros(date.PlusDays(1).AtStartOfDayInZone(zone)));
        var days = new LocalDays(zone);

        // One reader for all, forwards and back, so that what it remembers is put to the test.
        Assert.Equal(hours * 3_600_000_000, end - start);
        Assert.Equal(date.PlusDays(-1), LocalDays.DateOf(days.DayOf(start - 1)));
        Assert.Equal(date, LocalDays.DateOf(days.DayOf(start)));
        Assert.Equal(date, LocalDays.DateOf(days.DayOf(end - 1)));
        Assert.Equal(date.PlusDays(1), LocalDays.DateOf(days.DayOf(end)));
        Assert.Equal(date, LocalDays.DateOf(days.DayOf(start)));
    }

    [Fact]
    public void DayOf_Apia_SkipsTheThirtiethOfDecember()
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var change = Micros(Instant.FromUtc(2011, 12, 30, 10, 0).InZone(zone));
        var days = new LocalDays(zone);

        Assert.Equal(new LocalDate(2011, 12, 29), LocalDays.DateOf(days.DayOf(change - 1)));
        Assert.Equal(new LocalDate(2011, 12, 31), LocalDays.DateOf(days.DayOf(change)));
    }

    [Theory]
    [InlineData("Pacific/Apia")]
    [InlineData("America/Toronto")]
    [InlineData("Africa/Casablanca")]
    [InlineData("America/St_Johns")]
    [InlineData("America/Havana")]
    public void DayOf_EveryTransition_IsThatOfTheCalendar(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var days = new LocalDays(zone);

        foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(1880, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0))
            .Where(interval => interval.HasStart))
        {
            foreach (var at in new[]
            {
                interval.Start - Duration.FromNanoseconds(1_000L),
                interval.Start,
                interval.Start + Duration.FromNanoseconds(1_000L)
            })
            {
                Assert.Equal(at.InZone(zone).Date, LocalDays.DateOf(days.DayOf(SupportedTime.ToMicros(at))));
            }
        }
    }

    [Fact]
    public void DayOf_ClocksTurnedBackOverMidnight_BeginsADayTwice()
    {
        // Newfoundland turned 00:01 back to 23:01 the day before.
        var days = new LocalDays(DateTimeZoneProviders.Tzdb["America/St_Johns"]);
        var turn = SupportedTime.ToMicros(Instant.FromUtc(2010, 11, 7, 2, 31));
        const long Minute = 60_000_000;

        Assert.Equal(
            [6, 7, 7, 6, 6, 7],
            new[] { turn - Minute - 1, turn - Minute, turn - 1, turn, turn + (59 * Minute) - 1, turn + (59 * Minute) }.Select(
                at => LocalDays.DateOf(days.DayOf(at)).Day));
    }

    [Fact]
    public void DayOf_EndsOfTimeInTheFarthestZones_StaysInTheCalendar()
    {
        foreach (var hours in new[] { -18, 18 })
        {
            var days = new LocalDays(DateTimeZone.ForOffset(Offset.FromHours(hours)));

            Assert.Equal(new LocalDate(1, 1, hours < 0 ? 1 : 2), LocalDays.DateOf(days.DayOf(SupportedTime.FirstMicros)));
            Assert.Equal(new LocalDate(9999, 12, hours < 0 ? 30 : 31), LocalDays.DateOf(days.DayOf(SupportedTime.LastMicros)));
        }
    }

    private static long Micros(ZonedDateTime time) => SupportedTime.ToMicros(time.ToInstant());
}
