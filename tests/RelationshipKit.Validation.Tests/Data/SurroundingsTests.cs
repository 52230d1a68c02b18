using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Tests.Data;

public class SurroundingsTests
{
    [Fact]
    public void Surroundings_OfEachTie_LookAtOthersAlone()
    {
        using var folder = new TemporaryFolder();
        var network = EdgeListFile.Read(
            folder.Write("rows.txt", "a b 345600\na c 172800\nb c 259200\na d 0\nb a 432000\nx y 0\nb d 9504000\n"));

        // Day 5: a wrote to c three days ago and to d five days ago, b to c two days ago; x and y have nobody else. What b will write to d
        // is not known.
        var history = History.Of(network, 432_000);
        var around = Surroundings.Of(history);
        Pair PairOf(int first, int second) => history.Ties.Single(tie => tie.Pair.First == first && tie.Pair.Second == second).Pair;

        Assert.Equal(2.5, around.SilentElsewhereDays(PairOf(0, 1)));
        Assert.Equal((1, 1, 2), around.Acquaintances(PairOf(0, 1)));
        Assert.Equal(double.PositiveInfinity, around.SilentElsewhereDays(PairOf(0, 3)));
        Assert.Equal((0, 0, 2), around.Acquaintances(PairOf(0, 3)));
        Assert.Equal((0, 0, 0), around.Acquaintances(PairOf(4, 5)));

        // Ninety days on nobody has heard of c lately.
        Assert.Equal((1, 0, 2), Surroundings.Of(History.Of(network, 432_000 + (90 * 86_400))).Acquaintances(PairOf(0, 1)));
    }

    [Fact]
    public void At_EarlierInstant_IsWhatWasKnownThen_AndLaterIsRefused()
    {
        using var folder = new TemporaryFolder();
        var history = History.Of(EdgeListFile.Read(folder.Write("rows.txt", "a b 0\na b 86400\na c 100000\n")), 200_000);

        var earlier = history.At(90_000);

        Assert.Equal([2], earlier.Ties.Select(tie => tie.ContactDays));
        Assert.Throws<ArgumentOutOfRangeException>(() => history.At(200_001));
    }
}
