using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class ChannelWeightTests
{
    [Fact]
    public void Constructor_EndsOfTheRange_AreTaken()
    {
        Assert.Equal(1, new ChannelWeight(Channel.Voice, 1, ChannelClass.Rich).Weight);
        Assert.Equal(double.Epsilon, new ChannelWeight(Channel.Voice, double.Epsilon, ChannelClass.Light).Weight);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void Constructor_WeightOutOfRange_IsRefusedWithTheRange(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelWeight(Channel.Voice, weight, ChannelClass.Rich));

        Assert.Equal(("weight", weight), (error.ParamName, (double)error.ActualValue!));
        Assert.Contains("it must be more than 0 and at most 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoChannelOrNoClass_IsRefused()
    {
        Assert.Equal("channel", Assert.Throws<ArgumentNullException>(() => new ChannelWeight(null!, 1, ChannelClass.Rich)).ParamName);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ChannelWeight(Channel.Voice, 1, (ChannelClass)2));
        Assert.Equal("class", error.ParamName);
        Assert.Contains("it must be one of Light, Rich.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_EachField_TakesPart()
    {
        var row = new ChannelWeight(Channel.Voice, 0.7, ChannelClass.Rich);

        Assert.Equal(row, new ChannelWeight(Channel.FromName("voice"), 0.7, ChannelClass.Rich));
        Assert.Equal(row.GetHashCode(), new ChannelWeight(Channel.FromName("voice"), 0.7, ChannelClass.Rich).GetHashCode());
        Assert.NotEqual(row, new ChannelWeight(Channel.Video, 0.7, ChannelClass.Rich));
        Assert.NotEqual(row, new ChannelWeight(Channel.Voice, 0.71, ChannelClass.Rich));
        Assert.NotEqual(row, new ChannelWeight(Channel.Voice, 0.7, ChannelClass.Light));
    }

    [Fact]
    public void ToString_BothClasses_SaysChannelWeightAndClass()
    {
        Assert.Equal("voice 0.7 rich", new ChannelWeight(Channel.Voice, 0.7, ChannelClass.Rich).ToString());
        Assert.Equal("letter 0.5 light", new ChannelWeight(Channel.Letter, 0.5, ChannelClass.Light).ToString());
    }
}
