using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class ChannelTests
{
    [Fact]
    public void Stock_IsWhatTheDocumentsName() => Assert.Equal(
        ["message", "e-mail", "social", "letter", "voice", "video", "in-person", "group-event"],
        Channel.Stock.Select(channel => channel.Name));

    [Fact]
    public void Stock_Members_AreInOrder() => Assert.Equal(
        [Channel.Message, Channel.Email, Channel.Social, Channel.Letter, Channel.Voice, Channel.Video, Channel.InPerson, Channel.GroupEvent],
        Channel.Stock);

    [Theory]
    [InlineData("E-Mail", "e-mail")]
    [InlineData("email", "e-mail")]
    [InlineData("in person", "in-person")]
    [InlineData("InPerson", "in-person")]
    [InlineData(" IN - PERSON ", "in-person")]
    [InlineData("group_event", "group-event")]
    [InlineData("video", "video")]
    public void Parse_StockName_HoweverWritten(string text, string name)
    {
        Assert.True(Channel.TryParse(text, out var channel));
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
    public void TryParse_AnythingElse_IsFalse(string? text)
    {
        Assert.False(Channel.TryParse(text, out var channel));
        Assert.Null(channel);
    }

    [Fact]
    public void Parse_AnythingElse_NamesWhatThereIs()
    {
        var refusal = Assert.Throws<FormatException>(() => Channel.Parse("pigeon"));
        Assert.Contains("'pigeon'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("message, e-mail, social", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Channel.Parse(null!));
    }

    [Fact]
    public void FromName_StockName_IsTheStockChannel() => Assert.Same(Channel.Email, Channel.FromName("e-mail"));

    [Fact]
    public void FromName_OwnName_IsKeptExactly()
    {
        var channel = Channel.FromName("E-Mail");
        Assert.Equal("E-Mail", channel.Name);
        Assert.Equal("E-Mail", channel.ToString());
        Assert.NotEqual(Channel.Email, channel);
        Assert.Equal(Channel.FromName("E-Mail"), channel);
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
