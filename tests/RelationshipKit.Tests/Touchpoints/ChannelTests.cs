namespace RelationshipKit.Tests.Touchpoints;

public class ChannelTests
{
    [Fact]
    public void Stock_IsWhatTheDocumentsName() => Assert.Equal(
        ["message", "e-mail", "social", "letter", "voice", "video", "in-person", "group-event", "voice-message"],
        Channel.Stock.Select(channel => channel.Name));

    [Fact]
    public void Stock_Members_AreInOrder() => Assert.Equal(
        [
            Channel.Message, Channel.Email, Channel.Social, Channel.Letter, Channel.Voice, Channel.Video, Channel.InPerson,
            Channel.GroupEvent, Channel.VoiceMessage
        ],
        Channel.Stock);

    [Theory]
    [InlineData("E-Mail", "e-mail")]
    [InlineData("email", "e-mail")]
    [InlineData("in person", "in-person")]
    [InlineData("InPerson", "in-person")]
    [InlineData(" IN - PERSON ", "in-person")]
    [InlineData("group_event", "group-event")]
    [InlineData("Voice message", "voice-message")]
    [InlineData("video", "video")]
    public void Parse_StockName_HoweverWritten(string text, string name)
    {
        Assert.True(Channel.TryParse(text, null, out var channel));
        Assert.Equal(name, channel.Name);
        Assert.Same(channel, Channel.Parse(text));
        Assert.Contains(channel, Channel.Stock);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("e.mail")]
    [InlineData("pigeon")]
    [InlineData("messages")]
    public void FindStock_AnythingElse_IsNone(string? text) => Assert.Null(Channel.FindStock(text));

    [Fact]
    public void Parse_AnotherName_IsTheHostsOwn()
    {
        Assert.Equal(Channel.FromName("pigeon"), Channel.Parse("Pigeon"));
        Assert.Same(Channel.Email, Channel.Parse("E Mail"));
        Assert.Throws<FormatException>(() => Channel.Parse(""));
        Assert.Throws<ArgumentNullException>(() => Channel.Parse(null!));
        Assert.False(Channel.TryParse(null, null, out _));
    }

    [Fact]
    public void FromName_StockName_IsTheStockChannel() => Assert.Same(Channel.Email, Channel.FromName("e-mail"));

    [Theory]
    [InlineData("Voice", "voice")]
    [InlineData("E-MAIL", "e-mail")]
    [InlineData("Walk", "walk")]
    public void FromName_AnyCase_IsOneChannel(string given, string name)
    {
        Assert.Equal(name, Channel.FromName(given).Name);
        Assert.Equal(Channel.FromName(name), Channel.FromName(given));
        Assert.Equal(Channel.FromName(name).GetHashCode(), Channel.FromName(given).GetHashCode());
    }

    [Fact]
    public void FromName_TooShortTooLongOrUntidy_Throws()
    {
        Assert.Equal(256, Channel.FromName(new string('x', 256)).Name.Length);
        Assert.Throws<ArgumentNullException>(() => Channel.FromName(null!));
        Assert.Throws<ArgumentException>(() => Channel.FromName(""));
        Assert.Throws<ArgumentException>(() => Channel.FromName(new string('x', 257)));
        Assert.Throws<ArgumentException>(() => Channel.FromName(" x"));
        Assert.Throws<ArgumentException>(() => Channel.FromName("a\nb"));
    }
}
