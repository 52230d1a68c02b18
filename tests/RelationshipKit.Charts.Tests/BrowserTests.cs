using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RelationshipKit.Charts.Tests;

/// <summary>
/// What a browser measures: no text outside the picture, no two texts upon each other, contrast at least 4.5, and dark where dark is
/// preferred.
/// </summary>
public partial class BrowserTests
{
    private const string Measure = """
        <script>
        function parse(c) { const n = c.match(/[\d.]+/g).map(Number); return n; }
        function light(c) { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); }; return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); }
        function contrast(a, b) { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); }
        const faults = []; let texts = 0, grounds = [];
        for (const svg of document.querySelectorAll('svg')) {
          const frame = svg.getBoundingClientRect(), name = svg.parentNode.id, seen = [], shapes = [];
          for (const e of svg.querySelectorAll('rect,circle,text')) {
            const box = e.getBoundingClientRect(), fill = getComputedStyle(e).fill;
            if (e.tagName !== 'text') { if (fill !== 'none') shapes.push([box, parse(fill), e.tagName === 'circle']); continue; }
            texts++;
            const t = e.textContent, x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
            if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) faults.push(name + ': outside: ' + t);
            for (const [o, u] of seen) if (box.left < o.right && o.left < box.right && box.top < o.bottom - .01 && o.top < box.bottom - .01) faults.push(name + ': "' + t + '" upon "' + u + '"');
            seen.push([box, t]);
            for (const [o, ground, round] of shapes) if (!round && x > o.left && x < o.right && y > o.top && y < o.bottom && contrast(parse(fill), ground) < 4.5) faults.push(name + ': contrast ' + contrast(parse(fill), ground).toFixed(2) + ': ' + t);
          }
          grounds.push(light(shapes[0][1]));
        }
        const out = document.createElement('pre'); out.id = 'result';
        out.textContent = btoa(unescape(encodeURIComponent(JSON.stringify({ texts, faults: faults.slice(0, 40), lightest: Math.max(...grounds), darkest: Math.min(...grounds) }))));
        document.body.append(out);
        </script>
        """;

    public static TheoryData<string, bool> Cases()
    {
        var data = new TheoryData<string, bool>();
        foreach (var book in Gallery.Books)
        {
            data.Add(book, false);
            data.Add(book, true);
        }

        return data;
    }

    [BrowserTheory]
    [MemberData(nameof(Cases))]
    public void Pictures_AreReadableInABrowser(string book, bool dark)
    {
        var html = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><body>");
        foreach (var width in new[] { 360, 600 })
        {
            foreach (var (name, chart) in Gallery.Draw(book, new ChartOptions { Width = width }))
            {
                html.Append(CultureInfo.InvariantCulture, $"<div id=\"{name}-{width}\">{chart.ToSvg()}</div>");
            }
        }

        if (Environment.GetEnvironmentVariable("RELATIONSHIPKIT_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, book + ".html"), html.ToString()); // to look at
        }

        var dump = Browser.Dump(html + Measure, dark);
        var result = JsonDocument.Parse(Convert.FromBase64String(Result().Match(dump).Groups[1].Value)).RootElement;

        Assert.Empty(result.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
        Assert.True(result.GetProperty("texts").GetInt32() > 20, "the pictures have texts");
        Assert.True(
            dark ? result.GetProperty("lightest").GetDouble() < 0.1 : result.GetProperty("darkest").GetDouble() > 0.9,
            "the ground follows the preferred colours");
    }

    [GeneratedRegex("<pre id=\"result\">([^<]+)</pre>")]
    private static partial Regex Result();
}
