using System.Collections.Immutable;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>A picture, made by the <c>Of</c> method of its kind.</summary>
/// <remarks>
/// <para>The SVG has a <c>title</c> and a <c>desc</c>, text as text, and tooltips; it holds no script and loads nothing. The same input
/// gives the same bytes.</para>
/// <para>Texts are placed by the widths of a wide font. In the usual sans-serif fonts they neither touch each other nor leave the
/// picture.</para>
/// <para>Immutable and safe to share between threads. A picture names people: treat it as personal data, or use
/// <see cref="NameStyle.Initials"/>.</para>
/// </remarks>
public abstract class Chart
{
    private readonly string svg;

    private protected Chart(Picture picture)
    {
        svg = picture.ToString();
        Texts = [.. picture.Texts];
        Width = picture.Options.Width;
        Height = (int)Math.Ceiling(picture.Y + Picture.Margin);
    }

    /// <summary>Gets the width in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets the height in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets the estimated boxes of the texts, for tests.</summary>
    internal ImmutableArray<(Box Box, string Text)> Texts { get; }

    /// <summary>Returns the picture as SVG: a whole document, to be saved as UTF-8 or put into a page.</summary>
    /// <returns>The SVG, with line feeds at the ends of lines.</returns>
    public string ToSvg() => svg;

    /// <summary>Returns the kind and size of the picture; no names.</summary>
    /// <returns>For example <c>TieChart, 600 x 400</c>.</returns>
    public sealed override string ToString() => FormattableString.Invariant($"{GetType().Name}, {Width} x {Height}");
}
