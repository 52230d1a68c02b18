using FsCheck;
using FsCheck.Xunit;
using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class MonotoneSearchTests
{
    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(0, 10, 1)]
    [InlineData(0, 10, 7)]
    [InlineData(0, 10, 10)]
    [InlineData(5, 5, 5)]
    [InlineData(-3, 4, -1)]
    [InlineData(long.MinValue, long.MaxValue, long.MinValue)]
    [InlineData(long.MinValue, long.MaxValue, -1)]
    [InlineData(long.MinValue, long.MaxValue, 0)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue, long.MaxValue - 1)]
    public void FirstWhere_Threshold_IsFoundBothWays(long low, long high, long threshold)
    {
        Assert.Equal(threshold, MonotoneSearch.FirstWhere(low, high, value => value >= threshold));
        foreach (var step in new[] { 1, 2, 3, 1_000, long.MaxValue })
        {
            Assert.Equal(threshold, MonotoneSearch.FirstWhere(low, high, step, value => value >= threshold));
        }
    }

    [Fact]
    public void FirstWhere_NeverReachedBelowHigh_IsHigh()
    {
        Assert.Equal(9, MonotoneSearch.FirstWhere(2, 9, _ => false));
        Assert.Equal(9, MonotoneSearch.FirstWhere(2, 9, 1, _ => false));
    }

    [Fact]
    public void FirstWhere_WholeRange_AsksAtMost64Times()
    {
        var asked = 0;
        _ = MonotoneSearch.FirstWhere(
            long.MinValue,
            long.MaxValue,
            value =>
            {
                asked++;
                return value >= 12_345;
            });

        Assert.InRange(asked, 1, 64);
    }

    [Fact]
    public void FirstWhere_NearAnswerWithStep_AsksFewTimes()
    {
        var asked = 0;
        _ = MonotoneSearch.FirstWhere(
            0,
            long.MaxValue,
            1,
            value =>
            {
                asked++;
                return value >= 100;
            });

        Assert.InRange(asked, 1, 15);
    }

    [Property]
    public bool The_answer_holds_and_its_predecessor_does_not(long first, long second, long third, PositiveInt step)
    {
        long[] sorted = [first, second, third];
        Array.Sort(sorted);
        var (low, threshold, high) = (sorted[0], sorted[1], sorted[2]);

        return MonotoneSearch.FirstWhere(low, high, value => value >= threshold) == threshold
            && MonotoneSearch.FirstWhere(low, high, step.Get, value => value >= threshold) == threshold;
    }
}
