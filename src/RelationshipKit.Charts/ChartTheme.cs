namespace RelationshipKit.Charts;

/// <summary>The colours of a picture.</summary>
public enum ChartTheme
{
    /// <summary>Light or dark, as the reader's system prefers (<c>prefers-color-scheme</c>). The default.</summary>
    Auto,

    /// <summary>Dark text on white.</summary>
    Light,

    /// <summary>Light text on a dark ground.</summary>
    Dark,
}
