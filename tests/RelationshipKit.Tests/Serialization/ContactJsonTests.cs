using System.Text;
using System.Text.Json;
using RelationshipKit.Contacts;
using RelationshipKit.Serialization;
using RelationshipKit.Tests.Contacts;
using static RelationshipKit.Tests.Contacts.ContactSamples;

namespace RelationshipKit.Tests.Serialization;

public class ContactJsonTests
{
    public static TheoryData<string> Parts => [.. ContactSamples.Changes.Keys];

    [Fact]
    public void Save_ByHand_WritesTheDocument()
    {
        var contact = new Contact(Id("ada"), "Ada")
        {
            Addresses = [Address.Email("ada@example.org")],
            Circle = Circle.Close,
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29)) { LeapDayRule = LeapDayRule.FirstOfMarch }],
        };

        Assert.Equal(
            """
            {
              "format": "relationshipkit/contacts",
              "version": 1,
              "contacts": [
                {
                  "id": "ada",
                  "name": "Ada",
                  "addresses": [
                    {
                      "kind": "email",
                      "value": "ada@example.org"
                    }
                  ],
                  "circle": {
                    "name": "close",
                    "advisedCapacity": 15
                  },
                  "occasions": [
                    {
                      "kind": "birthday",
                      "date": "--02-29",
                      "leapDayRule": "firstOfMarch"
                    }
                  ]
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            Saved(contact));
    }

    [Fact]
    public void Load_WhatWasSaved_IsEqual() => Assert.Equal([Full], Loaded(Saved(Full)));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Save_OnePartChanged_IsNoticedAndLoaded(string part)
    {
        var json = Saved(ContactSamples.Changes[part]);

        Assert.NotEqual(Saved(Full), json);
        Assert.Equal([ContactSamples.Changes[part]], Loaded(json));
    }

    [Fact]
    public void Load_CaseOfATopic_IsKept() =>
        Assert.Equal(
            "ANALYSIS",
            Loaded(Saved(Full with { Offers = [new Contribution(ContributionKind.Knowledge, "ANALYSIS")] }))[0].Offers[0].Topic);

    [Fact]
    public void SaveAndLoad_Nobody_IsNobody() => Assert.Empty(Loaded(Saved()));

    [Fact]
    public void SaveAndLoad_LeaveTheStreamOpen()
    {
        using var stream = new MemoryStream();
        ContactJson.Save(stream, [Full]);
        stream.Position = 0;
        Assert.Single(ContactJson.Load(stream));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Load_ByteOrderMark_IsAllowed() => Assert.Single(Loaded("\uFEFF" + Saved(Full)));

    [Fact]
    public void Load_HeadAfterTheBody_IsRead() =>
        Assert.Equal("Ada", Loaded("""{"contacts":[{"id":"ada","name":"Ada"}],"version":1,"format":"relationshipkit/contacts"}""")[0].Name);

    [Theory]
    [InlineData("""{"format":"relationshipkit/touchpoints","version":1}""", "$.format", "relationshipkit/touchpoints")]
    [InlineData("""{"version":1,"contacts":[]}""", "$.format", "missing")]
    [InlineData("""{"format":1,"version":1,"contacts":[]}""", "$.format", "not a text")]
    [InlineData("""{"format":"relationshipkit/contacts","version":2,"contacts":[],"news":[]}""", "$.version", "is 2")]
    [InlineData("""{"format":"relationshipkit/contacts","version":0,"contacts":[]}""", "$.version", "is 0")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1.5,"contacts":[]}""", "$.version", "not a whole number")]
    [InlineData("""{"format":"relationshipkit/contacts","version":"1","contacts":[]}""", "$.version", "not a whole number")]
    [InlineData("""{"format":"relationshipkit/contacts","contacts":[]}""", "$.version", "missing")]
    [InlineData("""[]""", "$", "not a JSON object")]
    public void Load_AnotherHead_IsNamed(string json, string path, string what) => AssertRefused(json, path, what);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1}""")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":null}""")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[]} {}""")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[],"news":[]}""")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[],"contacts":[]}""")]
    [InlineData("""{"format":"relationshipkit/contacts","version":1,"contacts":[],"version":1}""")]
    public void Load_NoSuchDocument_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Loaded(json));

    [Theory]
    [InlineData("""{"name":"Ada"}""", "id")]
    [InlineData("""{"id":"ada"}""", "name")]
    [InlineData("""{"id":"ada","name":null}""", "name")]
    [InlineData("""{"id":"ada","name":"Ada","Name":"Ada"}""", "Name")]
    [InlineData("""{"id":"ada","name":"Ada","name":"Bob"}""", "name")]
    [InlineData("""{"id":"ada","name":"Ada","shoeSize":39}""", "shoeSize")]
    public void Load_MembersMissingUnknownOrTwice_AreNamed(string contact, string member) =>
        Assert.Contains(member, Assert.ThrowsAny<JsonException>(() => Loaded(Document(contact))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"id":"","name":"Ada"}""", "$.contacts[0].id", "0 characters")]
    [InlineData("""{"id":"ada","name":" Ada"}""", "$.contacts[0].name", "white space")]
    [InlineData(
        """{"id":"ada","name":"Ada","addresses":[{"kind":"fax","value":"42"}]}""", "$.contacts[0].addresses[0].kind",
        "\"fax\" is unknown; it must be one of email, phone, handle")]
    [InlineData(
        """{"id":"ada","name":"Ada","addresses":[{"kind":"Email","value":"a@b"}]}""", "$.contacts[0].addresses[0].kind", "\"Email\"")]
    [InlineData("""{"id":"ada","name":"Ada","addresses":[{"kind":"0","value":"a@b"}]}""", "$.contacts[0].addresses[0].kind", "\"0\"")]
    [InlineData(
        """{"id":"ada","name":"Ada","addresses":[{"kind":"phone","value":"42"},{"kind":"phone","value":"4"}]}""",
        "$.contacts[0].addresses[1]", "digits")]
    [InlineData(
        """{"id":"ada","name":"Ada","addresses":[{"kind":"phone","value":"42"},{"kind":"phone","value":"42"}]}""",
        "$.contacts[0].addresses", "position 1 is there twice")]
    [InlineData("""{"id":"ada","name":"Ada","addresses":[null]}""", "$.contacts[0].addresses[0]", "null")]
    [InlineData("""{"id":"ada","name":"Ada","facets":["family",""]}""", "$.contacts[0].facets[1]", "0 characters")]
    [InlineData("""{"id":"ada","name":"Ada","circle":{"name":"close","advisedCapacity":0}}""", "$.contacts[0].circle", "from 1 to")]
    [InlineData("""{"id":"ada","name":"Ada","origin":{"when":"2024-13"}}""", "$.contacts[0].origin.when", "real date")]
    [InlineData("""{"id":"ada","name":"Ada","origin":{"introducedBy":"ada"}}""", "$.contacts[0].origin", "introducer")]
    [InlineData("""{"id":"ada","name":"Ada","occasions":[{"kind":"","date":"2024"}]}""", "$.contacts[0].occasions[0].kind", "0 characters")]
    [InlineData(
        """{"id":"ada","name":"Ada","occasions":[{"kind":"birthday","date":"someday"}]}""", "$.contacts[0].occasions[0].date", "real date")]
    [InlineData(
        """{"id":"ada","name":"Ada","occasions":[{"kind":"birthday","date":""}]}""", "$.contacts[0].occasions[0]", "Nothing is known")]
    [InlineData(
        """{"id":"ada","name":"Ada","occasions":[{"kind":"birthday","date":"2024","leapDayRule":"never"}]}""",
        "$.contacts[0].occasions[0].leapDayRule", "never")]
    [InlineData(
        """{"id":"ada","name":"Ada","details":[{"text":"a","learnedOn":"2023-02-29"}]}""", "$.contacts[0].details[0].learnedOn",
        "not a date")]
    [InlineData(
        """{"id":"ada","name":"Ada","details":[{"text":"a","learnedOn":"2023-02-28","sensitivity":"secret"}]}""",
        "$.contacts[0].details[0].sensitivity", "secret")]
    [InlineData(
        """{"id":"ada","name":"Ada","details":[{"text":"a","learnedOn":"2023-02-28","halfLifeDays":0}]}""", "$.contacts[0].details[0]",
        "from 1 to 36500")]
    [InlineData("""{"id":"ada","name":"Ada","offers":[{"kind":"money","topic":"a"}]}""", "$.contacts[0].offers[0].kind", "money")]
    [InlineData("""{"id":"ada","name":"Ada","needs":[{"kind":"money","topic":"a"}]}""", "$.contacts[0].needs[0].kind", "money")]
    [InlineData(
        """{"id":"ada","name":"Ada","relations":[{"kind":"","inverse":"a","other":"b"}]}""", "$.contacts[0].relations[0].kind",
        "0 characters")]
    [InlineData(
        """{"id":"ada","name":"Ada","relations":[{"kind":"a","inverse":"a","other":""}]}""", "$.contacts[0].relations[0].other",
        "0 characters")]
    [InlineData("""{"id":"ada","name":"Ada","tags":["a","a"]}""", "$.contacts[0].tags", "twice")]
    [InlineData("""{"id":"ada","name":"Ada","aliases":["ada"]}""", "$.contacts[0].aliases", "own id")]
    public void Load_WhatTheDomainRefuses_IsRefusedAtItsPath(string contact, string path, string what) =>
        AssertRefused(Document(contact), path, what);

    [Fact]
    public void Load_TwoWithOneId_AreRefused() =>
        AssertRefused(Document("""{"id":"ada","name":"Ada"},{"id":"ada","name":"Bob"}"""), "$.contacts[1].id", "differ");

    [Fact]
    public void Load_NullContact_IsRefused() => AssertRefused(Document("null"), "$.contacts[0]", "null");

    [Fact]
    public void Save_NullOrTwoWithOneId_WritesNothing()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() => ContactJson.Save(stream, [Full, Full with { Name = "Bob" }]));
        Assert.Throws<ArgumentException>(() => ContactJson.Save(stream, [Full, null!]));
        Assert.Throws<ArgumentNullException>(() => ContactJson.Save(stream, null!));
        Assert.Throws<ArgumentNullException>(() => ContactJson.Save(null!, []));
        Assert.Throws<ArgumentNullException>(() => ContactJson.Load(null!));
        Assert.Equal(0, stream.Length);
    }

    internal static string Saved(params Contact[] contacts)
    {
        using var stream = new MemoryStream();
        ContactJson.Save(stream, contacts);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static Contact[] Loaded(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return [.. ContactJson.Load(stream)];
    }

    private static string Document(string contacts) => $$"""{"format":"relationshipkit/contacts","version":1,"contacts":[{{contacts}}]}""";

    private static void AssertRefused(string json, string path, string what)
    {
        var exception = Assert.ThrowsAny<JsonException>(() => Loaded(json));
        Assert.Equal(path, exception.Path);
        Assert.Contains($"Path: {path}.", exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }
}
