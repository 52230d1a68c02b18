using RelationshipKit.Numerics;

namespace RelationshipKit.Tests.Numerics;

public class SplitMix64Tests
{
    // The first numbers of S. Vigna's reference implementation for the seed 1234567.
    [Fact]
    public void Next_OfAKnownSeed_IsTheReference()
    {
        var random = new SplitMix64(1_234_567);

        Assert.Equal(
            [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ],
            Enumerable.Range(0, 5).Select(_ => random.Next()).ToArray());
    }

    [Fact]
    public void NextShare_OfManyDraws_LiesInRangeAndSpreads()
    {
        var random = SplitMix64.Of(7, "ada");
        var shares = Enumerable.Range(0, 10_000).Select(_ => random.NextShare()).ToArray();

        Assert.All(shares, share => Assert.True(share is >= 0 and < 1));
        Assert.Equal(0.5, shares.Average(), 0.02);
    }

    [Fact]
    public void Of_AnotherNameOrSeed_IsAnother()
    {
        ulong[] firsts =
        [
            SplitMix64.Of(7, "ada").Next(), SplitMix64.Of(7, "bob").Next(), SplitMix64.Of(8, "ada").Next(), SplitMix64.Of(0, "ada").Next()
        ];

        Assert.Equal(4, firsts.Distinct().Count());
        Assert.Equal(firsts[0], SplitMix64.Of(7, "ada").Next());
    }
}
