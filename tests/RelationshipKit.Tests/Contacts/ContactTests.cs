using RelationshipKit.Contacts;
using static RelationshipKit.Tests.Contacts.ContactSamples;

namespace RelationshipKit.Tests.Contacts;

public class ContactTests
{
    private static readonly Contact Ada = new(Id("ada"), "Ada");

    public static TheoryData<string> Parts => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Equality_OnePartChanged_IsNoticed(string part) => Assert.NotEqual(Full, Changes[part]);

    [Fact]
    public void Equality_SameParts_IsByValue()
    {
        var copy = Full with
        {
            Addresses = [.. Full.Addresses],
            Facets = [.. Full.Facets],
            Occasions = [.. Full.Occasions],
            Details = [.. Full.Details],
            Offers = [.. Full.Offers],
            Needs = [.. Full.Needs],
            Relations = [.. Full.Relations],
            Tags = [.. Full.Tags],
            Aliases = [.. Full.Aliases],
        };

        Assert.Equal(Full, copy);
        Assert.Equal(Full.GetHashCode(), copy.GetHashCode());
        Assert.NotEqual(Ada, new Contact(Id("mary"), "Ada"));
        Assert.False(Ada.Equals(null));
    }

    [Fact]
    public void Lists_DefaultOrLeftOut_ReadAsEmpty()
    {
        var contact = Ada with
        {
            Addresses = default,
            Facets = default,
            Occasions = default,
            Details = default,
            Offers = default,
            Needs = default,
            Relations = default,
            Tags = default,
            Aliases = default,
        };

        Assert.Equal(Ada, contact);
        Assert.True(
            contact.Addresses.IsEmpty && Ada.Addresses.IsEmpty && Ada.Facets.IsEmpty && Ada.Occasions.IsEmpty && Ada.Details.IsEmpty);
        Assert.True(Ada.Offers.IsEmpty && Ada.Needs.IsEmpty && Ada.Relations.IsEmpty && Ada.Tags.IsEmpty && Ada.Aliases.IsEmpty);
    }

    [Fact]
    public void Lists_TheSameTwice_AreRefused()
    {
        AssertRefused("Addresses", "position 3", () => Full with { Addresses = Full.Addresses.Add(Full.Addresses[0]) });
        AssertRefused("Facets", "position 2", () => Full with { Facets = Full.Facets.Add(Facet.Personal) });
        AssertRefused("Occasions", "position 3", () => Full with { Occasions = Full.Occasions.Add(Full.Occasions[1]) });
        AssertRefused("Details", "position 2", () => Full with { Details = Full.Details.Add(Full.Details[0]) });
        AssertRefused(
            "Offers", "position 1", () => Full with { Offers = Full.Offers.Add(new Contribution(ContributionKind.Knowledge, "analysis")) });
        AssertRefused("Needs", "position 2", () => Full with { Needs = Full.Needs.Add(Full.Needs[1]) });
        AssertRefused("Relations", "position 3", () => Full with { Relations = Full.Relations.Add(Full.Relations[2]) });
        AssertRefused("Tags", "position 2", () => Full with { Tags = Full.Tags.Add("music") });
        AssertRefused("Aliases", "position 2", () => Full with { Aliases = Full.Aliases.Add(Id("aal")) });
    }

    [Fact]
    public void Lists_HoldingNothing_AreRefused()
    {
        AssertRefused("Addresses", "position 0", () => Ada with { Addresses = [null!] });
        AssertRefused("Facets", "position 0", () => Ada with { Facets = [null!] });
        AssertRefused("Occasions", "position 0", () => Ada with { Occasions = [null!] });
        AssertRefused("Details", "position 0", () => Ada with { Details = [null!] });
        AssertRefused("Offers", "position 0", () => Ada with { Offers = [null!] });
        AssertRefused("Needs", "position 0", () => Ada with { Needs = [null!] });
        AssertRefused("Relations", "position 0", () => Ada with { Relations = [null!] });
        AssertRefused("Tags", "position 0", () => Ada with { Tags = [null!] });
        AssertRefused("Aliases", "position 1", () => Ada with { Aliases = [Id("aal"), ContactId.None] });
    }

    [Fact]
    public void Contact_ToItself_IsRefused()
    {
        AssertRefused(
            "Relations", "position 1",
            () => Ada with { Relations = [new Relation(RelationKind.Friend, Id("mary")), new Relation(RelationKind.Friend, Ada.Id)] });
        AssertRefused("Aliases", "position 1", () => Ada with { Aliases = [Id("aal"), Ada.Id] });
        AssertRefused("Origin", "introducer", () => Ada with { Origin = new Origin { IntroducedBy = Ada.Id } });
    }

    [Fact]
    public void Parts_BreakingTheRuleOfTexts_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Contact(ContactId.None, "Ada"));
        Assert.Throws<ArgumentException>(() => new Contact(Ada.Id, ""));
        Assert.Throws<ArgumentException>(() => new Contact(Ada.Id, new string('a', 257)));
        Assert.Throws<ArgumentNullException>(() => new Contact(Ada.Id, null!));
        Assert.Throws<ArgumentException>(() => Ada with { Name = "Ada " });
        Assert.Throws<ArgumentException>(() => Ada with { Tags = ["a\u0001b"] });
        Assert.Throws<ArgumentException>(() => new Origin { How = "" });
        Assert.Throws<ArgumentException>(() => new Origin { Place = new string('a', 4_001) });
        Assert.Throws<ArgumentException>(() => new Origin { IntroducedBy = ContactId.None });
        Assert.Equal(4_000, new Origin { How = new string('a', 4_000) }.How!.Length);
        Assert.Equal(4_000, new Origin { Place = new string('a', 4_000) }.Place!.Length);
    }

    [Fact]
    public void Texts_WithHalfACharacter_AreRefused()
    {
        // Not as data of a theory: attributes are stored in UTF-8, which has no such texts.
        foreach (var text in new[] { "\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00" })
        {
            Assert.Throws<ArgumentException>(() => ContactId.FromValue(text));
        }
    }

    [Fact]
    public void Texts_BeyondTheBasicPlane_AreKept() => Assert.Equal("\ud83d\ude00", ContactId.FromValue("\ud83d\ude00").Value);

    [Fact]
    public void ToString_TellsNothingPersonal() =>
        Assert.Equal(
            ["a contact", "an origin", "a birthday", "an anniversary", "an achievement", "a remembered detail", "knowledge"],
            [
                Full.ToString(), Full.Origin!.ToString(), .. Full.Occasions.Select(occasion => occasion.ToString()),
                Full.Details[0].ToString(), Full.Offers[0].ToString()
            ]);

    private static void AssertRefused(string part, string where, Func<Contact> make)
    {
        var exception = Assert.Throws<ArgumentException>(make);
        Assert.Equal(part, exception.ParamName);
        Assert.Contains(where, exception.Message, StringComparison.Ordinal);
    }
}
