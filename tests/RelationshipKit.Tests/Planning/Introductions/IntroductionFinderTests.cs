using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Introductions;

public class IntroductionFinderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly IntroductionSettings Open = new() { MostPerConnector = 1_000, MostPerParty = 1_000 };

    [Fact]
    public void Find_AnOfferThatMeetsANeed_ProposesThePair()
    {
        var proposal = Assert.Single(Find([Needs("ada", "Sailing"), Offers("bob", "sailing"), Offers("eve", "chess")]));

        Assert.Equal((Id("ada"), Id("bob"), null, Now), (proposal.Seeker, proposal.Helper, proposal.Connector, proposal.LastStepAt));
        Assert.Equal("Sailing", proposal.Need.Topic);
    }

    [Fact]
    public void Find_OnesOwnOffer_ProposesNothing() =>
        Assert.Empty(Find([new Contact(Id("ada"), "Ada") { Offers = [Advice("sailing")], Needs = [Advice("sailing")] }]));

    [Fact]
    public void Find_ThoseWhoKnowEachOther_ProposesNothing()
    {
        Assert.Empty(
            Find(
                [
                    Needs("ada", "sailing") with { Relations = [new Relation(RelationKind.Colleague, Id("bob"))] },
                    Offers("bob", "sailing")
                ]));
        Assert.Empty(
            Find(
                [
                    Needs("ada", "sailing"),
                    Offers("bob", "sailing") with { Relations = [new Relation(RelationKind.Colleague, Id("ada"))] }
                ]));
        Assert.Empty(Find([Needs("ada", "sailing") with { Origin = new Origin { IntroducedBy = Id("bob") } }, Offers("bob", "sailing")]));
        Assert.Empty(
            Find(
                [Needs("ada", "sailing"), Offers("bob", "sailing") with { Aliases = [Id("robert")], Relations = [] }, Related("x", "y")],
                [Met("ada", "robert")]));
    }

    [Fact]
    public void Find_ThoseAtOneLargeParty_AreNoAcquaintances()
    {
        Contact[] contacts = [Needs("ada", "sailing"), Offers("bob", "sailing")];

        Assert.Empty(Find(contacts, [Met("ada", "bob") with { OthersPresent = 10 }]));
        Assert.Single(Find(contacts, [Met("ada", "bob") with { OthersPresent = 11 }]));
        Assert.Single(Find(contacts, [Met("ada", "bob") with { Outcome = Outcome.Attempted }]));
    }

    [Fact]
    public void Find_PairsWhoHelpEachOther_ComeFirst()
    {
        var found = Find(
        [
            Needs("ada", "sailing"), Offers("bob", "sailing"),
            Needs("dan", "chess") with { Offers = [Advice("tea")] }, Offers("eve", "chess") with { Needs = [Advice("tea")] },
        ]);

        Assert.Equal(
            [(Id("dan"), Id("eve")), (Id("ada"), Id("bob"))], found.Select(introduction => (introduction.Seeker, introduction.Helper)));
    }

    [Fact]
    public void Find_MoreNeedsMet_ComeBeforeFewer()
    {
        var found = Find([Needs("ada", "sailing"), Offers("bob", "sailing"), Needs("dan", "chess", "tea"), Offers("eve", "chess", "tea")]);

        Assert.Equal([Id("dan"), Id("ada")], found.Select(introduction => introduction.Seeker));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Find_PastTheLimitOfAParty_Stops(int most) =>
        Assert.Equal(
            most, Find(
                [Needs("ada", "sailing"), Needs("ben", "sailing"), Needs("cid", "sailing"), Offers("bob", "sailing")],
                settings: Open with { MostPerParty = most }).Length);

    [Fact]
    public void Find_PastTheLimitOfTheOwner_AsksWhoKnowsBoth()
    {
        Contact[] contacts =
        [
            Needs("ada", "sailing"), Offers("bob", "sailing"), Needs("dan", "chess"), Offers("eve", "chess"), Needs("fay", "tea"),
            Offers("gus", "tea"),
            Related("zoe", "dan", "eve", "ada"),
        ];
        var found = Find(contacts, settings: Open with { MostPerConnector = 1 });

        // fay and gus would need a third connector: nobody knows both.
        Assert.Equal(
            [(Id("ada"), null), (Id("dan"), (ContactId?)Id("zoe"))],
            found.Select(introduction => (introduction.Seeker, introduction.Connector)));
    }

    [Fact]
    public void Find_WhatWasTriedBefore_IsNotProposedAgain()
    {
        Contact[] contacts = [Needs("ada", "sailing"), Offers("bob", "sailing")];
        var first = Find(contacts)[0];

        Assert.Empty(Find(contacts, past: [first]));
        Assert.Empty(Find(contacts, past: [first.Drop(Now)]));
        Assert.Empty(Find(contacts, past: [new Introduction(Id("bob"), Id("ada"), Advice("tea"), Now - Duration.FromDays(900))]));
    }

    [Fact]
    public void Find_PastAsks_CountForTheirTime()
    {
        Contact[] contacts = [Needs("ada", "sailing"), Offers("bob", "sailing")];
        var settings = Open with { MostPerParty = 1, Within = Duration.FromDays(30) };
        var other = new Introduction(Id("zoe"), Id("bob"), Advice("tea"), Now - Duration.FromDays(40));

        Assert.Empty(Find(contacts, past: [other], settings: settings));
        Assert.Empty(Find(contacts, past: [other.Drop(Now - Duration.FromDays(29))], settings: settings));
        Assert.Single(Find(contacts, past: [other.Drop(Now - Duration.FromDays(30))], settings: settings));
    }

    [Fact]
    public void Find_TheSameContactTwice_IsRefused() =>
        Assert.Throws<ArgumentException>("contacts", () => Find([Needs("ada", "tea"), Needs("ada", "tea")]));

    [Fact]
    public void New_BadSettings_NamesThemAll()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new IntroductionFinder(new IntroductionSettings { MostPerConnector = -1, MostPerParty = 1_001, Within = Duration.Zero }));

        Assert.Contains("MostPerConnector is -1", error.Message, StringComparison.Ordinal);
        Assert.Contains("MostPerParty is 1001", error.Message, StringComparison.Ordinal);
        Assert.Contains("Within is 0 days; it must be from 1 to 3650.", error.Message, StringComparison.Ordinal);
    }

    private static System.Collections.Immutable.ImmutableArray<Introduction> Find(
        Contact[] contacts, Touchpoint[]? touchpoints = null, Introduction[]? past = null, IntroductionSettings? settings = null)
    {
        var log = new TouchpointLog();
        Array.ForEach(touchpoints ?? [], touchpoint => log.Add(touchpoint));
        return new IntroductionFinder(settings ?? Open).Find(contacts, log, past ?? [], Now);
    }

    private static ContactId Id(string id) => ContactId.FromValue(id);

    private static Contribution Advice(string topic) => new(ContributionKind.Advice, topic);

    private static Contact Needs(string id, params string[] topics) => new(Id(id), id) { Needs = [.. topics.Select(Advice)] };

    private static Contact Offers(string id, params string[] topics) => new(Id(id), id) { Offers = [.. topics.Select(Advice)] };

    private static Contact Related(string id, params string[] others) =>
        new(Id(id), id) { Relations = [.. others.Select(other => new Relation(RelationKind.Friend, Id(other)))] };

    private static Touchpoint Met(string one, string other) => new([Id(one), Id(other)], Now, Channel.InPerson, Direction.Mutual);
}
