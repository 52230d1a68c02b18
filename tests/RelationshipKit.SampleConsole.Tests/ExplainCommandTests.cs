using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly Sample sample = new();

    [Fact]
    public void Json_Parts_SumToTheStrengthOfScore()
    {
        var path = sample.WriteCsv();
        var explained = Json("--input", path, "--contact", "ada");
        var scored = JsonDocument.Parse(ConsoleRun.Of("score", "--input", path, "--json").Output).RootElement.GetProperty("ties")[0];

        Assert.Equal(
            scored.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            explained.GetProperty("tie").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(
            scored.GetProperty("strength").GetDouble(),
            explained.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("contribution").GetDouble()),
            1e-12);
    }

    [Fact]
    public void Json_Fields_AreTheDocumentedOnes()
    {
        var document = Json("--input", sample.WriteCsv(), "--contact", "ada");

        Assert.Equal(
            ["owner", "asOf", "zone", "name", "tie", "gapSpreadDays", "verdict", "given", "received", "parts", "conversation", "fallsTo"],
            document.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["date", "class", "channels", "weight", "ageDays", "contribution", "touchpoints"],
            document.GetProperty("parts")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["voice"], document.GetProperty("parts")[0].GetProperty("channels").EnumerateArray().Select(channel => channel.GetString()!));
    }

    [Fact]
    public void Json_FallsTo_NamesHalfAndATenth()
    {
        var document = Json("--input", sample.WriteCsv(), "--contact", "ada");
        var falls = document.GetProperty("fallsTo");

        Assert.Equal(document.GetProperty("tie").GetProperty("strength").GetDouble() / 2, falls[0].GetProperty("level").GetDouble());
        Assert.Equal(0.1, falls[1].GetProperty("level").GetDouble());
        Assert.True(string.CompareOrdinal(falls[0].GetProperty("at").GetString(), "2026-03-01") > 0);
    }

    [Fact]
    public void Page_Plain_FitsEightyColumnsAndSaysEverything()
    {
        var run = ConsoleRun.Of("explain", "--input", sample.WriteEdges(), "--owner", "5", "--contact", "7");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(
            (string[])["12 days with contact", "usually every 7.0", "about even", "the rest", "4 parts", "together", "opened", "(half)",
                "0.100"],
            part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_NoContact_SaysUnknownAndNotZero()
    {
        var run = ConsoleRun.Of("explain", "--input", sample.WriteCsv(), "--contact", "dee");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no contact yet", run.Output, StringComparison.Ordinal);
        Assert.Contains("Dee (dee)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("If nothing happens", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private static JsonElement Json(params string[] args)
    {
        var run = ConsoleRun.Of(["explain", .. args, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
