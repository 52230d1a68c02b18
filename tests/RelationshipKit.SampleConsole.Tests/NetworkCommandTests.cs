using System.Text.Json;
using System.Xml.Linq;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class NetworkCommandTests : IDisposable
{
    private readonly Sample sample = new();

    public static TheoryData<string> Seeds => ["seeds/dozen", "seeds/professional", "seeds/quiet"];

    public void Dispose() => sample.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Health_OfASeed_FitsTheScreenAndCountsEverybody(string seed)
    {
        var run = ConsoleRun.Of("health", "--input", seed);
        using var document = JsonDocument.Parse(ConsoleRun.Of("health", "--input", seed, "--json").Output);
        using var scores = JsonDocument.Parse(File.ReadAllText(Path.Combine(seed, "expected-scores.json")));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.Equal(
            scores.RootElement.GetProperty("ties").GetArrayLength(),
            document.RootElement.GetProperty("circles").EnumerateArray().Sum(circle => circle.GetProperty("contacts").GetInt32()));
        var effective = document.RootElement.GetProperty("effective");
        Assert.InRange(effective.GetProperty("n2").GetDouble(), 1, effective.GetProperty("n1").GetDouble());
        Assert.Equal(12, document.RootElement.GetProperty("months").GetArrayLength());
    }

    [Fact]
    public void Health_Svg_IsAPictureOfTwelveMonths()
    {
        var path = Path.Combine(sample.Folder, "health.svg");

        Assert.Equal(0, ConsoleRun.Of("health", "--svg", path).ExitCode);
        Assert.Equal(12, XDocument.Load(path).Descendants().Count(element => element.Name.LocalName == "rect" && element.Elements().Any()));
        var bad = ConsoleRun.Of("health", "--svg", Path.Combine(sample.Folder, "nowhere", "health.svg"));
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("--svg", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Health_OfAnEdgeList_ProposesCadences()
    {
        var run = ConsoleRun.Of("health", "--input", sample.WriteEdges(), "--owner", "5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("proposed from the rhythm", run.Output, StringComparison.Ordinal);
        Assert.Contains("no contact belongs to a facet", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Brief_OfAContact_TellsWhatToSpeakOfAndWhatToLeaveAlone()
    {
        var run = ConsoleRun.Of("brief", "--contact", "amara");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("they need what you offer: moving house in June", run.Output, StringComparison.Ordinal);
        Assert.Contains("they offer what you need: pricing", run.Output, StringComparison.Ordinal);
        var lines = run.Lines.ToList();
        Assert.True(lines.IndexOf("To know, not to bring up") < lines.IndexOf("  Allergic to walnuts."));
        Assert.Single(lines, line => line.Contains("walnuts", StringComparison.Ordinal));
    }

    [Fact]
    public void Brief_OfSomebodyUnknown_IsOneClearLine()
    {
        var run = ConsoleRun.Of("brief", "--contact", "nobody");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("NAME: 'nobody' is unknown", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Introductions_OfTheDozen_FindWhoHasWhatIsNeeded()
    {
        var run = ConsoleRun.Of("introductions", "--as-of", "2026-03-10");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Davit Beridze needs knowledge: British tax returns", run.Output, StringComparison.Ordinal);
        Assert.Contains("Gethin Pryce offers it; you know both", run.Output, StringComparison.Ordinal);
    }

    // Davit is paused until 9 March.
    [Fact]
    public void Introductions_WhileSomebodyIsPaused_DoNotAskThem() =>
        Assert.DoesNotContain("Davit", ConsoleRun.Of("introductions", "--as-of", "2026-03-02").Output, StringComparison.Ordinal);

    [Fact]
    public void Introductions_OfAnEdgeList_SayThatThereAreNone() =>
        Assert.Contains(
            "No offer meets a need", ConsoleRun.Of("introductions", "--input", sample.WriteEdges(), "--owner", "5").Output,
            StringComparison.Ordinal);
}
