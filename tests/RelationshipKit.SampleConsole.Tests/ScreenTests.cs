using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

public class ScreenTests
{
    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, "0", null, false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void MayStyle_OnlyOnATerminalThatNobodyAskedToBePlain(bool terminal, string? noColor, string? term, bool expected) =>
        Assert.Equal(expected, Screen.MayStyle(terminal, name => name == "NO_COLOR" ? noColor : term));

    [Theory]
    [InlineData(0, "....")]
    [InlineData(0.001, "#...")]
    [InlineData(0.5, "##..")]
    [InlineData(0.999, "###.")]
    [InlineData(1, "####")]
    public void Bar_ShowsSomethingForSomethingAndNotAllForAlmostAll(double share, string expected) =>
        Assert.Equal(expected, Bars.Of(share, 4, styled: false));

    [Theory]
    [InlineData(-1, "###|...")]
    [InlineData(-0.4, "..#|...")]
    [InlineData(0, "...|...")]
    [InlineData(0.7, "...|##.")]
    public void BarFromMiddle_GoesTheWayOfTheSign(double share, string expected) =>
        Assert.Equal(expected, Bars.FromMiddle(share, 3, styled: false));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "lon..")]
    [InlineData("日本語日本語", 7, "日本..")]
    public void Fit_CutsToTheCellsOfTheScreen(string text, int cells, string expected) => Assert.Equal(expected, Words.Fit(text, cells));

    [Theory]
    [InlineData("one two three", 0, "one two", "  three")]
    [InlineData("one two three", 2, "  one two", "    three")]
    [InlineData("abcdefghijklmnop q", 0, "abcdefghi", "  jklmnop", "  q")]
    [InlineData("日本語日本語 x", 0, "日本語日", "  本語 x")]
    [InlineData("", 0, "")]
    public void Say_WrapsBetweenWordsAndWithinLongOnes(string text, int indent, params string[] lines)
    {
        using var output = new StringWriter();
        var screen = new Screen(output, TextWriter.Null, width: 9);
        screen.Say(text, indent);
        screen.Flush();

        Assert.Equal(lines, output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData(0.01, "less than an hour")]
    [InlineData(0.05, "1 hour")]
    [InlineData(0.5, "12 hours")]
    [InlineData(1, "1 day")]
    [InlineData(12.34, "12 days")]
    [InlineData(9.94, "9.9 days")]
    [InlineData(9.96, "10 days")]
    [InlineData(400.4, "400 days")]
    public void Days_HaveAsManyDigitsAsMatter(double days, string expected) => Assert.Equal(expected, Words.Days(days));
}
