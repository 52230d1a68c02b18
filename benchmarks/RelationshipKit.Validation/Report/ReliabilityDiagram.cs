using System.Globalization;
using System.Net;
using System.Text;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Report;

/// <summary>A picture of how often what was called likely happened: a panel for each model that gives probabilities.</summary>
/// <remarks>
/// Each dot is a tenth of the ties: to the right what was said, upwards what happened. On the diagonal a model is honest, above it too
/// timid, below it too bold. Both axes end a little above the largest value of any panel, so that panels can be compared.
/// </remarks>
internal static class ReliabilityDiagram
{
    private const int PanelsAcross = 3;
    private const int Side = 200;
    private const int Left = 52;
    private const int Top = 84;
    private const int Pitch = 268;
    private const int Dot = 4;

    // Ends of axes that people can divide in their heads.
    private static readonly double[] Ends = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1];

    /// <summary>Returns the picture as SVG.</summary>
    /// <param name="title">What the picture is of.</param>
    /// <param name="report">The run.</param>
    public static string Of(string title, TiesReport report)
    {
        ModelReport[] models = [.. report.Models.Where(model => model.Bins.Count > 0)];
        var most = models.SelectMany(model => model.Bins).Select(bin => Math.Max(bin.MeanScore, bin.MeanOutcome)).DefaultIfEmpty(1).Max();
        var end = Ends.First(candidate => candidate >= Math.Min(1, most));
        var width = Left + (PanelsAcross * Pitch);
        var height = Top + ((models.Length + PanelsAcross - 1) / PanelsAcross * Pitch) + 8;

        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" fill="#222">""");
        Line(svg, $"""<title>{Escaped(title)}</title>""");
        Line(svg, $"""<rect width="{width}" height="{height}" fill="#fff"/>""");
        Line(svg, $"""<text x="{Left}" y="26" font-size="15">{Escaped(title)}</text>""");
        Line(svg, $"""<text x="{Left}" y="46">Each dot is a tenth of the ties: what was said (right), how many were in touch (up). On the line: honest.</text>""");
        for (var i = 0; i < models.Length; i++)
        {
            Panel(svg, models[i], Left + (i % PanelsAcross * Pitch), Top + (i / PanelsAcross * Pitch), end);
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Panel(StringBuilder svg, ModelReport model, int x, int y, double end)
    {
        Line(svg, $"""<g transform="translate({x} {y})">""");
        Line(svg, $"""<text x="0" y="-8" font-size="13">{Escaped(model.Name)}, ECE {model[Metric.Ece].Value:0.000}</text>""");
        Line(svg, $"""<rect width="{Side}" height="{Side}" fill="none" stroke="#999"/>""");
        Line(svg, $"""<line x1="0" y1="{Side}" x2="{Side}" y2="0" stroke="#999" stroke-dasharray="4 3"/>""");
        foreach (var share in (double[])[0, 0.5, 1])
        {
            Line(svg, $"""<text x="{share * Side:0}" y="{Side + 16}" text-anchor="middle">{share * end:0.###}</text>""");
            Line(svg, $"""<text x="-6" y="{((1 - share) * Side) + 4:0}" text-anchor="end">{share * end:0.###}</text>""");
        }

        var dots = model.Bins
            .Select(bin => (X: Side * Math.Min(1, bin.MeanScore / end), Y: Side * (1 - Math.Min(1, bin.MeanOutcome / end))))
            .ToArray();
        var path = string.Join(' ', dots.Select(dot => string.Create(CultureInfo.InvariantCulture, $"{dot.X:0.0},{dot.Y:0.0}")));
        Line(svg, $"""<polyline points="{path}" fill="none" stroke="#1f6fb2"/>""");
        foreach (var (dotX, dotY) in dots)
        {
            Line(svg, $"""<circle cx="{dotX:0.0}" cy="{dotY:0.0}" r="{Dot}" fill="#1f6fb2"/>""");
        }

        Line(svg, $"</g>");
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(FormattableString.Invariant(text)).Append('\n');

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
