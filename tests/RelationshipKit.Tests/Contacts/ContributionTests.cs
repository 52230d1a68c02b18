using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

public class ContributionTests
{
    private static readonly Contribution Sailing = new(ContributionKind.Knowledge, "Sailing");

    [Fact]
    public void Equality_IgnoresTheCaseOfTheTopic()
    {
        var lower = new Contribution(ContributionKind.Knowledge, "sailing");

        Assert.Equal(Sailing, lower);
        Assert.Equal(Sailing.GetHashCode(), lower.GetHashCode());
        Assert.Equal("Sailing", Sailing.Topic);
        Assert.NotEqual(Sailing, new Contribution(ContributionKind.Advice, "Sailing"));
        Assert.NotEqual(Sailing, new Contribution(ContributionKind.Knowledge, "Sailings"));
        Assert.False(Sailing.Equals(null));
    }

    [Theory]
    [InlineData(ContributionKind.Knowledge, "sAILING", true)]
    [InlineData(ContributionKind.Other, "sailing", true)]
    [InlineData(ContributionKind.Advice, "sailing", false)]
    [InlineData(ContributionKind.Knowledge, "rowing", false)]
    [InlineData(ContributionKind.Other, "rowing", false)]
    public void Meets_ByHand(ContributionKind kind, string topic, bool expected) =>
        Assert.Equal(expected, Sailing.Meets(new Contribution(kind, topic)));

    [Fact]
    public void Meets_OtherOffered_MeetsOnlyOther() =>
        Assert.False(new Contribution(ContributionKind.Other, "sailing").Meets(Sailing));

    [Fact]
    public void Parts_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contribution((ContributionKind)6, "sailing"));
        Assert.Throws<ArgumentException>(() => new Contribution(ContributionKind.Help, ""));
        Assert.Throws<ArgumentException>(() => new Contribution(ContributionKind.Help, new string('a', 4_001)));
        Assert.Throws<ArgumentNullException>(() => Sailing.Meets(null!));
    }
}
