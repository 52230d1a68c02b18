using RelationshipKit.Bulk;
using RelationshipKit.Bulk.Grouped;

namespace RelationshipKit.Tests.Bulk.Grouped;

public class TouchpointGroupingTests
{
    [Fact]
    public void Of_StreamInAnyOrder_IsTieAfterTieInOrderOfTime()
    {
        using var grouping = TouchpointGrouping.Of(4, [2, 0, 2, 0, 3], [30, 20, -10, 10, 0], [1, 2, 3, 4, 5], [0, 1, 2, 3, 0]);
        var touchpoints = grouping.Touchpoints;

        Assert.Equal(4, touchpoints.Ties);
        Assert.Equal([0, 2, 2, 4, 5], touchpoints.Offsets.ToArray());
        Assert.Equal([10, 20, -10, 30, 0], touchpoints.Instants.ToArray());
        Assert.Equal([4, 2, 3, 1, 5], touchpoints.Kinds.ToArray());
        Assert.Equal([3, 1, 2, 0, 0], touchpoints.Directions.ToArray());
        Assert.Equal("5 touchpoints of 4 ties", grouping.ToString());
    }

    [Fact]
    public void Of_OneInstant_GoesByKindThenDirection()
    {
        using var grouping = TouchpointGrouping.Of(1, [0, 0, 0], [5, 5, 5], [2, 1, 1], [0, 3, 2]);

        Assert.Equal([1, 1, 2], grouping.Touchpoints.Kinds.ToArray());
        Assert.Equal([2, 3, 0], grouping.Touchpoints.Directions.ToArray());
    }

    [Fact]
    public void Of_NoTouchpoints_HasTiesWithoutAny()
    {
        using var none = TouchpointGrouping.Of(0, [], [], [], []);
        using var some = TouchpointGrouping.Of(5_000, [], [], [], []);

        Assert.Equal([0], none.Touchpoints.Offsets.ToArray());
        Assert.Equal(new int[5_001], some.Touchpoints.Offsets.ToArray());
    }

    [Fact]
    public void Of_UnevenColumns_IsRefused() =>
        Assert.Equal("kinds", Assert.Throws<ArgumentException>(() => TouchpointGrouping.Of(1, [0], [0], [], [0])).ParamName);

    [Theory]
    [InlineData(3, 0, 0, "ties[1] is 3; it must be from 0 to 2.")]
    [InlineData(-1, 0, 0, "ties[1] is -1; it must be from 0 to 2.")]
    [InlineData(0, 253402214400000000, 0, "unixMicros[1] is 253402214400000000; it must be from -62135510400000000 to 253402214399999999.")]
    [InlineData(0, -62135510400000001, 0, "unixMicros[1] is -62135510400000001; it must be from -62135510400000000 to 253402214399999999.")]
    [InlineData(0, 0, 4, "directions[1] is 4; it must be from 0 to 3.")]
    public void Of_ElementOutOfRange_NamesIndexValueAndRange(int tie, long micros, byte direction, string message) =>
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentOutOfRangeException>(
                () => TouchpointGrouping.Of(3, [0, tie], [0, micros], [0, 255], [0, direction])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Of_NegativeTieCount_IsRefused() =>
        Assert.Equal("tieCount", Assert.Throws<ArgumentOutOfRangeException>(() => TouchpointGrouping.Of(-1, [], [], [], [])).ParamName);

    [Fact]
    public void Of_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(
            () => TouchpointGrouping.Of(1, [0], [0], [0], [0], new BulkOptions { CancellationToken = new CancellationToken(true) }));

    [Fact]
    public void Touchpoints_Disposed_Throws()
    {
        var grouping = TouchpointGrouping.Of(1, [0], [0], [0], [0]);
        grouping.Dispose();
        grouping.Dispose();

        Assert.Throws<ObjectDisposedException>(() => grouping.Touchpoints);
    }
}
