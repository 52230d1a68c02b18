using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class TieCountsTests
{
    [Fact]
    public void Plus_Counts_AddAndSpansJoin()
    {
        var early = new TieCounts(5, 2, 3, -40, 10);
        var late = new TieCounts(7, 6, 1, 0, 90);

        Assert.Equal(new TieCounts(12, 8, 4, -40, 90), early.Plus(late));
        Assert.Equal(early.Plus(late), late.Plus(early));
        Assert.Equal(early, early.Plus(TieCounts.None));
        Assert.Equal(late, TieCounts.None.Plus(late));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Plus_MoreThanAnIntHolds_IsRefusedAndNeverNegative(int touchpoints, int outgoing, int incoming)
    {
        var most = new TieCounts(int.MaxValue, int.MaxValue, int.MaxValue, 0, 0);

        Assert.Throws<OverflowException>(() => most.Plus(new TieCounts(touchpoints, outgoing, incoming, 0, 0)));
        Assert.Equal(most, most.Plus(new TieCounts(0, 0, 0, 0, 0)));
    }
}
