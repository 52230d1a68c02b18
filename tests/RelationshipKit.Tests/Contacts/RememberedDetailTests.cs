using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class RememberedDetailTests
{
    private static readonly LocalDate Learned = new(2024, 1, 31);

    private static readonly RememberedDetail Marathon = new("trains for a marathon", Learned) { HalfLifeDays = 60 };

    [Theory]
    [InlineData(-400, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0.988514020352896)] // 2^(-1/60)
    [InlineData(30, 0.707106781186548)]
    [InlineData(60, 0.5)]
    [InlineData(120, 0.25)]
    [InlineData(600, 0.0009765625)]
    public void FreshnessOn_ByHand_HalvesWithEachHalfLife(int ageDays, double expected) =>
        Assert.Equal(expected, Marathon.FreshnessOn(Learned.PlusDays(ageDays)), 1e-15);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(61, true)]
    public void IsWorthAskingAgainOn_ByHand_IsFromTheHalfLifeOn(int ageDays, bool expected) =>
        Assert.Equal(expected, Marathon.IsWorthAskingAgainOn(Learned.PlusDays(ageDays)));

    [Fact]
    public void Detail_WithoutHalfLife_StaysFresh()
    {
        var detail = Marathon with { HalfLifeDays = null };

        Assert.Equal(1, detail.FreshnessOn(new LocalDate(9999, 1, 1)));
        Assert.False(detail.IsWorthAskingAgainOn(new LocalDate(9999, 1, 1)));
    }

    [Fact]
    public void Parts_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Marathon with { HalfLifeDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Marathon with { HalfLifeDays = 36_501 });
        Assert.Equal(
            [1, 36_500], [(Marathon with { HalfLifeDays = 1 }).HalfLifeDays, (Marathon with { HalfLifeDays = 36_500 }).HalfLifeDays]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Marathon with { Sensitivity = (Sensitivity)3 });
        Assert.Throws<ArgumentException>(() => Marathon with { Source = " " });
        Assert.Throws<ArgumentException>(() => new RememberedDetail("", Learned));
        Assert.Throws<ArgumentException>(() => new RememberedDetail(new string('a', 4_001), Learned));
        Assert.Throws<ArgumentNullException>(() => new RememberedDetail(null!, Learned));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RememberedDetail("a", new LocalDate(-1, 1, 1)));
        Assert.Throws<ArgumentException>(() => new RememberedDetail("a", new LocalDate(2024, 1, 1, CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>(() => Marathon.FreshnessOn(new LocalDate(2024, 1, 1, CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>(() => Marathon.IsWorthAskingAgainOn(new LocalDate(2024, 1, 1, CalendarSystem.Julian)));
    }
}
