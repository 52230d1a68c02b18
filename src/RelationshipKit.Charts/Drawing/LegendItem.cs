namespace RelationshipKit.Charts.Drawing;

/// <summary>A sign and what it means.</summary>
/// <param name="Text">What it means.</param>
/// <param name="SignWidth">How wide the sign is.</param>
/// <param name="Draw">Draws the sign from a left end, around a height.</param>
internal sealed record LegendItem(string Text, double SignWidth, Action<Picture, double, double> Draw)
{
    public static LegendItem Line(string text, int series, string? dash = null) =>
        new(text, 24, (picture, x, y) => picture.Straight(x, y, x + 24, y, $"l s{series}", dash, 2.25));

    public static LegendItem Mark(string text, string role) =>
        new(text, 10, (picture, x, y) => picture.Rect(x, y - 5, 10, 10, role, round: 2));

    public static LegendItem Dot(string text, string role) => new(text, 10, (picture, x, y) => picture.Circle(x + 5, y, 4.5, role));

    public static LegendItem Diamond(string text, string role) => new(text, 12, (picture, x, y) => picture.Diamond(x + 6, y, 5.5, role));

    public static LegendItem Word(string text) => new(text, -6, (_, _, _) => { });
}
