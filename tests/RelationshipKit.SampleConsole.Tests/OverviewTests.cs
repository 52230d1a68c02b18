using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class OverviewTests : IDisposable
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly Sample sample = new();

    [Fact]
    public void Page_EachSection_NamesWhoBelongsThere()
    {
        var lines = Page(
            Every(7, 30, 3, "close", "mutual"),
            Every(7, 12, 60, "gone", "mutual"),
            Every(20, 12, 5, "giver", "in"),
            Every(20, 12, 6, "taker", "out"),
            Every(1, 1, 10, "new", "mutual"));

        Assert.Contains("close", Section(lines, "Strongest")[0], StringComparison.Ordinal);
        Assert.Matches(
            "gone .* 0\\.38, ninety days ago 0\\.55",
            Assert.Single(Section(lines, "Fading"), line => line.Contains('#', StringComparison.Ordinal)));
        Assert.Contains(
            Section(lines, "Lopsided"),
            line => line.Contains("giver", StringComparison.Ordinal)
                    && line.Contains("+0.67  0.0 days from you, 8.0 from them", StringComparison.Ordinal));
        Assert.Contains(
            Section(lines, "Lopsided"),
            line => line.Contains("taker", StringComparison.Ordinal)
                    && line.Contains("-0.67  8.0 days from you, 0.0 from them", StringComparison.Ordinal));
        Assert.Contains("quiet for 60 days, usually every 7.0", Section(lines, "Quiet")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("new", string.Join('\n', Section(lines, "Quiet")), StringComparison.Ordinal);
        Assert.Contains("Of 1 tie too little is known for more than a strength.", lines);
    }

    [Fact]
    public void Page_Words_DoNotScold()
    {
        var text = string.Join('\n', Page(Every(7, 12, 60, "gone", "mutual"), Every(20, 12, 6, "taker", "out")));

        Assert.All(
            (string[])["overdue", "late", "should", "neglect", "fail", "owe", "debt", "!"],
            word => Assert.DoesNotContain(word, text.Replace("later", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Page_NobodyAnywhere_SaysSo() => Assert.Equal(5, Page().Count(line => line == "  nobody"));

    [Fact]
    public void Page_LongNames_StayWithinEightyColumns() =>
        Assert.All(
            Page(Every(7, 12, 60, new string('x', 100), "out"), Every(400, 12, 3000, "y", "in")),
            line => Assert.True(line.Length <= 80, line));

    public void Dispose() => sample.Dispose();

    private static string[] Section(string[] lines, string title) =>
        [.. lines.SkipWhile(line => line != title).Skip(1).TakeWhile(line => line.Length > 0)];

    /// <summary>Returns the rows of somebody in touch so often, the last time so many days ago.</summary>
    private static string Every(int days, int times, int quietDays, string contact, string direction) =>
        string.Concat(Enumerable.Range(0, times).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{InstantPattern.ExtendedIso.Format(AsOf - Duration.FromDays(quietDays + (i * days)))},{contact},voice,{direction}\n")));

    private string[] Page(params string[] rows)
    {
        using var output = new StringWriter();
        var screen = new Screen(output, TextWriter.Null);
        var path = sample.Write("rows.csv", "at,contact,channel,direction\n" + string.Concat(rows));
        var input = InputLoader.Load(new InputRequest(path) { AsOf = InstantPattern.ExtendedIso.Format(AsOf) }, screen);
        Overview.Show(screen, input, TieList.Of(input));
        screen.Flush();
        return output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
