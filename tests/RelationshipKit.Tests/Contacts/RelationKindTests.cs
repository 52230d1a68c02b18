using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class RelationKindTests
{
    public static TheoryData<RelationKind, RelationKind> Pairs => new()
    {
        { RelationKind.Parent, RelationKind.Child },
        { RelationKind.Manager, RelationKind.Report },
        { RelationKind.Mentor, RelationKind.Mentee },
        { RelationKind.Introducer, RelationKind.Introduced },
        { RelationKind.Sibling, RelationKind.Sibling },
        { RelationKind.Partner, RelationKind.Partner },
        { RelationKind.Friend, RelationKind.Friend },
        { RelationKind.Colleague, RelationKind.Colleague },
        { RelationKind.Neighbour, RelationKind.Neighbour },
        { RelationKind.Create("aunt", "niece"), RelationKind.Create("niece", "aunt") },
        { RelationKind.CreateSymmetric("rival"), RelationKind.CreateSymmetric("rival") },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Inverse_IsThePartner_BothWays(RelationKind one, RelationKind other)
    {
        Assert.Equal(other, one.Inverse);
        Assert.Equal(one, other.Inverse);
        Assert.Equal(one, one.Inverse.Inverse);
        Assert.Equal(one.Name, one.ToString());
    }

    [Fact]
    public void FromNames_OfAStockKind_IsThatKind()
    {
        Assert.Same(RelationKind.Parent, RelationKind.FromNames("parent", "child"));
        Assert.Same(RelationKind.Child, RelationKind.Parent.Inverse);
        Assert.Same(RelationKind.Neighbour, RelationKind.CreateSymmetric("neighbour"));
        Assert.NotEqual(RelationKind.Parent, RelationKind.FromNames("parent", "daughter"));
    }

    [Fact]
    public void Create_BadNames_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RelationKind.Create("rival", "rival"));
        Assert.Throws<ArgumentException>(() => RelationKind.Create("", "niece"));
        Assert.Throws<ArgumentException>(() => RelationKind.Create("aunt", " niece"));
        Assert.Throws<ArgumentNullException>(() => RelationKind.CreateSymmetric(null!));
        Assert.Throws<ArgumentException>(() => RelationKind.FromNames("aunt", ""));
    }

    [Fact]
    public void Relation_NeedsAKindAndSomebody()
    {
        Assert.Throws<ArgumentNullException>(() => new Relation(null!, ContactId.FromValue("ada")));
        Assert.Throws<ArgumentException>(() => new Relation(RelationKind.Friend, ContactId.None));
        Assert.Equal("friend", new Relation(RelationKind.Friend, ContactId.FromValue("ada")).ToString());
    }
}
