using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class TieCellTests
{
    private static readonly TieCell Cell = new(10, ChannelClass.Rich, 0.7, 100, 200, 150, 120);

    [Fact]
    public void Size_IsThatOfItsFields() => Assert.Equal((5 * 8) + (2 * 4), Unsafe.SizeOf<TieCell>());

    [Fact]
    public void Equals_EachField_TakesPart()
    {
        TieCell[] others =
        [
            new(11, ChannelClass.Rich, 0.7, 100, 200, 150, 120),
            new(10, ChannelClass.Light, 0.7, 100, 200, 150, 120),
            new(10, ChannelClass.Rich, 0.8, 100, 200, 150, 120),
            new(10, ChannelClass.Rich, 0.7, 101, 200, 150, 120),
            new(10, ChannelClass.Rich, 0.7, 100, 201, 150, 120),
            new(10, ChannelClass.Rich, 0.7, 100, 200, 151, 120),
            new(10, ChannelClass.Rich, 0.7, 100, 200, 150, 121),
        ];

        Assert.All(others, other => Assert.NotEqual(Cell, other));
        Assert.Equal(8, others.Append(Cell).Distinct().Count());
        Assert.Equal(Cell, new TieCell(10, ChannelClass.Rich, 0.7, 100, 200, 150, 120));
        Assert.Equal(Cell.GetHashCode(), new TieCell(10, ChannelClass.Rich, 0.7, 100, 200, 150, 120).GetHashCode());
    }

    [Fact]
    public void MergedWith_SameDay_TakesLargestSmallestAndLatest()
    {
        TieCell other = new(10, ChannelClass.Rich, 0.5, 90, 210, TieCell.Never, 205);

        var merged = Cell.MergedWith(other);

        Assert.Equal(new TieCell(10, ChannelClass.Rich, 0.7, 90, 210, 150, 205), merged);
        Assert.Equal(merged, other.MergedWith(Cell));
        Assert.Equal(Cell, Cell.MergedWith(Cell));
    }

    [Fact]
    public void Compare_DayThenClass_PutsLightFirst()
    {
        TieCell light = new(10, ChannelClass.Light, 1, 0, 0, 0, 0);
        TieCell next = new(11, ChannelClass.Light, 1, 0, 0, 0, 0);

        Assert.True(TieCell.Compare(light, Cell) < 0);
        Assert.True(TieCell.Compare(Cell, light) > 0);
        Assert.True(TieCell.Compare(Cell, next) < 0);
        Assert.True(TieCell.Compare(next, Cell) > 0);
        Assert.Equal(0, TieCell.Compare(Cell, Cell.MergedWith(new TieCell(10, ChannelClass.Rich, 1, 0, 300, 300, 300))));
    }

    [Fact]
    public void Instants_FromMicroseconds_AreThoseOfTheDay()
    {
        Assert.Equal(new LocalDate(1970, 1, 11), Cell.Date);
        Assert.Equal((Instant.FromUnixTimeTicks(1_000), Instant.FromUnixTimeTicks(2_000)), (Cell.Earliest, Cell.Latest));
        Assert.Equal(
            (Instant.FromUnixTimeTicks(1_500), Instant.FromUnixTimeTicks(1_200)), (Cell.LastOutgoing!.Value, Cell.LastIncoming!.Value));
        TieCell never = new(-1, ChannelClass.Light, 0.1, 100, 200, TieCell.Never, TieCell.Never);
        Assert.Null(never.LastOutgoing);
        Assert.Null(never.LastIncoming);
        Assert.Equal(TieCell.Never, never.LastOutgoingMicros);
        Assert.Equal(new LocalDate(1969, 12, 31), never.Date);
    }

    [Fact]
    public void ToString_LongWeight_IsShortened() =>
        Assert.Equal("1970-01-11 rich 0.577", new TieCell(10, ChannelClass.Rich, 1 / Math.Sqrt(3), 0, 0, 0, 0).ToString());
}
