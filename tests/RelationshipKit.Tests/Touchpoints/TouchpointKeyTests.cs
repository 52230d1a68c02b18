using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class TouchpointKeyTests
{
    private static readonly Touchpoint Call = new(["bob", "a/b c"], Instant.FromUtc(2026, 3, 2, 9, 0), Channel.Voice, Direction.Outgoing);

    [Fact]
    public void ToString_NamesTheIdElseTheSourceElseTheContent()
    {
        Assert.Equal("id/7%2F8", (Call with { Id = "7/8", Source = new SourceKey("mail", "x") }).Key.ToString());
        Assert.Equal("source/mail/%3Cx%3E", (Call with { Source = new SourceKey("mail", "<x>") }).Key.ToString());
        Assert.Equal("content/2026-03-02T09%3A00%3A00Z/voice/outgoing/a%2Fb%20c/bob", Call.Key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("id")]
    [InlineData("id/")]
    [InlineData("id/a/b")]
    [InlineData("source/mail")]
    [InlineData("other/mail/x")]
    [InlineData("content/2026-03-02T09%3A00%3A00Z/voice/outgoing")]
    [InlineData("content/2026-03-02/voice/outgoing/bob")]
    [InlineData("content/2026-03-02T09%3A00%3A00Z/voice/sideways/bob")]
    [InlineData("content/2026-03-02T09%3A00%3A00Z/voice/outgoing/bob/bob")]
    [InlineData("content/9999-12-31T09%3A00%3A00Z/voice/outgoing/bob")]
    public void Parse_NotTheTextOfAKey_Throws(string text)
    {
        Assert.False(TouchpointKey.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => TouchpointKey.Parse(text, null));
    }

    [Fact]
    public void Equals_IsThatOfWhatIdentifies()
    {
        Assert.Equal((Call with { Id = "7" }).Key, (Call with { Id = "7", Channel = Channel.Message, Note = "n" }).Key);
        Assert.Equal(Call.Key, (Call with { Note = "n" }).Key);
        Assert.NotEqual(Call.Key, (Call with { Channel = Channel.Message }).Key);
        Assert.NotEqual(Call.Key, (Call with { Id = "7" }).Key);
    }
}
