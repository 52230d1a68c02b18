using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>The networks of the repository, through the program: they lie beside it as they lie beside the real one.</summary>
public class SeedTests
{
    public static TheoryData<string> Seeds =>
        [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal)];

    [Fact]
    public void Run_WithoutArguments_ShowsTheDefaultSeed()
    {
        var run = ConsoleRun.Of();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(
            (string[])["Strongest", "Fading", "Lopsided", "Quiet", "Who is due and why"], title => Assert.Contains(title, run.Lines));
        Assert.DoesNotContain("  nobody", run.Lines);
        Assert.Contains("score --input", run.Output, StringComparison.Ordinal);
        IsPlainAndNarrow(run);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_Table_IsPlainAndNarrowWithOneLineATie(string seed)
    {
        var run = ConsoleRun.Of("score", "--input", seed);
        var ties = Json(seed).GetProperty("ties").GetArrayLength();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ties, run.Lines.SkipWhile(
                line => !line.StartsWith("who ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0).Count());
        IsPlainAndNarrow(run);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Score_Json_IsWhatTheSeedExpects(string seed)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(seed, "expected-scores.json"))).RootElement;

        Assert.True(JsonElement.DeepEquals(expected, Json(seed)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Explain_TiesFromTheStrongestToTheWeakest_ArePlainAndNarrowAndSum(string seed)
    {
        // Every so many: each is a run of the program.
        var ties = Json(seed).GetProperty("ties").EnumerateArray().ToArray();
        foreach (var tie in ties.Where((_, i) => i % ((ties.Length / 10) + 1) == 0).Append(ties[^1]))
        {
            var contact = tie.GetProperty("contact").GetString()!;
            var page = ConsoleRun.Of("explain", "--input", seed, "--contact", contact);
            Assert.Equal((0, ""), (page.ExitCode, page.Error));
            IsPlainAndNarrow(page);

            var json = JsonDocument.Parse(ConsoleRun.Of("explain", "--input", seed, "--contact", contact, "--json").Output).RootElement;
            var sum = json.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("contribution").GetDouble());
            Assert.Equal(tie.GetProperty("strength").GetDouble(), sum, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Due_Json_IsWhatTheSeedExpects(string seed)
    {
        var run = ConsoleRun.Of("due", "--input", seed, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(Path.Combine(seed, "expected-due.json")), run.Output);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DueLintAndSimulate_Pages_ArePlainAndNarrowAndDoNotScold(string seed)
    {
        foreach (var command in (string[])["due", "lint", "simulate"])
        {
            var run = ConsoleRun.Of(command, "--input", seed);

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            IsPlainAndNarrow(run);
            Assert.All(
                (string[])["overdue", "neglect", "should", "fail", "owe", "debt", "!"],
                word => Assert.DoesNotContain(word, run.Output, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static JsonElement Json(string seed) =>
        JsonDocument.Parse(ConsoleRun.Of("score", "--input", seed, "--json").Output).RootElement;

    private static void IsPlainAndNarrow(ConsoleRun run)
    {
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }
}
