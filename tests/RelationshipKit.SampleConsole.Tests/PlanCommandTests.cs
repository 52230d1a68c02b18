using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class PlanCommandTests : IDisposable
{
    private readonly Sample sample = new();

    public static TheoryData<string> Seeds =>
        [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plan_OfASeed_IsPlainAndNarrowAndKeepsItsBudget(string seed)
    {
        foreach (var arguments in (string[][])[[], ["--minutes", "30"], ["--gentle"]])
        {
            var page = ConsoleRun.Of(["plan", "--input", seed, .. arguments]);
            Assert.Equal((0, ""), (page.ExitCode, page.Error));
            Assert.DoesNotContain('\u001b', page.Output);
            Assert.All(page.Lines, line => Assert.True(line.Length <= 80, line));
            Assert.Contains("Left out", page.Lines);
            Assert.Contains("In the long run", page.Lines);

            var plan = Json(["--input", seed, .. arguments]);
            var budget = plan.GetProperty("budgetMinutes").GetInt32();
            var minutes = plan.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("minutes").GetInt32());
            Assert.Equal(minutes, plan.GetProperty("plannedMinutes").GetInt32());
            Assert.InRange(minutes, 0, budget);
        }
    }

    [Fact]
    public void Plan_Json_HasTheFieldsOfTheContract()
    {
        var plan = Json([]);

        Assert.Equal(
            ["weekOf", "budgetMinutes", "plannedMinutes", "items", "leftOut", "demand", "relaxations"],
            plan.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["contact", "name", "day", "channel", "gesture", "minutes", "reason", "policy", "optional"],
            plan.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["contact", "because"], plan.GetProperty("leftOut")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["touchesPerWeek", "minutesPerWeek"], plan.GetProperty("demand").EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["change", "savesMinutes"],
            Json(["--minutes", "1"]).GetProperty("relaxations")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("2026-03-02", plan.GetProperty("weekOf").GetString());
    }

    [Fact]
    public void Plan_AnyDayOfAWeek_MeansTheWeek() =>
        Assert.Equal("2026-03-09", Json(["--week", "2026-03-15"]).GetProperty("weekOf").GetString());

    [Fact]
    public void Plan_Gentle_SaysSo() => Assert.Contains("Gentle", ConsoleRun.Of("plan", "--gentle").Output, StringComparison.Ordinal);

    [Fact]
    public void Plan_OfAnEdgeList_ProposesCadencesFromTheRhythmOfEachTie()
    {
        // With 7 weekly until 19 March, looked at from eight days later.
        var edges = sample.WriteEdges();
        var page = ConsoleRun.Of("plan", "--input", edges, "--owner", "5", "--as-of", "1970-03-27");

        Assert.Equal((0, ""), (page.ExitCode, page.Error));
        Assert.Contains("proposed from the rhythm", page.Output, StringComparison.Ordinal);
        Assert.Contains("every week", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutArguments_EndsWithTheWeek()
    {
        var lines = ConsoleRun.Of().Lines.ToList();

        Assert.InRange(lines.IndexOf("The week of 2026-03-02"), lines.IndexOf("Quiet") + 1, lines.Count);
    }

    public void Dispose() => sample.Dispose();

    private static JsonElement Json(string[] arguments)
    {
        var run = ConsoleRun.Of(["plan", .. arguments, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
