using System.Text.Json;
using RelationshipKit.Validation.Lives;

namespace RelationshipKit.Validation.Tests.Lives;

public class LivesCommandTests
{
    private static readonly string Quiet = Path.Combine(Repository.Root, "seeds", "quiet");

    [Fact]
    public void Json_Printed_HoldsTheContract()
    {
        var rows = RowsOf("lives", "--input", Quiet, "--weeks", "3", "--minutes", "30,60", "--draws", "2", "--json");

        Assert.Equal(
            [
                "seed", "minutes", "rule", "weighted", "strength", "weightedEnd", "strengthEnd", "people", "innerReached", "innerDue",
                "datesDue", "datesKept", "emptyWeeks",
                "windowsDue", "windowsServed",
            ],
            rows[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            from minutes in (int[])[30, 60] from rule in (string[])["kit", "text", "usual", "strongest", "random"] select (minutes, rule),
            rows.Select(row => (row.GetProperty("minutes").GetInt32(), row.GetProperty("rule").GetString()!)));
        Assert.All(rows, row =>
        {
            Assert.Equal("quiet", row.GetProperty("seed").GetString());
            Assert.InRange(Of(row, "weighted"), Of(row, "strength"), 4 * Of(row, "strength"));
            Assert.InRange(Of(row, "datesKept"), 0, Of(row, "datesDue"));
            Assert.InRange(Of(row, "innerReached"), 0, Of(row, "innerDue"));
            Assert.InRange(Of(row, "windowsServed"), 0, Of(row, "windowsDue"));
            Assert.InRange(Of(row, "emptyWeeks"), 0, 3);
        });
    }

    [Fact]
    public void SameSeed_LivedTwice_PrintsTheSame()
    {
        string[] args = ["lives", "--input", Quiet, "--weeks", "2", "--minutes", "30", "--draws", "3", "--seed", "5"];

        Assert.Equal(ValidationRun.Of(args).Output, ValidationRun.Of(args).Output);
        Assert.NotEqual(ValidationRun.Of(args).Output, ValidationRun.Of([.. args[..^1], "6"]).Output);
    }

    [Fact]
    public void Coordinator_AllAtOnce_LosesWindowsThatSpreadOnesDoNot()
    {
        double Served(string when)
        {
            var text = RowsOf("lives", "--coordinator", when, "--weeks", "5", "--minutes", "200", "--draws", "1", "--json")
                .Single(row => row.GetProperty("rule").GetString() == "text");
            return Of(text, "windowsServed") / Of(text, "windowsDue");
        }

        Assert.True(Served("at-once") < Served("spread"));
    }

    [Theory]
    [InlineData("--input: either it or --coordinator must be given.")]
    [InlineData("--coordinator: 'never' is none; it must be spread or at-once.", "--coordinator", "never")]
    [InlineData("--draws: '0' will not do; it must be a whole number from 1 to 1000.", "--coordinator", "spread", "--draws", "0")]
    [InlineData("--minutes: 'x' will not do; it must be a whole number from 1 to 10080.", "--coordinator", "spread", "--minutes", "30,x")]
    public void BadInput_Given_IsSaid(string message, params string[] args)
    {
        var run = ValidationRun.Of(["lives", .. args]);

        Assert.Equal((2, message), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Fact]
    public void Draws_OfMany_AnswerAsOftenAsSaid()
    {
        var draw = new LifeDraw(7, 0);
        double ShareOf(double silentDays) =>
            Enumerable.Range(0, 10_000).Count(week => draw.IsAnswered(ContactId.FromValue("a"), week, silentDays)) / 10_000.0;

        Assert.InRange(ShareOf(180), 0.68, 0.72);
        Assert.InRange(ShareOf(180.1), 0.33, 0.37);
    }

    private static double Of(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static JsonElement[] RowsOf(params string[] args)
    {
        var run = ValidationRun.Of(args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
    }
}
