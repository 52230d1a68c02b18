using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class OccasionTests
{
    private static readonly PartialDate LeapDay = PartialDate.FromDate(new LocalDate(2000, 2, 29));

    [Theory]
    [InlineData("birthday")]
    [InlineData("anniversary")]
    [InlineData("name day")]
    public void NextAfter_Yearly_ComesBack(string kind)
    {
        var occasion = new Occasion(OccasionKind.FromName(kind), LeapDay) { LeapDayRule = LeapDayRule.FirstOfMarch };

        Assert.Equal(new LocalDate(2025, 3, 1), occasion.NextAfter(new LocalDate(2025, 2, 28)));
        Assert.Equal(new LocalDate(2026, 3, 1), occasion.NextAfter(new LocalDate(2025, 3, 1)));
    }

    [Fact]
    public void NextAfter_Achievement_ComesOnce()
    {
        var occasion = new Occasion(OccasionKind.Achievement, LeapDay);

        Assert.Equal(new LocalDate(2000, 2, 29), occasion.NextAfter(new LocalDate(2000, 2, 28)));
        Assert.Null(occasion.NextAfter(new LocalDate(2000, 2, 29)));
    }

    [Fact]
    public void NextAfter_AchievementWithoutYear_CannotBeTold() =>
        Assert.Null(new Occasion(OccasionKind.Achievement, PartialDate.FromMonthDay(5, 17)).NextAfter(new LocalDate(2024, 5, 16)));

    [Fact]
    public void NextAfter_YearOnly_CannotBeTold()
    {
        Assert.Null(new Occasion(OccasionKind.Birthday, PartialDate.FromYear(2030)).NextAfter(new LocalDate(2024, 5, 16)));
        Assert.Null(new Occasion(OccasionKind.Achievement, PartialDate.FromYearMonth(2030, 2)).NextAfter(new LocalDate(2024, 5, 16)));
    }

    [Fact]
    public void LeapDayRule_NotSaid_IsTheLastOfFebruary() =>
        Assert.Equal(new LocalDate(2025, 2, 28), new Occasion(OccasionKind.Birthday, LeapDay).NextAfter(new LocalDate(2025, 2, 27)));

    [Fact]
    public void Parts_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Occasion(OccasionKind.Birthday, PartialDate.Unknown));
        Assert.Throws<ArgumentNullException>(() => new Occasion(null!, LeapDay));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Occasion(OccasionKind.Birthday, LeapDay) { LeapDayRule = (LeapDayRule)(-1) });
        Assert.Throws<ArgumentException>(() => new Occasion(OccasionKind.Birthday, LeapDay) { Title = "" });
        Assert.Throws<ArgumentException>(() => new Occasion(OccasionKind.Birthday, LeapDay) { Title = new string('a', 4_001) });
        Assert.Equal(4_000, new Occasion(OccasionKind.Birthday, LeapDay) { Title = new string('a', 4_000) }.Title!.Length);
    }
}
