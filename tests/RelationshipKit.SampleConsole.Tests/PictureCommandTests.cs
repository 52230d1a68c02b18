using System.Xml.Linq;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class PictureCommandTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin("Ada <&> Lovelace", "בהר", "B");

    public void Dispose() => book.Dispose();

    [Theory]
    [InlineData("explain", "ada")]
    [InlineData("circles")]
    [InlineData("heatmap")]
    [InlineData("heatmap", "ada")]
    [InlineData("health")]
    [InlineData("simulate", "--weeks", "4")]
    public void Svg_IsWellFormed_AndNotWrittenOverUnasked(params string[] args)
    {
        book.Done("log", "ada", "met", "--on", "2026-01-10", "--minutes", "60");
        var path = book.FileIn("picture.svg");
        var run = book.Done([.. args, "--svg", path]);

        Assert.NotEmpty(run.Output);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName);
        Assert.Contains("--force", book.Refused([.. args, "--svg", path]), StringComparison.Ordinal);
        book.Done([.. args, "--svg", path, "--force"]);
    }

    [Fact]
    public void Heatmap_MarksTheDayInItsWeek()
    {
        book.Done("log", "ada", "met", "--on", "2026-02-24");
        book.Done("log", "ada", "call", "--on", "2026-02-24");

        // The day of the book's clock is the Monday of the last week; the 24th is the Tuesday of the week before.
        var lines = book.Done("heatmap", "ada").Lines;
        Assert.Equal("Tue  " + new string('.', 51) + "*", lines[5]);
        Assert.Equal("Mon  " + new string('.', 53), lines[4]);
        Assert.Contains("in touch on 1 day since 2025-03-03, 2 touchpoints", lines[0] + " " + lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_GoFromTheInsideOut()
    {
        book.Done("edit", "ada", "--circle", "active");
        book.Done("edit", "b", "--circle", "inner");
        var titles = book.Done("circles").Lines.Where(line => line.Contains(": 1 contact", StringComparison.Ordinal))
            .Select(line => line.Split(':')[0]);

        Assert.Equal(["inner", "active", "in no circle"], titles);
    }
}
