namespace RelationshipKit.Tests.Documentation;

/// <summary>What docs/bulk.md says of speed and memory is what the committed tables of the benchmarks say.</summary>
public class SpeedTests
{
    [Fact]
    public void Bulk_QuotesTheTables()
    {
        var (rows, state, again) = (
            Row("ScoreBenchmarks", ("Method", "ScoreRows"), ("ContactDays", "100")),
            Row("ScoreBenchmarks", ("Method", "ScoreState"), ("ContactDays", "100")),
            Row("TieTableBenchmarks", ("Method", "ScoreAll")));

        Assert.Equal("-", rows["Allocated"]);
        Assert.Contains(
            $"One tie of 100 contact-days is scored from rows in {rows["Ratio"]} of the time that running sums written by hand take, "
                + $"without allocating, and from its state in {state["Ratio"]}, with {state["Allocated"]}; all ties of a table are "
                + $"scored again in {again["Ratio"]} of the time of a loop over the same sums.",
            Unwrapped(Repository.ReadText("docs", "bulk.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CadenceBenchmarks", "Window")]
    [InlineData("ForecastBenchmarks", "ContactWithin")]
    [InlineData("ForecastBenchmarks", "SilencePercentile")]
    [InlineData("TieTableAppendBenchmarks", "AppendAndRead")]
    public void Table_OfWhatThePagesSayAllocatesNothing_SaysSo(string name, string method)
    {
        var rows = Rows(name).Where(row => row["Method"] == method).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("-", row["Allocated"]));
    }

    private static Dictionary<string, string> Row(string name, params (string Column, string Value)[] where) =>
        Assert.Single(Rows(name), row => where.All(wanted => row[wanted.Column] == wanted.Value));

    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        var table = Repository.ReadText(
            "benchmarks", "results", "speed", $"{name}.md").Split('\n').Where(line => line.StartsWith('|')).Select(Cells).ToArray();
        return table.Skip(2)
            .Where(row => row[0].Length > 0)
            .Select(row => table[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    // The first row of each group stands in bold.
    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Trim('*'))];

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
