using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Interchange;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>The commands <c>due</c>, <c>lint</c> and <c>simulate</c>.</summary>
public sealed class CadenceCommandTests : IDisposable
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly Sample sample = new();

    [Fact]
    public void Due_WithoutInput_IsTheDefaultSeed()
    {
        var run = ConsoleRun.Of("due");

        Assert.Contains("\nWith whom Robin may be in touch by 2026-03-02", run.Output, StringComparison.Ordinal);
        Assert.Contains("Due: 2 contacts", run.Lines);
        Assert.Contains("  Kavya Iyer                ripe        ideal 2026-03-01, fine until 2026-03-04", run.Lines);
        Assert.Contains("      each Sunday, for them alone, 8 days ago (2026-02-22)", run.Lines);
        Assert.Contains(run.Lines, line => line.StartsWith("  Hana Kobayashi            dormant ", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.Contains("rather than every week, for circle inner: 2026-03-01", StringComparison.Ordinal));
        Assert.Contains("  Chiara Conti              rests, rather than every 6 weeks, for facet profes..", run.Lines);
    }

    [Fact]
    public void Due_ByALaterDay_HasMoreAndSaysWhatMovedThem()
    {
        var run = ConsoleRun.Of("due", "--by", "2026-03-15");

        Assert.Contains("Due by 2026-03-15: 4 contacts", run.Lines);
        Assert.Contains("      snoozed: 2025-12-29 moved to 2026-03-14", run.Lines);
        Assert.Contains("      a quiet day: 2026-03-14 moved to 2026-03-15", run.Lines);
    }

    [Fact]
    public void Due_OfTouchpointsWithoutPolicies_ProposesThemAndSaysSo()
    {
        var path = sample.WriteEdges();
        var run = ConsoleRun.Of("due", "--input", path, "--owner", "5");
        var json = JsonDocument.Parse(ConsoleRun.Of("due", "--input", path, "--owner", "5", "--json").Output).RootElement;

        // With 7 weekly, the last on day 77; with 8 daily until day 11; with 9 once. The file ends on day 100.
        Assert.Contains("proposed from the rhythm of each tie", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("proposed", json.GetProperty("policies").GetString());
        Assert.Equal(
            [("7", "1970-03-26", "every week"), ("8", "1970-01-23", "every 11 days"), ("9", null, null)],
            json.GetProperty("contacts").EnumerateArray().Select(
                row =>
                    (row.GetProperty("contact").GetString(), row.GetProperty("ideal").GetString(), row.GetProperty("policy").GetString())));
    }

    [Fact]
    public void Due_NobodyAtAll_SaysSo() =>
        Assert.Contains("Due: 0 contacts", ConsoleRun.Of("due", "--input", SeedOf(CadenceRules.Empty)).Lines);

    [Fact]
    public void Lint_OfADefaultSeed_GivesAdviceAndEndsWithSuccess()
    {
        var run = ConsoleRun.Of("lint");
        var json = JsonDocument.Parse(ConsoleRun.Of("lint", "--json").Output).RootElement;

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("CAD104  the window cannot be met", run.Lines);
        Assert.Equal(0, json.GetProperty("problems").GetInt32());
        Assert.Contains(
            json.GetProperty("findings").EnumerateArray(),
            row => row.GetProperty("code").GetString() == "CAD104" && row.GetProperty("contact").GetString() == "ines");
    }

    [Fact]
    public void Lint_OfAProblem_EndsWithOne()
    {
        var path = SeedOf(new CadenceRules { Policy = Cadence.Named("alumni") });
        var (run, json) = (ConsoleRun.Of("lint", "--input", path), ConsoleRun.Of("lint", "--input", path, "--json"));

        Assert.Equal((1, "", 1, ""), (run.ExitCode, run.Error, json.ExitCode, json.Error));
        Assert.Contains("CAD001  a named policy is missing", run.Lines);
        Assert.Equal(1, JsonDocument.Parse(json.Output).RootElement.GetProperty("problems").GetInt32());
    }

    [Fact]
    public void Lint_OfNothingToRemark_SaysSo() =>
        Assert.Contains(
            "Nothing to remark.",
            ConsoleRun.Of("lint", "--input", SeedOf(new CadenceRules { Policy = Cadence.Every(Period.FromMonths(1)) })).Lines);

    [Fact]
    public void Simulate_TheSameSeed_WritesTheSameBytes()
    {
        var (first, second) = (Path.Combine(sample.Folder, "a.svg"), Path.Combine(sample.Folder, "b.svg"));
        var runs = new[] { first, second }.Select(file => ConsoleRun.Of("simulate", "--weeks", "12", "--seed", "7", "--svg", file))
            .ToArray();

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.NotEqual(runs[0].Output, ConsoleRun.Of("simulate", "--weeks", "12", "--seed", "8").Output);
        Assert.Equal(ConsoleRun.Of("simulate", "--seed", "1").Output, ConsoleRun.Of("simulate", "--weeks", "52").Output);
    }

    [Fact]
    public void Simulate_Json_SumsUp()
    {
        var json = JsonDocument.Parse(ConsoleRun.Of("simulate", "--weeks", "10", "--json").Output).RootElement;
        var weeks = json.GetProperty("weeks").EnumerateArray().ToArray();

        Assert.Equal((10, "2026-03-03"), (weeks.Length, weeks[0].GetProperty("firstDay").GetString()));
        Assert.Equal(json.GetProperty("reached").GetInt32(), weeks.Sum(week => week.GetProperty("reached").GetInt32()));
        Assert.Equal(
            json.GetProperty("reached").GetInt32(),
            json.GetProperty("contacts").EnumerateArray().Sum(contact => contact.GetProperty("reached").GetInt32()));
        Assert.Equal(weeks.Max(week => week.GetProperty("reached").GetInt32()), json.GetProperty("peak").GetProperty("reached").GetInt32());
        Assert.Contains("chiara", json.GetProperty("neverReached").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void Simulate_UnderALimit_KeepsIt()
    {
        var json = JsonDocument.Parse(ConsoleRun.Of("simulate", "--weeks", "10", "--per-week", "1", "--json").Output).RootElement;

        Assert.All(json.GetProperty("weeks").EnumerateArray(), week => Assert.True(week.GetProperty("reached").GetInt32() <= 1));
    }

    [Fact]
    public void Simulate_Svg_IsWellFormedWithABarForEachWeek()
    {
        var path = Path.Combine(sample.Folder, "load.svg");
        var run = ConsoleRun.Of(
            "simulate", "--input", SeedOf(new CadenceRules { Policy = Cadence.Every(Period.FromDays(3)) }, "Ann <& Co>"), "--weeks", "20",
            "--svg", path);
        var svg = XDocument.Load(path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Equal(
            20, svg.Descendants().Count(
                element => element.Name.LocalName == "rect" && element.Elements().Any(child => child.Name.LocalName == "title")));
        Assert.Contains(
            "Ann <& Co>", svg.Descendants().First(element => element.Name.LocalName == "title").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', File.ReadAllText(path));
    }

    public void Dispose() => sample.Dispose();

    private string SeedOf(CadenceRules plan, string owner = "sam")
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(ContactId.FromValue("ada"), AsOf - Duration.FromDays(2), Channel.Voice, Direction.Mutual));
        var path = Path.Combine(sample.Folder, "own");
        NetworkFolder.Save(
            path,
            new Network(owner, DateTimeZone.Utc, [new Contact(ContactId.FromValue("ada"), "Ada")], log) { AsOf = AsOf, Cadences = plan });
        return path;
    }
}
