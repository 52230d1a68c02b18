using System.Globalization;
using System.Security;
using System.Text;
using NodaTime.Text;
using RelationshipKit.Planning;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The load of simulated weeks as an SVG: bars for the touches, paler ones behind them for those who were due.</summary>
internal static class LoadChart
{
    private const double Width = 860;
    private const double Height = 320;
    private const double Left = 48;
    private const double Right = 16;
    private const double Top = 56;
    private const double Bottom = 44;
    private const int Dates = 8;
    private const int Steps = 5;

    public static string Of(string owner, CadenceSimulation simulation)
    {
        var weeks = simulation.Weeks;
        var step = StepFor(weeks.Max(week => Math.Max(week.Due, week.Reached)));
        var top = step * Steps;
        var slot = (Width - Left - Right) / weeks.Length;
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" role="img" font-family="sans-serif" font-size="12" fill="#3a4450">""");
        Line(svg, $"""<title>Touches per week of {Escape(owner)}, simulated with seed {simulation.Settings.Seed}</title>""");
        Line(svg, $"""<rect width="{Width}" height="{Height}" fill="#ffffff"/>""");
        Line(svg, $"""<text x="{Left}" y="22" font-size="15" font-weight="bold">Touches per week of {Escape(owner)}</text>""");
        Line(svg, $"""<text x="{Left}" y="41">{weeks.Length} weeks, seed {simulation.Settings.Seed}: {simulation.MeanPerWeek:0.0} a week in the mean, {simulation.Peak.Reached} at most, {simulation.NeverReached.Count()} never reached</text>""");
        Line(svg, $"""<rect x="{Width - Right - 150}" y="31" width="10" height="10" fill="#2f6f8f"/><text x="{Width - Right - 136}" y="41">touches</text>""");
        Line(svg, $"""<rect x="{Width - Right - 70}" y="31" width="10" height="10" fill="#d5dee6"/><text x="{Width - Right - 56}" y="41">due</text>""");
        for (var i = 0; i <= Steps; i++)
        {
            Line(svg, $"""<path d="M{Left} {Y(i * step):0.##}H{Width - Right}" stroke="#e7ebef"/><text x="{Left - 8}" y="{Y(i * step) + 4:0.##}" text-anchor="end">{i * step}</text>""");
        }

        for (var i = 0; i < weeks.Length; i++)
        {
            var (x, width) = (Left + (i * slot) + (slot * 0.1), slot * 0.8);
            Line(svg, $"""<path d="M{x:0.##} {Y(0):0.##}V{Y(weeks[i].Due):0.##}h{width:0.##}V{Y(0):0.##}z" fill="#d5dee6"/><path d="M{x:0.##} {Y(0):0.##}V{Y(weeks[i].Reached):0.##}h{width:0.##}V{Y(0):0.##}z" fill="#2f6f8f"><title>{LocalDatePattern.Iso.Format(weeks[i].FirstDay)}: {weeks[i].Reached} touches, {weeks[i].Due} due</title></path>""");
        }

        Line(svg, $"""<path d="M{Left} {Y(simulation.MeanPerWeek):0.##}H{Width - Right}" stroke="#b3541e" stroke-dasharray="4 4"/>""");
        var every = (weeks.Length + Dates - 1) / Dates;
        for (var i = 0; i < weeks.Length; i += every)
        {
            Line(svg, $"""<text x="{Left + (i * slot):0.##}" y="{Height - Bottom + 18:0.##}">{LocalDatePattern.Iso.Format(weeks[i].FirstDay)}</text>""");
        }

        Line(svg, $"""<text x="{Left}" y="{Height - 8}" fill="#7a8590">The dashed line is the mean. Chance follows from the seed; this is no prediction.</text>""");
        Line(svg, $"</svg>");
        return svg.ToString();

        double Y(double number) => Height - Bottom - (number / top * (Height - Top - Bottom));
    }

    // 1, 2 or 5 times a power of ten, so that five steps reach the highest bar.
    private static int StepFor(int highest)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var step in (int[])[power, 2 * power, 5 * power])
            {
                if (step * Steps >= highest)
                {
                    return step;
                }
            }
        }
    }

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
