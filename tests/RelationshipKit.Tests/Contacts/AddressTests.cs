using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class AddressTests
{
    [Theory]
    [InlineData("a@b")]
    [InlineData("ada.lovelace+x@example.org")]
    [InlineData("\"a@b\"@example.org")]
    [InlineData("zoë@exämple.org")]
    public void Email_Usable_IsKeptAsGiven(string value) => Assert.Equal(value, Address.Email(value).Value);

    [Theory]
    [InlineData("a")]
    [InlineData("@b")]
    [InlineData("a@")]
    [InlineData("@")]
    [InlineData("a b@c")]
    [InlineData(" a@b")]
    [InlineData("")]
    public void Email_Useless_IsRefusedWithoutBeingTold(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Address.Email(value));
        Assert.False(value.Length > 1 && exception.Message.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("42")]
    [InlineData("+44 (0)20 7946-0018")]
    [InlineData("030/123.45 ext 6")]
    [InlineData("*31#110")]
    public void Phone_Usable_IsKeptAsGiven(string value) => Assert.Equal(value, Address.Phone(value).Value);

    [Theory]
    [InlineData("4")]
    [InlineData("+4")]
    [InlineData("44+20")]
    [InlineData("call me")]
    [InlineData("12_34")]
    [InlineData("١٢٣")]
    [InlineData("")]
    public void Phone_Useless_IsRefused(string value) => Assert.Throws<ArgumentException>(() => Address.Phone(value));

    [Fact]
    public void Factories_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Address.Email(null!));
        Assert.Throws<ArgumentNullException>(() => Address.Phone(null!));
        Assert.Throws<ArgumentNullException>(() => Address.Handle(null!));
    }

    [Fact]
    public void Factories_BadLabel_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Address.Email("a@b", ""));
        Assert.Throws<ArgumentException>(() => Address.Phone("42", " work"));
        Assert.Throws<ArgumentException>(() => Address.Handle("ada", new string('a', 257)));
    }

    [Fact]
    public void Equality_KindValueAndLabel_AllCount()
    {
        Assert.Equal(Address.Email("42@b", "work"), Address.Email("42@b", "work"));
        Assert.NotEqual(Address.Phone("42", "work"), Address.Handle("42", "work"));
        Assert.NotEqual(Address.Phone("42", "work"), Address.Phone("43", "work"));
        Assert.NotEqual(Address.Phone("42", "work"), Address.Phone("42", "home"));
        Assert.Equal(AddressKind.Email, Address.Email("a@b").Kind);
        Assert.Equal("home", Address.Phone("42", "home").Label);
        Assert.Null(Address.Phone("42").Label);
    }

    [Fact]
    public void ToString_TellsTheKindOnly() =>
        Assert.Equal(
            ["an e-mail address", "a telephone number", "a handle"],
            [Address.Email("a@b").ToString(), Address.Phone("42").ToString(), Address.Handle("ada").ToString()]);
}
