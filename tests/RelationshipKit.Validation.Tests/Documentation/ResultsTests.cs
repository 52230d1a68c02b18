using System.Globalization;
using System.Text.Json;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Tests.Documentation;

/// <summary>The tables of benchmarks/README.md are those of benchmarks/results, and those are what the command prints.</summary>
public class ResultsTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "benchmarks", "README.md"))
        .ReplaceLineEndings("\n");

    [Theory]
    [InlineData("email-Eu")]
    [InlineData("CollegeMsg")]
    [InlineData("mathoverflow")]
    public void Tables_OfTheDocument_AreThoseOfTheResults(string network)
    {
        var run = Read($"ties-{network}");

        Assert.Contains($"\n{string.Join('\n', TiesTable.Metrics(run))}\n", Readme, StringComparison.Ordinal);
        Assert.Contains($"\n{string.Join('\n', TiesTable.Differences(run))}\n", Readme, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"\n{run.N:#,0} ties, {run.BaseRate * 100:0.0} % of them in touch again.\n"),
            Readme, StringComparison.Ordinal);
        Assert.Equal(Protocol.Expected.Names, run.Models.Select(model => model.Name));
        Assert.Null(run.Hazard);
    }

    [Theory]
    [InlineData("email-Eu", "without")]
    [InlineData("CollegeMsg", "without")]
    [InlineData("mathoverflow", "without")]
    [InlineData("email-Eu", "young")]
    [InlineData("CollegeMsg", "young")]
    [InlineData("mathoverflow", "young")]
    public void Rows_OfTheSmallTables_AreThoseOfTheResults(string network, string kind)
    {
        var run = Read($"ties-{network}-{kind}");
        Assert.Equal(kind == "without", run.Hazard is not null);

        foreach (var model in run.Models.Where(model => model.Name is "rfm-logistic" or "kit-default" or "kit-rhythm" or "kit-fitted"))
        {
            var row = string.Create(
                CultureInfo.InvariantCulture, $" | {model.Auc:0.0000} | {model.LogLoss,8:0.0000} | {model.Ece:0.0000} |\n");
            Assert.Contains(
                Readme.Split('\n'),
                line => $"{line}\n" is var whole && whole.StartsWith($"| {network}, {model.Name} ", StringComparison.Ordinal)
                        && whole.EndsWith(row, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("email-Eu")]
    [InlineData("CollegeMsg")]
    [InlineData("mathoverflow")]
    public void Tables_OfOwners_AreThoseOfTheResults(string network)
    {
        var run = JsonSerializer.Deserialize(File.ReadAllText(PathOf($"owners-{network}")), ReportJsonContext.Default.OwnersJson)!;

        Assert.Contains($"\n{string.Join('\n', OwnersPage.Models(run))}\n", Readme, StringComparison.Ordinal);
        Assert.Contains($"\n{string.Join('\n', OwnersPage.Gaps(run))}\n", Readme, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"own hazard: {run.PercentileUpTo80:0.000}.\n"), Readme, StringComparison.Ordinal);
    }

    // The rows of all own history, and that a start made of other people's ties is within .01 of what owners fit themselves.
    [Fact]
    public void Rows_OfHalves_AreThoseOfTheResult()
    {
        var run = JsonSerializer.Deserialize(File.ReadAllText(PathOf("owners-email-Eu-halves")), ReportJsonContext.Default.OwnersJson)!;
        var models = run.History[^1].Models.ToDictionary(model => model.Name);

        Assert.Contains(
            string.Join('\n', OwnersPage.Models(run).Where(line => line.StartsWith("| all, ", StringComparison.Ordinal))), Readme,
            StringComparison.Ordinal);
        Assert.True(models["half-fitted"].LogLoss < models["owner-fitted"].LogLoss + 0.01);
    }

    // What is said of new flags on mail: at least .78 stay silent for 30 days, by the shipped default too.
    [Theory]
    [InlineData("email-Eu")]
    [InlineData("email-Eu-mail")]
    public void NewFlags_OnMail_StaySilentAsClaimed(string network)
    {
        var run = JsonSerializer.Deserialize(File.ReadAllText(PathOf($"flags-{network}")), ReportJsonContext.Default.FlagsJson)!;

        Assert.True(run.Rules.Single(rule => rule.Name == "kit").NewSilent30 >= 0.78);
    }

    [Theory]
    [InlineData("email-Eu")]
    [InlineData("email-Eu-mail")]
    [InlineData("CollegeMsg")]
    [InlineData("mathoverflow")]
    public void Tables_OfFlags_AreThoseOfTheResults(string network)
    {
        var run = JsonSerializer.Deserialize(File.ReadAllText(PathOf($"flags-{network}")), ReportJsonContext.Default.FlagsJson)!;

        Assert.Contains($"\n{string.Join('\n', FlagsPage.Of(run))}\n", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_WhereTheDataArePresent_PrintsTheResultsToTheLastDigit()
    {
        if (Repository.Data is not { } data)
        {
            return; // The networks are not ours to pass on; whoever has them runs this too.
        }

        var run = ValidationRun.Of(
            "ties", Path.Combine(data, "CollegeMsg.txt.gz"), "--horizon-days", "30", "--cuts", "60,90,120", "--json");

        Assert.Equal(File.ReadAllText(PathOf("ties-CollegeMsg")), run.Output);
    }

    // What the README claims, so that results which no longer bear it cannot be committed quietly.
    [Theory]
    [InlineData("email-Eu")]
    [InlineData("CollegeMsg")]
    [InlineData("mathoverflow")]
    public void FittedKit_OnTheTestCuts_RanksAndIsCalibratedAsClaimed(string network)
    {
        var run = Read($"ties-{network}");
        ModelJson Of(string name) => run.Models.Single(model => model.Name == name);
        var (kit, logistic) = (Of("kit-fitted"), Of("rfm-logistic"));

        Assert.True(kit.Auc >= logistic.Auc && kit.LogLoss < logistic.LogLoss);
        Assert.InRange(kit.Ece!.Value, 0, 0.04);
        Assert.All((string[])["recency", "contact-days", "gap-ratio"], name => Assert.True(kit.Auc > Of(name).Auc));
    }

    [Theory]
    [InlineData("kit-fitted")]
    [InlineData("rfm-logistic")]
    public void ForecastsPage_Claim_IsThatOfTheResults(string model)
    {
        double?[] aucs =
            [.. new[] { "email-Eu", "CollegeMsg", "mathoverflow" }.Select(
                network => Read($"ties-{network}").Models.Single(row => row.Name == model).Auc)];

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $" {aucs[0]:0.000}, {aucs[1]:0.000} and {aucs[2]:0.000}"),
            string.Join(
                ' ', File.ReadAllText(
                    Path.Combine(Repository.Root, "docs", "forecasts.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    private static TiesJson Read(string name) =>
        JsonSerializer.Deserialize(File.ReadAllText(PathOf(name)), ReportJsonContext.Default.TiesJson)!;

    private static string PathOf(string name) => Path.Combine(Repository.Root, "benchmarks", "results", $"{name}.json");
}
