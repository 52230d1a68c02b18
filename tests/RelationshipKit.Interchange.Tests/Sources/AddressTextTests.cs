using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Tests.Sources;

public class AddressTextTests
{
    [Fact]
    public void CanNormalise_InTheTests_IsTrue() => Assert.True(NameText.CanNormalise);

    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("\u200EUma", "Uma")]
    [InlineData("\u202A+49\u00A0151\u202C", "+49 151")]
    [InlineData("  a \t b ", "a b")]
    [InlineData("👩\u200D👧", "👩\u200D👧")]
    [InlineData("a\u200D", "a")]
    [InlineData("\u200B", "")]
    [InlineData(null, "")]
    public void Clean_Names_AreComparable(string? text, string expected) => Assert.Equal(expected, NameText.Clean(text));

    [Fact]
    public void Clean_HalfOfAPair_IsLeftOut() => Assert.Equal("a", NameText.Clean($"{(char)0xD800}a"));

    [Theory]
    [InlineData("Uma@X.org", "uma@x.org")]
    [InlineData("MAILTO:Bo@Example.com", "bo@example.com")]
    [InlineData("<a@b>", "a@b")]
    [InlineData("a@", null)]
    [InlineData("@b", null)]
    [InlineData("/o=ExchangeLabs/cn=x", null)]
    [InlineData("a b@c", null)]
    public void Email_IsComparedWithoutCase(string text, string? expected) => Assert.Equal(expected, AddressText.Email(text)?.Value);

    [Theory]
    [InlineData("GB", "020 7946 0000", "+442079460000")]
    [InlineData("GB", "+47 555 00 130", "+4755500130")]
    [InlineData(null, "0049 151 55500101", "+4915155500101")]
    [InlineData("US", "00 47 555-00130", "+4755500130")]
    [InlineData("DE", "0151 55500101", "+4915155500101")]
    [InlineData(null, "030 5550132", "0305550132")]
    [InlineData(null, "*100#", "*100#")]
    [InlineData(null, "BANK", null)]
    [InlineData(null, "-2", null)]
    [InlineData(null, "", null)]
    public void Phone_IsInOneForm(string? region, string text, string? expected) =>
        Assert.Equal(expected, new AddressText(region).Phone(text)?.Value);

    [Fact]
    public void Clean_EveryCharacter_IsAsWithAllSteps()
    {
        // A mark that cannot be seen keeps a name off the short way.
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Assert.Equal(NameText.Clean($"a\u200B{(char)c}b"), NameText.Clean($"a{(char)c}b"));
            Assert.NotNull(NameText.CleanLines($"a{(char)c}b"));
        }
    }
}
