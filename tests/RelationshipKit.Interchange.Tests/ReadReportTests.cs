using System.Text;

namespace RelationshipKit.Interchange.Tests;

public class ReadReportTests
{
    [Fact]
    public void Equals_SameRows_IsByValue()
    {
        var (one, same, other) = (Read("5 7 1\nbad\n"), Read("5 7 1\nbad\n"), Read("5 7 1\n\nbad\n"));

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void ToString_TellsCountsAndNobodysId()
    {
        var report = Read("5 secret 1\n5 secret 1\n8 9 1\nbad\n");

        Assert.Equal("4 rows: 1 added, 1 duplicates, 1 no touchpoints, 0 contradictions, 1 skipped", report.ToString());
        Assert.Equal("line 4, DST: the column is missing; a row is SRC DST UNIXSECONDS.", report.Skipped[0].ToString());
    }

    private static ReadReport Read(string text) =>
        new EdgeListReader(new EdgeListSettings { Owner = "5", Lenient = true })
            .Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x").Report;
}
