using System.Globalization;
using System.Text.Json;

namespace RelationshipKit.Tests.Documentation;

/// <summary>What the documents say of speed is what the committed run of the peers printed.</summary>
public class PeersTests
{
    private static readonly Dictionary<string, JsonElement> Rows = JsonDocument.Parse(
        Repository.ReadText("benchmarks", "results", "peers-10000000.json")).RootElement
        .GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!);

    private static readonly string Benchmarks = Repository.ReadText("benchmarks", "README.md");
    private static readonly string Bulk = Unwrapped(Repository.ReadText("docs", "bulk.md"));

    [Fact]
    public void Table_OfTheWork_IsThatOfTheRun() => Assert.All(
        Rows.Where(row => row.Value.TryGetProperty("nsPerTouchpoint", out _)),
        row => Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| `{row.Key}` | {Number(row.Key, "nsPerTouchpoint"):0.0} | {Number(row.Key, "ratioToLoop"):0.00} |"),
            Benchmarks,
            StringComparison.Ordinal));

    [Fact]
    public void Table_OfStates_IsThatOfTheRun() => Assert.All(
        Rows.Where(row => row.Value.TryGetProperty("nsPerItem", out _)),
        row =>
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"| `{row.Key}` | {Number(row.Key, "nsPerItem"):0.0} |"), Benchmarks,
                StringComparison.Ordinal));

    [Fact]
    public void Scaling_IsThatOfTheRun() =>
        Assert.Contains(Repository.ReadText("benchmarks", "results", "scaling.txt"), Benchmarks, StringComparison.Ordinal);

    [Fact]
    public void Bulk_QuotesTheRatiosOfTheRun()
    {
        var bytes = Number("kit-bulk-grouped", "allocatedBytes") / 1e6;

        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"from grouped columns {Ratio("duckdb-sorted", "kit-bulk-grouped"):0} times as fast as DuckDB on a sorted table and "
                    + $"{Ratio("loop", "kit-bulk-grouped"):0.0} times as fast as a plain loop over record structs, with {bytes:0.0} "
                    + $"MB allocated; from an unsorted stream {Ratio("duckdb-unsorted", "kit-stream-scores"):0.0} times as fast "
                    + $"as DuckDB"),
            Bulk,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scores from grouped columns | DuckDB, sorted table", "duckdb-sorted", "kit-bulk-grouped", "0")]
    [InlineData("scores from grouped columns | a plain loop over record structs", "loop", "kit-bulk-grouped", "0.0")]
    [InlineData("scores from a stream in no order | DuckDB", "duckdb-unsorted", "kit-stream-scores", "0.0")]
    public void Readme_TellsTheRatiosOfTheRun(string work, string peer, string kit, string format) => Assert.Contains(
        $"| {work} | {Ratio(peer, kit).ToString(format, CultureInfo.InvariantCulture)} |", Repository.ReadText("README.md"),
        StringComparison.Ordinal);

    private static double Number(string row, string name) => Rows[row].GetProperty(name).GetDouble();

    private static double Ratio(string slow, string fast) => Number(slow, "nsPerTouchpoint") / Number(fast, "nsPerTouchpoint");

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
