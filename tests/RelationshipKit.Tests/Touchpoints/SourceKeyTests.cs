using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class SourceKeyTests
{
    private static readonly SourceKey Mail = new("mailbox of ada", "<1@example.org>");

    [Fact]
    public void Constructor_Texts_AreKeptExactly()
    {
        Assert.Equal("mailbox of ada", Mail.Source);
        Assert.Equal("<1@example.org>", Mail.Key);
    }

    [Fact]
    public void Constructor_LongestAndShortest_AreAllowed()
    {
        Assert.Equal(256, new SourceKey(new string('s', 256), "k").Source.Length);
        Assert.Equal(1_024, new SourceKey("s", new string('k', 1_024)).Key.Length);
    }

    [Theory]
    [InlineData(0, 1, "source", "0 characters; it must have from 1 to 256")]
    [InlineData(257, 1, "source", "257 characters; it must have from 1 to 256")]
    [InlineData(1, 0, "key", "0 characters; it must have from 1 to 1024")]
    [InlineData(1, 1_025, "key", "1025 characters; it must have from 1 to 1024")]
    public void Constructor_TooShortOrTooLong_StatesLengthAndRange(int source, int key, string parameter, string rule)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SourceKey(new string('s', source), new string('k', key)));

        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada ", "1", "source")]
    [InlineData("ada", " 1", "key")]
    [InlineData("a\nda", "1", "source")]
    [InlineData("ada", "\u0000", "key")]
    public void Constructor_Untidy_IsRefusedWithoutPersonalData(string source, string key, string parameter)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new SourceKey(source, key));

        Assert.Equal(parameter, refusal.ParamName);
        Assert.DoesNotContain("ada", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_HalfASurrogatePair_IsRefused()
    {
        Assert.Equal("source", Assert.Throws<ArgumentException>(() => new SourceKey("a\ud83dda", "1")).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentException>(() => new SourceKey("ada", "1\ude00")).ParamName);
    }

    [Fact]
    public void Constructor_Null_NamesTheParameter()
    {
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => new SourceKey(null!, "1")).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => new SourceKey("mail", null!)).ParamName);
    }

    [Fact]
    public void Equals_IsOrdinalInBothParts()
    {
        Assert.Equal(Mail, new SourceKey("mailbox of ada", "<1@example.org>"));
        Assert.Equal(Mail.GetHashCode(), new SourceKey("mailbox of ada", "<1@example.org>").GetHashCode());
        Assert.NotEqual(Mail, new SourceKey("Mailbox of ada", "<1@example.org>"));
        Assert.NotEqual(Mail, new SourceKey("mailbox of ada", "<1@EXAMPLE.org>"));
        Assert.NotEqual(new SourceKey("a", "b"), new SourceKey("b", "a"));
    }

    [Fact]
    public void ToString_HasNoPersonalData() => Assert.Equal("a source key", Mail.ToString());
}
