using System.Text.RegularExpressions;
using NodaTime;
using RelationshipKit.Charts.Drawing;
using RelationshipKit.Ties;

namespace RelationshipKit.Charts.Tests;

/// <summary>Options, names and numbers of the pictures, worked by hand.</summary>
public class ChartTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly RelationshipBook Book = RelationshipBook.Create(DateTimeZone.Utc)
        .Add(new Contact("ada", "Ada King Lovelace")).OrThrow()
        .Record("ada", Channel.InPerson, AsOf - Duration.FromDays(40)).OrThrow()
        .Record("ada", Channel.Message, AsOf + Duration.FromDays(1)).OrThrow();

    [Theory]
    [InlineData(319)]
    [InlineData(4001)]
    [InlineData(int.MinValue)]
    public void Width_OutOfRange_Throws(int width) => Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Width = width });

    [Fact]
    public void Options_ThatAreNotDefined_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Theme = (ChartTheme)3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Names = (NameStyle)(-1) });
        Assert.Throws<ArgumentNullException>(() => new ChartOptions { Texts = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Title = new string('x', 1001) });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Tie_LevelOutOfRange_Throws(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => TieChart.Of(Book, "ada", AsOf, level));

    [Fact]
    public void Contacts_ThatAreNotInTheBook_Throw()
    {
        Assert.Throws<ContactNotFoundException>(() => TieChart.Of(Book, "bob", AsOf));
        Assert.Throws<ContactNotFoundException>(() => HeatmapChart.OfContact(Book, "bob", AsOf));
    }

    [Theory]
    [InlineData("0001-01-02T00:00:00Z")]
    [InlineData("9999-12-30T23:59:59Z")]
    public void EndsOfTime_AreDrawn(string text)
    {
        var asOf = NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
        foreach (var chart in new Chart[]
        {
            TieChart.Of(Book, "ada", asOf),
            HeatmapChart.Of(Book, asOf),
            CirclesChart.Of(Book, asOf),
            BalanceChart.Of(Book, asOf),
            ReliabilityChart.Of(Book, asOf)
        })
        {
            Assert.DoesNotContain("NaN", chart.ToSvg(), StringComparison.Ordinal);
        }

        foreach (var outside in new[] { Instant.MinValue, Instant.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>("asOf", () => HeatmapChart.Of(Book, outside));
            Assert.Throws<ArgumentOutOfRangeException>("asOf", () => ReliabilityChart.Of(Book, outside));
        }
    }

    [Fact]
    public void Initials_LeaveNoNameInThePicture()
    {
        foreach (var chart in new Chart[]
        {
            TieChart.Of(Book, "ada", AsOf, options: Initials()),
            CirclesChart.Of(Book, AsOf, Initials()),
            BalanceChart.Of(Book, AsOf, options: Initials()),
            HeatmapChart.OfContact(Book, "ada", AsOf, Initials())
        })
        {
            Assert.Contains("AL", chart.ToSvg(), StringComparison.Ordinal);
            Assert.DoesNotContain("Ada", chart.ToSvg(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Lovelace", chart.ToSvg(), StringComparison.OrdinalIgnoreCase);
        }

        static ChartOptions Initials() => new() { Names = NameStyle.Initials };
    }

    // The touch of 2 March 2026 + 1 day is later; the other one is on 21 January.
    [Fact]
    public void Heatmap_CountsTheTouchesUpToTheInstant()
    {
        var svg = HeatmapChart.Of(Book, AsOf).ToSvg();

        Assert.Contains("as of 2026-03-02: touches: 1<", svg, StringComparison.Ordinal);
        Assert.Contains("2026-01-21: touches: 1<", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-03", svg, StringComparison.Ordinal);
        Assert.Equal((52 * 7) + 1, Regex.Count(svg, "<rect[^>]*><title>")); // 52 whole weeks and a Monday
    }

    [Fact]
    public void Themes_ChooseTheColours()
    {
        Assert.Contains("prefers-color-scheme:dark", Svg(ChartTheme.Auto), StringComparison.Ordinal);
        Assert.DoesNotContain("prefers-color-scheme", Svg(ChartTheme.Light), StringComparison.Ordinal);
        Assert.Contains(".rk-dark .bg{fill:#14191f}", Svg(ChartTheme.Dark), StringComparison.Ordinal);

        static string Svg(ChartTheme theme) => Gallery.Decay(new ChartOptions { Theme = theme }).ToSvg();
    }

    // Wilson 1927, 5 of 10 at z = 1.6449: (0.5 + 0.1353) / 1.2706 = 0.5 -+ 1.6449 * sqrt(0.025 + 0.006764) / 1.2706 = 0.5 -+ 0.2307.
    [Fact]
    public void Wilson_OfHalf_IsAsWorkedByHand()
    {
        var (low, high) = ReliabilityChart.Wilson(5, 10);

        Assert.Equal(0.2693, low, 3);
        Assert.Equal(0.7307, high, 3);
        Assert.Equal(0, ReliabilityChart.Wilson(0, 10).Low, 12);
        Assert.Equal(1, ReliabilityChart.Wilson(10, 10).High, 12);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(6, 5, 2)]
    [InlineData(11, 5, 5)]
    [InlineData(26, 5, 10)]
    public void Steps_AreRound(double highest, int most, double step) => Assert.Equal(step, Steps.For(highest, most));

    [Fact]
    public void Fit_KeepsCharactersOfSeveralCodePointsWhole()
    {
        var fitted = TextWidth.Fit("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 100, 12);

        Assert.Equal("👩‍👩‍👧‍👦…", fitted);
        Assert.Equal("abc", TextWidth.Fit("abc", 100, 12));
    }

    [Fact]
    public void Circles_OfLongNames_KeepTheirCounts()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc)
            .Add(new Contact("ada", "Ada") { Circle = Circle.Create(new string('W', 120), 7) })
            .OrThrow();

        Assert.Contains("…: 1 of 7<", CirclesChart.Of(book, AsOf, new ChartOptions { Width = 320 }).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_AreEscapedAndControlsReplaced() =>
        Assert.Equal("&lt;a&gt; &amp; &quot;b&quot; \uFFFD\uFFFD", Markup.Text("<a> & \"b\" \u0001\uFFFE"));

    // A letter keeps two marks: of four, the last two are left out, and the next letter begins again.
    [Fact]
    public void Marks_AreFewEnoughForTheLine()
    {
        Assert.Equal("e\u0301\u0302n\u0303", Markup.WithFewMarks("e\u0301\u0302\u0303\u0304n\u0303"));
        Assert.Equal("กั้ ñ", Markup.WithFewMarks("กั้ ñ"));
    }

    [Fact]
    public void Circles_WriteNoNameOfWhichNothingFits()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc)
            .Add(new Contact("ada", string.Concat(Enumerable.Repeat("\uFDFD", 20))))
            .OrThrow();

        Assert.DoesNotContain(">…<", CirclesChart.Of(book, AsOf, new ChartOptions { Width = 320 }).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_OutOfRange_Throw()
    {
        Assert.Throws<ArgumentException>(() => DecayChart.Of([]));
        Assert.Throws<ArgumentException>(() => DecayChart.Of(Enumerable.Repeat(("x", DecayCurve.PowerLaw), 7)));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => DecayChart.Of([("x", DecayCurve.PowerLaw)], 6));
    }

    [Fact]
    public void Languages_HaveEveryPhrase()
    {
        foreach (var phrase in Enum.GetValues<ChartPhrase>())
        {
            Assert.NotEqual(phrase.ToString(), ChartTexts.English.TextOf(phrase));
            Assert.Equal(
                Regex.Matches(ChartTexts.English.TextOf(phrase), @"\{\d\}").Select(m => m.Value).Order(),
                Regex.Matches(ChartTexts.German.TextOf(phrase), @"\{\d\}").Select(m => m.Value).Order());
        }
    }
}
