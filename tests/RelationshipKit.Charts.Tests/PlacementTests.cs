using System.Xml.Linq;

namespace RelationshipKit.Charts.Tests;

/// <summary>Every picture of every book is well-formed, and its texts neither touch nor leave it, by the widths of a wide font.</summary>
public class PlacementTests
{
    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var book in Gallery.Books)
        {
            data.Add(book, 320);
            data.Add(book, 600);
            data.Add(book, 1000);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Texts_NeitherTouchNorLeaveThePicture(string book, int width)
    {
        // The longer language where there is least room.
        var texts = width == 320 ? ChartTexts.German : ChartTexts.English;
        foreach (var (name, chart) in Gallery.Draw(book, new ChartOptions { Width = width, Texts = texts }))
        {
            foreach (var (box, text) in chart.Texts)
            {
                Assert.True(
                    box.Left >= 0 && box.Right <= width && box.Top >= 0 && box.Bottom <= chart.Height,
                    $"{name}: '{text}' at {box} leaves {width} x {chart.Height}");
            }

            for (var i = 0; i < chart.Texts.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.False(
                        chart.Texts[i].Box.Touches(chart.Texts[j].Box), $"{name}: '{chart.Texts[i].Text}' touches '{chart.Texts[j].Text}'");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Svg_IsWellFormedWithTitleDescriptionAndNoScript(string book, int width)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        foreach (var (_, chart) in Gallery.Draw(book, new ChartOptions { Width = width }))
        {
            var root = XDocument.Parse(chart.ToSvg()).Root!;

            Assert.Equal($"0 0 {width} {chart.Height}", root.Attribute("viewBox")!.Value);
            Assert.NotEqual("", root.Element(svg + "title")!.Value);
            Assert.NotEqual("", root.Element(svg + "desc")!.Value);
            Assert.Empty(root.Descendants(svg + "script"));
            Assert.DoesNotContain("NaN", chart.ToSvg(), StringComparison.Ordinal);
            Assert.DoesNotContain("∞", chart.ToSvg(), StringComparison.Ordinal);
        }
    }
}
