using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests.Protocol;

public class OwnersSampleTests
{
    private static readonly EdgeNetwork Network = MadeUpNetwork.Read();

    [Fact]
    public void Of_OneOwner_SeesThatOwnersTiesAlone()
    {
        var seen = OwnersSample.Of(Network, 1, seed: 1);

        var owner = Enumerable.Range(0, Network.People.Length)
            .Single(person => seen.Pairs.All(pair => pair.First == person || pair.Second == person));
        Assert.Equal(Network.Pairs.Count(pair => pair.First == owner || pair.Second == owner), seen.Pairs.Length);
    }

    [Fact]
    public void Of_OtherSeed_SeesOthers()
    {
        var one = OwnersSample.Of(Network, 3, seed: 1);

        Assert.Equal(one.Pairs.AsEnumerable(), OwnersSample.Of(Network, 3, seed: 1).Pairs);
        Assert.NotEqual(one.Pairs.AsEnumerable(), OwnersSample.Of(Network, 3, seed: 2).Pairs);
    }

    [Fact]
    public void Of_Everybody_SeesAll() =>
        Assert.Equal(Network.Pairs.AsEnumerable(), OwnersSample.Of(Network, Network.People.Length, seed: 9).Pairs);

    [Fact]
    public void Of_MoreThanThereAre_IsRefusedWithTheRange() =>
        Assert.Contains(
            "at most", Assert.Throws<BadInputException>(() => OwnersSample.Of(Network, Network.People.Length + 1, 1)).Message,
            StringComparison.Ordinal);
}
