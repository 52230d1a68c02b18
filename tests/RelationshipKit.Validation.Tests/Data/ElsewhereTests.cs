using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Tests.Data;

public class ElsewhereTests
{
    [Fact]
    public void SilentDays_OfEachPerson_LookAtTheirOtherTiesAlone()
    {
        using var folder = new TemporaryFolder();
        var network = EdgeListFile.Read(folder.Write("rows.txt", "a b 345600\na c 172800\na c 86400\na d 0\nb a 432000\nx y 0\nb c 864000\n"));

        // Day 5: a last wrote to b this moment, to c three days ago; b had nobody else yet, nor had d and x.
        var history = History.Of(network, 432_000);
        var elsewhere = Elsewhere.Of(history);
        TieHistory Tie(int first, int second) => history.Ties.Single(tie => tie.Pair.First == first && tie.Pair.Second == second);

        Assert.Equal(3, elsewhere.SilentDays(0, Tie(0, 1)));
        Assert.Equal(double.PositiveInfinity, elsewhere.SilentDays(1, Tie(0, 1)));
        Assert.Equal(0, elsewhere.SilentDays(0, Tie(0, 2)));
        Assert.Equal(0, elsewhere.SilentDays(0, Tie(0, 3)));
        Assert.Equal(double.PositiveInfinity, elsewhere.SilentDays(3, Tie(0, 3)));
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
