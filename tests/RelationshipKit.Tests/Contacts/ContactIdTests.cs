namespace RelationshipKit.Tests.Contacts;

public class ContactIdTests
{
    [Fact]
    public void Text_WhereAnIdIsMeant_IsTheId()
    {
        ContactId id = "ada";
        var text = "bob";

        Assert.Equal(ContactId.FromValue("ada"), id);
        Assert.Equal("Ada", new Contact("ada", "Ada").Name);
        Assert.Equal(ContactId.FromValue("bob"), (ContactId)text);
        Assert.Throws<ArgumentException>(() => (ContactId)"");
    }

    [Fact]
    public void Null_InAConditional_StaysNull()
    {
        ContactId id = "ada";
        var isKnown = id == ContactId.None;
        ContactId? nobody = isKnown ? id : null;

        Assert.Null(nobody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("0\u00E9\uD83D\uDE00 x")]
    public void Parse_WhatToStringWrites_IsTheSame(string text)
    {
        Assert.True(ContactId.TryParse(text, null, out var id));
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, ContactId.Parse(text, null));
    }

    [Theory]
    [InlineData(" a")]
    [InlineData("a\n")]
    public void TryParse_WhatNoIdMayBe_IsFalse(string text)
    {
        Assert.False(ContactId.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ContactId.Parse(text, null));
    }
}
