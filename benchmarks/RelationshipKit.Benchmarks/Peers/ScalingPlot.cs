using System.Globalization;
using System.Text;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Nanoseconds a touchpoint over the number of touchpoints, as a picture: level lines are linear cost.</summary>
internal static class ScalingPlot
{
    private const double Width = 640;
    private const double Height = 360;
    private const double Left = 60;
    private const double Top = 40;
    private const double Right = 160;
    private const double Bottom = 50;

    public static string Of(ScalingPoint[] points)
    {
        var most = NiceTop(points.Max(point => Math.Max(point.GroupedNs, point.UnsortedNs)));
        var (first, last) = (Math.Log10(points[0].Touchpoints), Math.Log10(points[^1].Touchpoints));
        var text = new StringBuilder();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        Add($"<text x=\"{Left}\" y=\"22\" font-size=\"14\">Nanoseconds a touchpoint, by number of touchpoints</text>");
        for (var i = 0; i <= 4; i++)
        {
            var ns = most * i / 4;
            Add($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(ns)}\" y2=\"{Y(ns)}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(ns) + 4}\" text-anchor=\"end\">{ns:0.#}</text>");
        }

        foreach (var point in points)
        {
            Add($"<text x=\"{X(point)}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{point.Touchpoints / 1e6:0} M</text>");
        }

        Line("unsorted stream", "#b5442e", point => point.UnsortedNs);
        Line("grouped columns", "#2e6db5", point => point.GroupedNs);
        Add($"</svg>");
        return text.ToString();

        double X(ScalingPoint point) =>
            Left + ((Width - Left - Right) * (last > first ? (Math.Log10(point.Touchpoints) - first) / (last - first) : 0.5));

        double Y(double ns) => Height - Bottom - ((Height - Top - Bottom) * ns / most);

        void Line(string name, string colour, Func<ScalingPoint, double> of)
        {
            Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point):0.#},{Y(of(point)):0.#}")))}\"/>");
            Add($"<text x=\"{Width - Right + 10}\" y=\"{Y(of(points[^1])) + 4}\" fill=\"{colour}\">{name}</text>");
        }

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static double NiceTop(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * (value <= power ? 1 : value <= 2 * power ? 2 : value <= 4 * power ? 4 : value <= 8 * power ? 8 : 10);
    }
}
