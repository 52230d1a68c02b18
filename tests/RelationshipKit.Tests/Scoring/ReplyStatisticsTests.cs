using NodaTime;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Scoring;

public class ReplyStatisticsTests
{
    [Fact]
    public void Rate_OpeningsAndNone_IsTheShareOrUnknown()
    {
        Assert.Equal(0.75, new ReplyStatistics(4, 3, Duration.FromHours(1)).Rate);
        Assert.Equal(0.0, new ReplyStatistics(4, 0, null).Rate);
        Assert.Null(new ReplyStatistics(0, 0, null).Rate);
    }

    [Fact]
    public void ToString_Always_SaysHowManyWereAnswered() =>
        Assert.Equal("3 of 4 answered", new ReplyStatistics(4, 3, Duration.FromHours(1)).ToString());
}
