using System.Globalization;

namespace RelationshipKit.Orleans.Tests;

/// <summary>The README's plan for 100 million owners is computed from what it says was measured and assumed.</summary>
public class PlanTests
{
    private static readonly Lazy<Dictionary<string, string>> Rows = new(ReadRows);

    [Fact]
    public void Plan_EachFigure_IsComputedFromTheMeasuredOnes()
    {
        var owners = Number("owners");
        var active = owners * Number("owners active in a day, %") / 100;
        var open = active * Number("active owners whose books are held, %") / 100;
        var memory = Number("memory of a silo for grains, GB") * 1e9;
        var (held, letGo) =
            (Number("bytes of a grain that holds a book of 50 contacts and 200 "
                + "touchpoints"), Number("bytes of a grain whose book was let go"));
        var records = owners * Number("touchpoints of an owner in a day") / 86_400;
        var peak = records * Number("peak over average");
        var touchpoints = owners * Number("touchpoints of an owner in a day") * 365;
        var byMemory = Math.Ceiling(((open * held) + ((active - open) * letGo)) / memory);
        var byRate = Math.Ceiling(peak / Number("records a second of a silo"));
        var silos = Math.Max(byMemory, byRate) + 1;
        var expected = new Dictionary<string, string>
        {
            ["owners that a silo holds with their books"] = Text(Math.Floor(memory / held)),
            ["owners that a silo holds without them"] = Text(Math.Floor(memory / letGo)),
            ["silos that the memory asks for"] = Text(byMemory),
            ["records a second on average"] = Text(Math.Round(records)),
            ["records a second at the peak"] = Text(Math.Round(peak)),
            ["silos that the peak asks for"] = Text(byRate),
            ["silos, with one to spare"] = Text(silos),
            ["storage on the first day, TB"] = Tenths(owners * Number("bytes that PostgreSQL takes for an owner of 50 contacts") / 1e12),
            ["growth in a year, TB"] = Tenths(touchpoints * Number("bytes that PostgreSQL takes for a touchpoint recorded") / 1e12),
            ["hours of a question to all owners"] = Tenths(owners / Number("owners a second of a question to all") / silos / 3_600),
        };

        Assert.All(expected, row => Assert.Equal(row, KeyValuePair.Create(row.Key, Rows.Value.GetValueOrDefault(row.Key, "missing"))));
        Assert.Equal(expected.Count, Planned().Count());
    }

    // Ratios are targets of the package; the README may not state one that misses them without saying so.
    [Fact]
    public void Measured_KeepsTheTargets()
    {
        Assert.True(Number("bytes of a grain whose book was let go") < 40_000);
        Assert.True(Number("records by grains over records by the store, from 16 tasks") >= 0.7);
        Assert.True(Number("opening a book of 200 touchpoints over asking its warm grain for due") >= 5);
    }

    private static double Number(string label) => double.Parse(Rows.Value[label], NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Tenths(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Planned() => Lines().SkipWhile(
        line => !line.StartsWith("| planned |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static Dictionary<string, string> ReadRows() => Lines()
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells is ["", _, not ("" or "---"), ""])
        .ToDictionary(cells => cells[1], cells => cells[2]);

    private static IEnumerable<string> Lines() =>
        ReadmeTests.Readme.Split('\n').SkipWhile(line => !line.StartsWith("## Planning", StringComparison.Ordinal));
}
