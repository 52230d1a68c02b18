using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class PartialDateTests
{
    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("0001", 1, null, null)]
    [InlineData("2024", 2024, null, null)]
    [InlineData("9999-12", 9999, 12, null)]
    [InlineData("2024-05", 2024, 5, null)]
    [InlineData("--05-17", null, 5, 17)]
    [InlineData("--02-29", null, 2, 29)]
    [InlineData("2024-05-17", 2024, 5, 17)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    public void Parse_WellFormed_KnowsThePartsAndWritesThemBack(string text, int? year, int? month, int? day)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("204")]
    [InlineData("20245")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-5")]
    [InlineData("--13-01")]
    [InlineData("--00-01")]
    [InlineData("--02-30")]
    [InlineData("--04-31")]
    [InlineData("--05-00")]
    [InlineData("-005-17")]
    [InlineData("--05/17")]
    [InlineData("2024/05")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-04-31")]
    [InlineData("2024/05-17")]
    [InlineData("2024-05/17")]
    [InlineData("0000-05-17")]
    [InlineData(" 1987")]
    [InlineData("٢٠٢٤")]
    [InlineData("-2024")]
    public void TryParse_Malformed_SaysSo(string text)
    {
        Assert.False(PartialDate.TryParse(text, null, out var date));
        Assert.Equal(PartialDate.Unknown, date);
        Assert.DoesNotContain(text, Assert.Throws<FormatException>(() => PartialDate.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_Null_SaysSo()
    {
        Assert.False(PartialDate.TryParse(null, null, out _));
        Assert.Throws<ArgumentNullException>(() => PartialDate.Parse(null!));
    }

    [Fact]
    public void Default_IsUnknown() => Assert.Equal(PartialDate.Unknown, default);

    [Fact]
    public void Factories_OutOfRange_AreRefused()
    {
        foreach (var year in new[] { int.MinValue, -1, 0, 10_000, 65_537 + 2024 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromYear(year));
            Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromYearMonth(year, 1));
        }

        foreach (var month in new[] { -1, 0, 13, 257 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromYearMonth(2024, month));
            Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromMonthDay(month, 1));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromMonthDay(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromMonthDay(1, 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromMonthDay(2, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.FromDate(new LocalDate(0, 1, 1)));
        Assert.Throws<ArgumentException>(() => PartialDate.FromDate(new LocalDate(2024, 1, 1, CalendarSystem.Julian)));
    }

    [Theory]
    [InlineData("--05-17", "2024-05-16", "2024-05-17")]
    [InlineData("--05-17", "2024-05-17", "2025-05-17")]
    [InlineData("--05-17", "2024-05-18", "2025-05-17")]
    [InlineData("--01-31", "2024-01-30", "2024-01-31")]
    [InlineData("--12-31", "2024-12-31", "2025-12-31")]
    [InlineData("--01-01", "2024-12-31", "2025-01-01")]
    [InlineData("2024-05-17", "2024-05-17", "2025-05-17")]
    [InlineData("2024-05-17", "2024-05-16", "2024-05-17")]
    [InlineData("2024-05-17", "1990-08-01", "2024-05-17")]
    [InlineData("--12-30", "9999-12-29", "9999-12-30")]
    [InlineData("--12-30", "9999-12-30", null)]
    [InlineData("--12-31", "9999-12-30", null)]
    [InlineData("--05-17", "-0100-08-01", "0001-05-17")]
    [InlineData("2024", "2020-01-01", null)]
    [InlineData("2024-05", "2020-01-01", null)]
    [InlineData("", "2020-01-01", null)]
    public void NextAfter_ByHand_IsTheFirstDayAfter(string date, string reference, string? expected)
    {
        foreach (var rule in Enum.GetValues<LeapDayRule>())
        {
            Assert.Equal(expected is null ? null : Day(expected), PartialDate.Parse(date).NextAfter(Day(reference), rule));
        }
    }

    [Theory]
    [InlineData("--02-29", LeapDayRule.LastOfFebruary, "2023-02-27", "2023-02-28")]
    [InlineData("--02-29", LeapDayRule.LastOfFebruary, "2023-02-28", "2024-02-29")]
    [InlineData("--02-29", LeapDayRule.LastOfFebruary, "2024-02-28", "2024-02-29")]
    [InlineData("--02-29", LeapDayRule.FirstOfMarch, "2023-02-28", "2023-03-01")]
    [InlineData("--02-29", LeapDayRule.FirstOfMarch, "2023-03-01", "2024-02-29")]
    [InlineData("--02-29", LeapDayRule.FirstOfMarch, "2024-02-29", "2025-03-01")]
    [InlineData("--02-29", LeapDayRule.LeapYearsOnly, "2023-02-27", "2024-02-29")]
    [InlineData("--02-29", LeapDayRule.LeapYearsOnly, "2024-02-29", "2028-02-29")]
    [InlineData("--02-29", LeapDayRule.LeapYearsOnly, "1896-02-29", "1904-02-29")]
    [InlineData("--02-29", LeapDayRule.LeapYearsOnly, "9996-02-29", null)]
    [InlineData("2000-02-29", LeapDayRule.LastOfFebruary, "1999-01-01", "2000-02-29")]
    [InlineData("2000-02-29", LeapDayRule.FirstOfMarch, "2000-02-29", "2001-03-01")]
    [InlineData("--02-28", LeapDayRule.FirstOfMarch, "2023-02-27", "2023-02-28")]
    [InlineData("--03-29", LeapDayRule.FirstOfMarch, "2023-02-27", "2023-03-29")]
    public void NextAfter_LeapDay_KeepsTheRule(string date, LeapDayRule rule, string reference, string? expected) =>
        Assert.Equal(expected is null ? null : Day(expected), PartialDate.Parse(date).NextAfter(Day(reference), rule));

    [Fact]
    public void NextAfter_AnotherCalendarOrRule_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => default(PartialDate).NextAfter(new LocalDate(2024, 1, 1, CalendarSystem.Julian), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(PartialDate).NextAfter(new LocalDate(2024, 1, 1), (LeapDayRule)3));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
