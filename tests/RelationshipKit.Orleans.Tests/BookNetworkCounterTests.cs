using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Orleans.Tests;

public class BookNetworkCounterTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Month = Duration.FromDays(30);

    [Fact]
    public void Count_OneTieAndAMeetingOfTwo_IsWhatAHandCounts()
    {
        // Ada was called 100 and 70 days ago, met with Bob 20 days ago. Bob is no tie of two contact-days.
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada"), new Contact("bob", "Bob")).OrThrow()
            .Record([Call(100, "ada"), Call(70, "ada"), Call(20, "ada", "bob")]).OrThrow();
        var counted = new NetworkHistory();
        new BookNetworkCounter().Count("robin", book, Now, Month, counted);

        // Windows begin 0, 30 and 60 days ago; before, Ada has fewer than two contact-days. At 30 and 60 days nobody else is known to
        // either.
        var expected = new NetworkHistory();
        expected.Add(book.ForecastOf("ada", Now), Month, (20 + 20) / 2, 1, 1, 1, wasInTouch: null);
        expected.Add(book.ForecastOf("ada", Now - Month), Month, double.PositiveInfinity, 0, 0, 0, wasInTouch: true);
        expected.Add(book.ForecastOf("ada", Now - (Month * 2)), Month, double.PositiveInfinity, 0, 0, 0, wasInTouch: false);
        Assert.Equal(expected.ToBytes(), counted.ToBytes());
    }

    private static Touchpoint Call(int daysAgo, params ContactId[] who) =>
        new(who, Now - Duration.FromDays(daysAgo), Channel.Voice, Direction.Mutual);
}
