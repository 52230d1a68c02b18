using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>Calendars with zones of their own, with versions and exceptions of an event, and with birthdays in many words.</summary>
public class CalendarTests
{
    private const string People = "ATTENDEE:mailto:ann@x.org\nATTENDEE:mailto:me@x.org\n";

    private static readonly SourceSettings Berlin = Reading.Settings with
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        Me = ["me@x.org"],
    };

    [Theory]
    [InlineData("Geburtstag Diana", "Diana")]
    [InlineData("Birthday Vanessa", "Vanessa")]
    [InlineData("Chris Birthday", "Chris")]
    [InlineData("Anna Muster hat Geburtstag", "Anna Muster")]
    [InlineData("Ann Lee’s 34th Birthday", "Ann Lee")]
    [InlineData("Ann Lees 34. Geburtstag", "Ann Lee")]
    [InlineData("Thomas' Geburtstag", "Thomas")]
    [InlineData("Anniversaire d'Éric", "Éric")]
    [InlineData("Cumpleaños de Dévora", "Dévora")]
    [InlineData("Happy birthday Ann!", "Ann")]
    [InlineData("🎂 Birthday: Joe (1980)", "Joe")]
    public void Birthday_IsOfThePersonItNames(string summary, string expected)
    {
        var person = Assert.Single(Yearly(summary).People);

        Assert.Equal((expected, PartialDate.FromDate(new LocalDate(2010, 3, 4))), (person.Name, person.Birthday));
    }

    [Theory]
    [InlineData("Happy birthday!")]
    [InlineData("Alles Gute zum Geburtstag!")]
    [InlineData("Joyeux anniversaire !")]
    public void Birthday_ThatNamesNobody_IsOfNobody(string summary) => Assert.Empty(Yearly(summary).Items);

    [Theory]
    [InlineData("Anniversaire de mariage de Zoé", "Zoé")]
    [InlineData("Aniversário de casamento de Zoé", "Zoé")]
    [InlineData("Zoé's 10th wedding anniversary", "Zoé")]
    public void Anniversary_OfAWedding_IsNoBirthday(string summary, string expected)
    {
        var person = Assert.Single(Yearly(summary).People);

        Assert.Equal((expected, default), (person.Name, person.Birthday));
        Assert.Equal(3, person.Anniversary.Month);
    }

    [Theory]
    [InlineData("-0500", "-0400", "20240704T100000", 14)]
    [InlineData("-0500", "-0400", "20240104T100000", 15)]
    [InlineData("+0100", "+0200", "20240704T100000", 8)]
    [InlineData("+0530", null, "20240704T103000", 5)]
    [InlineData("+1000", "+1100", "20240104T100000", 23)]
    public void Zone_ThatTheCalendarDescribes_IsUnderItsOwnName(string standard, string? daylight, string start, int hour)
    {
        var summer = daylight is null ? "" : $"BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETTO:{daylight}\nEND:DAYLIGHT\n";
        var zone = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\n"
            + $"TZOFFSETTO:{standard}\nEND:STANDARD\n{summer}END:VTIMEZONE\n";

        var reading = Read($"{zone}{Event("A", $"DTSTART;TZID=Customized Time Zone:{start}\n")}");

        Assert.Equal(hour, Assert.Single(reading.Events).At.InUtc().Hour);
    }

    [Fact]
    public void Zone_WithItsPlace_IsThatOfThePlace()
    {
        var zone = "BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\n";

        Assert.Equal(
            Instant.FromUtc(2024, 7, 4, 1, 0), Assert.Single(Read($"{zone}{Event("A", "DTSTART;TZID=Ours:20240704T100000\n")}").Events).At);
    }

    [Fact]
    public void Event_InTwoVersions_IsTheLaterOne()
    {
        var reading = Read(Event("A", "DTSTART:20240401T100000Z\n") + Event("A", "SEQUENCE:1\nDTSTART:20240402T100000Z\n"));

        Assert.Equal(Instant.FromUtc(2024, 4, 2, 10, 0), Assert.Single(reading.Events).At);
        Assert.Equal((2, 1), (reading.Account.Records, reading.Account.SkippedCount));
    }

    [Fact]
    public void Occurrence_MovedByItsDay_IsNotThereTwice()
    {
        var reading = Read(
            Event("A", "DTSTART;TZID=Europe/Berlin:20240304T233000\nRRULE:FREQ=WEEKLY;COUNT=3\n")
                + Event("A", "RECURRENCE-ID;VALUE=DATE:20240311\nDTSTART;TZID=Europe/Berlin:20240312T110000\n"));

        Assert.Equal([4, 12, 18], reading.Events.Select(told => told.At.InZone(Berlin.Zone).Day).Order());
    }

    [Theory]
    [InlineData("CANCEL", 0)]
    [InlineData("PUBLISH", 1)]
    public void Calendar_ThatTakesBack_HasNoEvents(string method, int expected) =>
        Assert.Equal(expected, Read($"METHOD:{method}\n{Event("A", "DTSTART:20240401T100000Z\n")}").Events.Count());

    private static string Event(string uid, string lines) => $"BEGIN:VEVENT\nUID:{uid}\n{lines}{People}END:VEVENT\n";

    private static Reading Yearly(string summary) =>
        Read($"BEGIN:VEVENT\nUID:A\nDTSTART;VALUE=DATE:20100304\nRRULE:FREQ=YEARLY\nSUMMARY:{summary}\nEND:VEVENT\n");

    private static Reading Read(string inner) =>
        Reading.OfText($"BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n".Replace("\n", "\r\n", StringComparison.Ordinal), Berlin);
}
