using System.Text.Json;

namespace RelationshipKit.Validation.Tests.Commands;

public sealed class FlagsCommandTests : IDisposable
{
    private const long Day = 86_400;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Weekly until day 49, then silent: from day 150 on it is lost by both rules, and was so 30 days before.
    [Fact]
    public void Json_ATieThatEndsAndOneThatGoesOn_CountsFlagsAndWhatBecameOfThem()
    {
        var rows = Enumerable.Range(0, 8)
            .Select(week => $"a b {week * 7 * Day}")
            .Concat(Enumerable.Range(0, 60).Select(week => $"c d {week * 7 * Day}"));
        var file = folder.Write("weeks.txt", string.Join('\n', rows));

        var run = ValidationRun.Of("flags", file, "--cuts", "150.5,200", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """{"file":"weeks","base":{"silent30":0.5,"silent60":0.5,"silent90":0.5},"rules":[{"name":"kit","flagged":2,"silent30":1,"silent60":1,"silent90":1,"newFlagged":0,"newSilent30":null},{"name":"eight-gaps","flagged":2,"silent30":1,"silent60":1,"silent90":1,"newFlagged":0,"newSilent30":null}]}""",
            JsonSerializer.Serialize(JsonDocument.Parse(run.Output).RootElement));

        // Eight gaps of a week are over on day 105.
        var rule = JsonDocument.Parse(
            ValidationRun.Of("flags", file, "--cuts", "120.5", "--json").Output).RootElement.GetProperty("rules")[1];
        Assert.Equal(
            (1, 1, 1.0),
            (rule.GetProperty("flagged")
                .GetInt32(), rule.GetProperty("newFlagged")
                .GetInt32(), rule.GetProperty("newSilent30")
                .GetDouble()));
    }

    [Fact]
    public void Cut_WithLessThanNinetyDaysAfterIt_IsRefusedWithTheLargestThatWorks()
    {
        var file = folder.Write("weeks.txt", $"a b 0\na b {Day}\na b {(100 * Day) + 43_200}\n");

        var run = ValidationRun.Of("flags", file, "--cuts", "5,11");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--cuts: 11 will not do", run.Error, StringComparison.Ordinal);
        Assert.Contains("at most 10.5", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, ValidationRun.Of("flags", file, "--cuts", "10.5").ExitCode);
        Assert.Equal(2, ValidationRun.Of("flags", file, "--cuts", "5", "--log-kind", "pigeons").ExitCode);
    }

    [Fact]
    public void Owners_OfAMadeUpNetwork_AreAskedByDaysOfOwnHistory()
    {
        var file = folder.Write("made-up.txt", MadeUpNetwork.Text());

        var run = ValidationRun.Of(
            "owners", file, "--horizon-days", "30", "--cuts", "100,200", "--min-ties", "3", "--owners", "10", "--seed", "4", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var root = JsonDocument.Parse(run.Output).RootElement;
        var lengths = root.GetProperty("history").EnumerateArray().ToArray();
        Assert.Equal(["0", "14", "30", "90", "null"], lengths.Select(length => length.GetProperty("days").GetRawText()));
        string[] names = ["recency", "default", "mail", "owner-fitted", "owner-fitted-mail", "network-fitted"];
        Assert.All(
            lengths, length =>
                Assert.Equal(names, length.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("name").GetString())));

        // Without a day of one's own, what is fitted is the start.
        var models = lengths[0].GetProperty("models").EnumerateArray().ToDictionary(
            model => model.GetProperty("name").GetString()!, model => model.GetProperty("logLoss"));
        Assert.Equal(models["default"].GetDouble(), models["owner-fitted"].GetDouble(), 1e-12);
        Assert.Equal(models["mail"].GetDouble(), models["owner-fitted-mail"].GetDouble(), 1e-12);
        Assert.Equal(2, ValidationRun.Of("owners", file, "--horizon-days", "30", "--cuts", "100", "--min-ties", "9999").ExitCode);
    }

    // A start of half of the people's ties: the others are asked, by the same draw each time.
    [Fact]
    public void Owners_OfHalf_AreAskedWithAStartOfTheOthers()
    {
        var file = folder.Write("made-up.txt", MadeUpNetwork.Text());
        string[] args = ["owners", file, "--horizon-days", "30", "--cuts", "200", "--min-ties", "3", "--json"];

        var all = JsonDocument.Parse(ValidationRun.Of(args).Output).RootElement;
        var run = ValidationRun.Of([.. args, "--halves", "--seed", "2"]);
        var half = JsonDocument.Parse(run.Output).RootElement;

        Assert.InRange(half.GetProperty("owners").GetInt32(), 1, all.GetProperty("owners").GetInt32() - 1);
        var models = half.GetProperty("history")[0].GetProperty("models").EnumerateArray().ToDictionary(
            model => model.GetProperty("name").GetString()!, model => model.GetProperty("logLoss"));
        Assert.Equal("half-fitted", models.Keys.Last());
        Assert.NotEqual(models["default"].GetDouble(), models["half-fitted"].GetDouble());
        Assert.NotEqual(models["network-fitted"].GetDouble(), models["half-fitted"].GetDouble());
        Assert.Equal(run.Output, ValidationRun.Of([.. args, "--halves", "--seed", "2"]).Output);
        Assert.NotEqual(run.Output, ValidationRun.Of([.. args, "--halves", "--seed", "3"]).Output);
    }
}
