using System.Text.Json;

namespace RelationshipKit.Validation.Tests.Commands;

public sealed class TiesCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string network;

    public TiesCommandTests() => network = folder.Write("made-up.txt", MadeUpNetwork.Text());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_Printed_HoldsTheContract()
    {
        var run = ValidationRun.Of("ties", network, "--horizon-days", "30", "--cuts", "100,150,200", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var root = JsonDocument.Parse(run.Output).RootElement;

        Assert.Equal("made-up", root.GetProperty("file").GetString());
        Assert.Equal((30.0, 200.0), (root.GetProperty("horizonDays").GetDouble(), root.GetProperty("cut").GetDouble()));
        Assert.InRange(root.GetProperty("n").GetInt32(), 50, 400);
        Assert.InRange(root.GetProperty("baseRate").GetDouble(), 0.05, 0.95);
        Assert.Equal(
            Protocol.Expected.Names,
            root.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString()));
        foreach (var model in root.GetProperty("models").EnumerateArray())
        {
            var ranksOnly = Protocol.Expected.RankersOnly.Contains(model.GetProperty("name").GetString());
            Assert.InRange(model.GetProperty("auc").GetDouble(), 0.5, 1);
            Assert.InRange(model.GetProperty("ap").GetDouble(), 0.1, 1);
            Assert.All(
                (string[])["logLoss", "brier", "ece"],
                name => Assert.Equal(ranksOnly, model.GetProperty(name).ValueKind == JsonValueKind.Null));
        }
    }

    [Fact]
    public void Text_Printed_SaysWhatTheNumbersAreOf()
    {
        var run = ValidationRun.Of(
            "ties", network, "--horizon-days", "30", "--cuts", "100,150,200", "--rolling", "--owners-sample", "20", "--seed", "3");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("made-up: contact within 30 days after days 150, 200, ties of 20 people\n", run.Output, StringComparison.Ordinal);
        Assert.All(Protocol.Expected.Names, name => Assert.Contains($"| {name} ", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_Shuffled_ChangeNothing()
    {
        using var other = new TemporaryFolder();
        var back = other.Write("made-up.txt", string.Join('\n', MadeUpNetwork.Text().Split('\n').Reverse()));
        string[] options = ["--horizon-days", "30", "--cuts", "100,150,200", "--json"];

        Assert.Equal(ValidationRun.Of(["ties", network, .. options]).Output, ValidationRun.Of(["ties", back, .. options]).Output);
    }

    [Fact]
    public void Svg_Asked_IsWrittenWithAPanelForEachModelThatGivesProbabilities()
    {
        var pictures = Path.Combine(folder.Root, "pictures");

        ValidationRun.Of("ties", network, "--horizon-days", "30", "--cuts", "100,150,200", "--svg", pictures);

        var svg = System.Xml.Linq.XDocument.Load(Path.Combine(pictures, "reliability.svg"));
        Assert.Equal(
            Protocol.Expected.Names.Length - Protocol.Expected.RankersOnly.Length,
            svg.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }

    [Theory]
    [InlineData("--horizon-days: '0' will not do; it must be a number of days, more than 0.", "--horizon-days", "0", "--cuts", "100,200")]
    [InlineData("--horizon-days: '-3' will not do", "--horizon-days", "-3", "--cuts", "100,200")]
    [InlineData("--horizon-days: 'NaN' will not do", "--horizon-days", "NaN", "--cuts", "100,200")]
    [InlineData("--horizon-days: 5000 will not do; the rows span", "--horizon-days", "5000", "--cuts", "100,6000")]
    [InlineData("--cuts: 290 will not do; the rows span", "--horizon-days", "30", "--cuts", "100,290")]
    [InlineData("--cuts: 9000 will not do", "--horizon-days", "30", "--cuts", "100,9000")]
    [InlineData("--cuts: 'x' will not do", "--horizon-days", "30", "--cuts", "100,x")]
    [InlineData("--cuts: '-5' will not do", "--horizon-days", "30", "--cuts", "-5,100")]
    [InlineData("--cuts: '200' will not do; there must be at least two cuts", "--horizon-days", "30", "--cuts", "200")]
    [InlineData("--cuts: '200,200' will not do", "--horizon-days", "30", "--cuts", "200,200")]
    [InlineData("--cuts: no cut before 200 is at most 170", "--horizon-days", "30", "--cuts", "190,200")]
    [InlineData("--cuts: at 0.001 no pair has 2 contact-days", "--horizon-days", "30", "--cuts", "0.001,200")]
    [InlineData(
        "--min-contact-days: '0' will not do; it must be a whole number from 1", "--horizon-days", "30", "--cuts", "100,200",
        "--min-contact-days", "0")]
    [InlineData("--owners-sample: '0' will not do", "--horizon-days", "30", "--cuts", "100,200", "--owners-sample", "0")]
    [InlineData(
        "--owners-sample: 41 will not do; the files name 40 people", "--horizon-days", "30", "--cuts", "100,200", "--owners-sample", "41")]
    [InlineData("--seed: '1.5' will not do", "--horizon-days", "30", "--cuts", "100,200", "--seed", "1.5")]
    public void BadValue_IsNamedInOneLine(string message, params string[] options) => AssertRefused(message, ["ties", network, .. options]);

    [Theory]
    [InlineData("1 2 100\n1 two\n", "line 2")]
    [InlineData("1 2 soon\n", "line 1")]
    [InlineData("1 2 100 4\n", "line 1")]
    [InlineData("", "no rows")]
    public void BadFile_IsNamedWithItsLine(string text, string message) =>
        AssertRefused(message, "ties", folder.Write("bad.txt", text), "--horizon-days", "30", "--cuts", "100,200");

    [Fact]
    public void MissingFile_IsNamed() =>
        AssertRefused("nowhere.txt", "ties", Path.Combine(folder.Root, "nowhere.txt"), "--horizon-days", "30", "--cuts", "100,200");

    [Theory]
    [InlineData("1 2 3\n", "lines of 15 rates")]
    [InlineData("x\n", "lines of 15 rates")]
    [InlineData(null, "every rate must be more than 0")]
    public void BadRates_AreRefused(string? text, string message) => AssertRefused(
        message, "ties", network, "--horizon-days", "30", "--cuts", "100,200", "--hazard",
        folder.Write("rates.txt", text ?? string.Concat(Enumerable.Repeat("0 ", 90))));

    [Fact]
    public void Rates_OfOnesOwn_ChangeTheKitsRowsAndNoOthers()
    {
        // One rate for every silence: contact comes at random, once per usual gap.
        var rates = folder.Write("rates.txt", string.Concat(Enumerable.Repeat("1 ", 90)));
        string[] args = ["ties", network, "--horizon-days", "30", "--cuts", "100,200", "--json"];

        double?[] LossesOf(string[] run) =>
            [.. JsonDocument.Parse(ValidationRun.Of(run).Output).RootElement.GetProperty("models")
                .EnumerateArray()
                .Select(model => model.GetProperty("logLoss").Deserialize<double?>())];

        var (shipped, own) = (LossesOf(args), LossesOf([.. args, "--hazard", rates]));

        // Boosting trains on outcomes, and the start for mail is what it is.
        var begun = Protocol.Expected.Names.Select(name => name is "kit-default" or "kit-rhythm" or "kit-fitted").ToArray();
        Assert.All(shipped.Zip(own, begun), row => Assert.Equal(row.Third, row.First != row.Second));
    }

    [Fact]
    public void FitDefault_WithoutANetworkThatIsNone_IsRefused() =>
        AssertRefused("--without: 'nobody' will not do", "fit-default", "--data", folder.Root, "--without", "nobody");

    [Fact]
    public void MissingOption_IsNamed() => AssertRefused("--cuts", "ties", network, "--horizon-days", "30");

    private static void AssertRefused(string message, params string[] args)
    {
        var run = ValidationRun.Of(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }
}
