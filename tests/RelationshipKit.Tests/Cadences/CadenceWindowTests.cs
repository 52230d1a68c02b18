using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Cadences;

public class CadenceWindowTests
{
    private static readonly LocalDate First = new(1, 1, 2);
    private static readonly LocalDate Last = new(9999, 12, 30);

    [Fact]
    public void Default_IsTheFirstDateAlone() => Assert.Equal(CadenceWindow.Between(First, First), default);

    [Fact]
    public void Between_TheEnds_IsTakenAndBeyondRefused()
    {
        Assert.Equal((First, Last), (CadenceWindow.Between(First, Last).Ideal, CadenceWindow.Between(First, Last).Latest));
        Assert.Contains(
            "The date is 0001-01-01; it must be from 0001-01-02 to 9999-12-30.",
            Assert.Throws<ArgumentOutOfRangeException>("ideal", () => CadenceWindow.Between(First.PlusDays(-1), Last)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The date is 9999-12-31",
            Assert.Throws<ArgumentOutOfRangeException>("latest", () => CadenceWindow.Between(First, Last.PlusDays(1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The date is in the calendar Julian; it must be in ISO.",
            Assert.Throws<ArgumentException>(
                "ideal", () => CadenceWindow.From(new LocalDate(2026, 3, 2).WithCalendar(CalendarSystem.Julian), 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "latest", () => CadenceWindow.Between(First, new LocalDate(2026, 3, 2).WithCalendar(CalendarSystem.Julian)));
    }

    [Fact]
    public void From_ATolerance_EndsWithTheCalendar()
    {
        Assert.Equal(CadenceWindow.Between(Last.PlusDays(-3), Last), CadenceWindow.From(Last.PlusDays(-3), 3));
        Assert.Equal(CadenceWindow.Between(Last.PlusDays(-3), Last), CadenceWindow.From(Last.PlusDays(-3), 4));
        Assert.Equal(2, CadenceWindow.From(Last.PlusDays(-3), 2).ToleranceDays);
        Assert.Throws<ArgumentOutOfRangeException>("toleranceDays", () => CadenceWindow.From(Last, -1));
        Assert.Throws<ArgumentOutOfRangeException>("ideal", () => CadenceWindow.From(Last.PlusDays(1), 0));
    }

    // Of an odd interval of 5 days, two are fresh; a window at its reference or before it lapses for a day.
    [Theory]
    [InlineData("2026-03-02", "2026-03-04", CadenceState.Fresh)]
    [InlineData("2026-03-02", "2026-03-05", CadenceState.Comfortable)]
    [InlineData("2026-03-02", "2026-03-07", CadenceState.Ripe)]
    [InlineData("2026-03-02", "2026-03-09", CadenceState.Ripe)]
    [InlineData("2026-03-02", "2026-03-14", CadenceState.Lapsed)]
    [InlineData("2026-03-02", "2026-03-15", CadenceState.Dormant)]
    [InlineData("2026-03-07", "2026-03-10", CadenceState.Lapsed)]
    [InlineData("2026-03-07", "2026-03-11", CadenceState.Dormant)]
    [InlineData("2026-03-12", "2026-03-06", CadenceState.Fresh)]
    public void StateOn_OfEachDay_FollowsTheInterval(string reference, string today, CadenceState state) =>
        Assert.Equal(
            state, CadenceWindow.Between(Day("2026-03-07"), Day("2026-03-09")).StateOn(Day(reference), Day(today), dormantAfterDays: 0));

    [Fact]
    public void StateOn_AnotherCalendar_IsRefusedByName()
    {
        var julian = new LocalDate(2026, 3, 2).WithCalendar(CalendarSystem.Julian);

        Assert.Throws<ArgumentException>("reference", () => CadenceWindow.From(First, 1).StateOn(julian, First));
        Assert.Throws<ArgumentException>("today", () => CadenceWindow.From(First, 1).StateOn(First, julian));
    }

    [Fact]
    public void Equality_IsThatOfBothDates()
    {
        Assert.NotEqual(CadenceWindow.From(First, 1), CadenceWindow.From(First, 2));
        Assert.NotEqual(CadenceWindow.Between(First, Last), CadenceWindow.Between(First.PlusDays(1), Last));
        Assert.Equal("ideal 2026-03-07, latest 2026-03-09", CadenceWindow.From(Day("2026-03-07"), 2).ToString());
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
