using System.Text;
using System.Text.Json;
using RelationshipKit.Contacts;
using RelationshipKit.Serialization;

namespace RelationshipKit.Tests.Contacts;

public class OwnerProfileTests
{
    private static readonly Contribution Tax = new(ContributionKind.Knowledge, "tax");
    private static readonly Contribution Moving = new(ContributionKind.Help, "moving");

    [Fact]
    public void Offers_TheSameTwice_IsRefusedByPosition() =>
        Assert.Contains(
            "position 1 is there twice", Assert.Throws<ArgumentException>(() => new OwnerProfile { Offers = [Tax, Tax] }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Needs_Null_IsRefusedByPosition() =>
        Assert.Contains(
            "position 0 is null", Assert.Throws<ArgumentException>(() => new OwnerProfile { Needs = [null!] }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Equals_GoesByContent()
    {
        Assert.Equal(new OwnerProfile { Offers = [Tax], Needs = [Moving] }, new OwnerProfile { Offers = [Tax], Needs = [Moving] });
        Assert.Equal(new OwnerProfile { Offers = [Tax] }.GetHashCode(), new OwnerProfile { Offers = [Tax] }.GetHashCode());
        Assert.NotEqual(new OwnerProfile { Offers = [Tax] }, new OwnerProfile { Needs = [Tax] });
        Assert.NotEqual(OwnerProfile.Empty, new OwnerProfile { Addresses = [Address.Handle("me")] });
        Assert.Equal(OwnerProfile.Empty, new OwnerProfile { Offers = default, Needs = default });
    }

    [Fact]
    public void ToString_TellsNothingOfThePerson() => Assert.Equal("1 offers, 0 needs", new OwnerProfile { Offers = [Tax] }.ToString());

    [Fact]
    public void Json_ThereAndBack_IsTheSame()
    {
        var owner = new OwnerProfile
        {
            Offers = [Tax, Moving],
            Needs = [new Contribution(ContributionKind.Other, "naïve \"quotes\"")],
            Addresses = [Address.Email("me@example.org", "work"), Address.Phone("+442071234567"), Address.Handle("Zoë")],
        };
        using var stream = new MemoryStream();
        OwnerProfileJson.Save(stream, owner);
        stream.Position = 0;

        Assert.Equal(owner, OwnerProfileJson.Load(stream));
    }

    [Theory]
    [InlineData(
        """{ "format": "relationshipkit/owner", "version": 1, "offers": [ { "kind": "gold", "topic": "x" } ] }""", "gold",
        "$.offers[0].kind")]
    [InlineData("""{ "format": "relationshipkit/owner", "version": 2 }""", "must be 1", "$.version")]
    [InlineData("""{ "format": "relationshipkit/owner", "version": 1, "needs": [ null ] }""", "null", "$.needs[0]")]
    public void Load_BadDocument_SaysWhatAndWhere(string document, string what, string where)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));

        var problem = Assert.Throws<JsonException>(() => OwnerProfileJson.Load(stream));

        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Equal(where, problem.Path);
    }
}
