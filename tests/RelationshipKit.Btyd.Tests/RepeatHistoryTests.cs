using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Btyd.Tests;

public class RepeatHistoryTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 10, 18, 0);

    [Fact]
    public void FromState_SeveralTouchesADay_CountsDaysAndKeepsFractions()
    {
        var state = Fold(
            Start, Start + Duration.FromHours(1), Start + Duration.FromHours(36), Start + Duration.FromHours(60),
            Start + Duration.FromHours(61));

        var history = RepeatHistory.FromState(state, Start + Duration.FromHours(96));

        Assert.Equal(RepeatHistory.FromDays(2, 61 / 24.0, 4), history);
    }

    [Fact]
    public void FromState_OneDayAlone_RepeatsNothing() =>
        Assert.Equal(
            RepeatHistory.FromDays(0, 0, 2.5),
            RepeatHistory.FromState(Fold(Start, Start + Duration.FromHours(3)), Start + Duration.FromHours(60)));

    [Fact]
    public void FromState_NoContact_IsNull() => Assert.Null(RepeatHistory.FromState(Fold(), Start + Duration.FromDays(100)));

    [Fact]
    public void FromState_BeforeTheStateEnds_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatHistory.FromState(Fold(Start), Start));

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(10_000_001, 1, 1)]
    [InlineData(0, 0.5, 1)]
    [InlineData(1, 1.5, 1)]
    [InlineData(1, -0.5, 1)]
    [InlineData(1, 0, -1)]
    [InlineData(1, 0, 1.1e10)]
    [InlineData(1, 0, double.NaN)]
    [InlineData(1, double.NaN, 1)]
    public void FromDays_OutsideTheRanges_IsRefused(int repeats, double last, double age) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatHistory.FromDays(repeats, last, age));

    [Fact]
    public void Default_IsATieMetThisMoment() => Assert.Equal(RepeatHistory.FromDays(0, 0, 0), default);

    [Fact]
    public void ToString_ReadsInTheInvariantCulture() =>
        Assert.Equal("2 repeats, the last after 30.4 of 38.9 days", RepeatHistory.FromDays(2, 30.43, 38.86).ToString());

    private static TieState Fold(params Instant[] touches) =>
        TieState.Fold(
            FoldSettings.Default,
            DateTimeZone.Utc,
            touches.Select(touch => new Touchpoint(Ada, touch, Channel.Message, Direction.Outgoing)),
            Start + Duration.FromHours(60) + Duration.FromHours(touches.Length > 3 ? 1 : 0));
}
