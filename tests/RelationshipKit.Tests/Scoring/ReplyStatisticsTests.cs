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
        Assert.Null(default(ReplyStatistics).Rate);
    }

    [Fact]
    public void Equals_EachNumber_TakesPart()
    {
        ReplyStatistics statistics = new(4, 3, Duration.FromHours(1));

        Assert.Equal(statistics, new ReplyStatistics(4, 3, Duration.FromHours(1)));
        Assert.Equal(statistics.GetHashCode(), new ReplyStatistics(4, 3, Duration.FromHours(1)).GetHashCode());
        ReplyStatistics[] others = [new(5, 3, Duration.FromHours(1)), new(4, 2, Duration.FromHours(1)), new(4, 3, Duration.FromHours(2))];
        Assert.All(others, other => Assert.NotEqual(statistics, other));
        Assert.Equal("3 of 4 answered", statistics.ToString());
    }
}
