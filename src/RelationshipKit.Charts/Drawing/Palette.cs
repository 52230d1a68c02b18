using System.Collections.Immutable;
using System.Text;

namespace RelationshipKit.Charts.Drawing;

/// <summary>The style sheet of a picture.</summary>
/// <remarks>
/// Series colours come from the palette of Okabe and Ito (2008), which people with the usual kinds of colour blindness tell apart. The
/// yellow is left out, and some are darker or lighter, so that lines stand out on light and dark ground. Colours are literal values,
/// because not all programs know CSS variables.
/// </remarks>
internal static class Palette
{
    public const int Series = 6;
    public const int Levels = 5;

    private const string Font = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

    // Role; light; dark.
    private static readonly ImmutableArray<(string Role, string Light, string Dark)> Colours =
    [
        ("bg", "fill:#ffffff", "fill:#14191f"),
        ("t", "fill:#1f2933", "fill:#e6ebf0"),
        ("m", "fill:#52606d", "fill:#a9b6c3"),
        ("grid", "stroke:#dde2e7", "stroke:#323b45"),
        ("axis", "stroke:#7b8794", "stroke:#7b8794"),
        ("band", "fill:#f1f4f7", "fill:#1d242c"),
        ("tint", "fill:#d3e5f2", "fill:#1f3f58"),
        ("f0", "fill:#0072b2", "fill:#4aa8e0"),
        ("f1", "fill:#d55e00", "fill:#f08a3c"),
        ("f2", "fill:#008a66", "fill:#2fc49a"),
        ("f3", "fill:#b0518a", "fill:#e39bc4"),
        ("f4", "fill:#b07900", "fill:#eec04d"),
        ("f5", "fill:#5b6770", "fill:#b4bec8"),
        ("s0", "stroke:#0072b2", "stroke:#4aa8e0"),
        ("s1", "stroke:#d55e00", "stroke:#f08a3c"),
        ("s2", "stroke:#008a66", "stroke:#2fc49a"),
        ("s3", "stroke:#b0518a", "stroke:#e39bc4"),
        ("s4", "stroke:#b07900", "stroke:#eec04d"),
        ("s5", "stroke:#5b6770", "stroke:#b4bec8"),
        ("p", "fill:#b9d3e4", "fill:#2f5168"),
        ("h0", "fill:#e9edf0", "fill:#252d36"),
        ("h1", "fill:#aacde6", "fill:#1f4a68"),
        ("h2", "fill:#62a5d0", "fill:#2c75a6"),
        ("h3", "fill:#1f78b4", "fill:#4aa8e0"),
        ("h4", "fill:#08426b", "fill:#a8daf9"),
    ];

    public static string StyleOf(ChartTheme theme)
    {
        var style = new StringBuilder();
        style.Append(".rk text{font-family:").Append(Font).Append("}.rk .l{fill:none;stroke-width:2.25;stroke-linejoin:round}");
        switch (theme)
        {
            case ChartTheme.Dark:
                Append(style, ".rk-dark", dark: true);
                break;
            case ChartTheme.Light:
                Append(style, ".rk-light", dark: false);
                break;
            default:
                Append(style, ".rk-auto", dark: false);
                style.Append("@media (prefers-color-scheme:dark){");
                Append(style, ".rk-auto", dark: true);
                style.Append('}');
                break;
        }

        return style.ToString();
    }

    private static void Append(StringBuilder style, string root, bool dark)
    {
        foreach (var (role, light, night) in Colours)
        {
            style.Append(root).Append(" .").Append(role).Append('{').Append(dark ? night : light).Append('}');
        }
    }
}
