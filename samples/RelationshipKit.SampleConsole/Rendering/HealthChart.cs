using System.Globalization;
using System.Security;
using System.Text;
using NodaTime.Text;
using RelationshipKit.Planning.Health;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The last twelve months as an SVG: bars for contact-days, a line for living ties.</summary>
internal static class HealthChart
{
    private const double Width = 720;
    private const double Height = 300;
    private const double Left = 48;
    private const double Right = 48;
    private const double Top = 56;
    private const double Bottom = 40;
    private const string BarColour = "#9fc0d2";
    private const string LineColour = "#b3541e";

    public static string Of(string owner, NetworkHealth health)
    {
        var (months, svg) = (health.Trend, new StringBuilder());
        var (most, mostTies) = (Math.Max(1, months.Select(month => month.ContactDays).DefaultIfEmpty(0).Max()), Math.Max(1, months.Select(month => month.LivingTies).DefaultIfEmpty(0).Max()));
        var slot = (Width - Left - Right) / Math.Max(1, months.Length);
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" role="img" font-family="sans-serif" font-size="12" fill="#3a4450">""");
        Line($"""<title>Contact-days and living ties of {Text(owner)}, month by month</title>""");
        Line($"""<rect width="{Width}" height="{Height}" fill="#ffffff"/>""");
        Line($"""<text x="{Left}" y="22" font-size="15" font-weight="bold">The last months of {Text(owner)}</text>""");
        Line($"""<rect x="{Left}" y="34" width="10" height="10" fill="{BarColour}"/><text x="{Left + 14}" y="44">contact-days, {most} at most</text>""");
        Line($"""<rect x="{Left + 220}" y="38" width="14" height="3" fill="{LineColour}"/><text x="{Left + 240}" y="44">ties with a strength of at least {NetworkHealth.LivingStrength}, {mostTies} at most</text>""");
        for (var i = 0; i < months.Length; i++)
        {
            var height = months[i].ContactDays / (double)most * (Height - Top - Bottom);
            Line($"""<rect x="{X(i) - (slot * 0.35):0.##}" y="{Height - Bottom - height:0.##}" width="{slot * 0.7:0.##}" height="{height:0.##}" fill="{BarColour}"><title>{YearMonthPattern.Iso.Format(months[i].Month)}: {months[i].ContactDays} contact-days, {months[i].LivingTies} living ties</title></rect>""");
            Line($"""<text x="{X(i):0.##}" y="{Height - Bottom + 18:0.##}" text-anchor="middle">{YearMonthPattern.Iso.Format(months[i].Month)}</text>""");
        }

        var points = string.Join(' ', months.Select((month, i) => string.Create(
            CultureInfo.InvariantCulture, $"{X(i):0.##},{Height - Bottom - (month.LivingTies / (double)mostTies * (Height - Top - Bottom)):0.##}")));
        Line($"""<polyline points="{points}" fill="none" stroke="{LineColour}" stroke-width="2.5"/>""");
        Line($"""<path d="M{Left} {Height - Bottom}H{Width - Right}" stroke="#c5ccd3"/>""");
        Line($"""</svg>""");
        return svg.ToString();

        double X(int i) => Left + ((i + 0.5) * slot);

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Text(string text) => SecurityElement.Escape(text) ?? "";
}
