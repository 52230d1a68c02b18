using System.Text;

namespace RelationshipKit.Charts.Drawing;

/// <content>Shapes.</content>
internal sealed partial class Picture
{
    public void Rect(double x, double y, double width, double height, string role, string? tip = null, double round = 0) => Add(
        $"<rect class=\"{role}\" x=\"{Markup.Number(x)}\" y=\"{Markup.Number(y)}\" width=\"{Markup.Number(Math.Max(0, width))}\" "
            + $"height=\"{Markup.Number(Math.Max(0, height))}\"{(round > 0 ? $" rx=\"{Markup.Number(round)}\"" : "")}{Tip("rect", tip)}");

    public void Circle(double x, double y, double radius, string role, string? tip = null) => Add(
        $"<circle class=\"{role}\" cx=\"{Markup.Number(x)}\" cy=\"{Markup.Number(y)}\" "
            + $"r=\"{Markup.Number(radius)}\"{(role[0] is 'g' or 'a' ? " fill=\"none\"" : "")}{Tip("circle", tip)}");

    public void Straight(double x1, double y1, double x2, double y2, string role, string? dash = null, double width = 1) => Add(
        $"<path class=\"{role}\" d=\"M{Markup.Number(x1)} {Markup.Number(y1)}L{Markup.Number(x2)} {Markup.Number(y2)}\" "
            + $"stroke-width=\"{Markup.Number(width)}\"{Dash(dash)}/>");

    public void Curve(IEnumerable<(double X, double Y)> points, int series, string? dash = null)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Markup.Number(x)).Append(' ').Append(Markup.Number(y));
        }

        if (path.Length > 0)
        {
            Add($"<path class=\"l s{series}\" d=\"{path}\"{Dash(dash)}/>");
        }
    }

    /// <summary>Marks a date by a diamond, so that the mark does not hang on its colour.</summary>
    public void Diamond(double x, double y, double radius, string role, string? tip = null) => Add(
        $"<path class=\"{role}\" d=\"M{Markup.Number(x)} {Markup.Number(y - radius)}L{Markup.Number(x + radius)} "
            + $"{Markup.Number(y)}L{Markup.Number(x)} {Markup.Number(y + radius)}L{Markup.Number(x - radius)} "
            + $"{Markup.Number(y)}Z\"{Tip("path", tip)}");

    private static string Dash(string? dash) => dash is null ? "" : $" stroke-dasharray=\"{dash}\"";

    private static string Tip(string element, string? tip) => tip is null ? "/>" : $"><title>{Markup.Text(tip)}</title></{element}>";
}
