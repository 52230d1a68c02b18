namespace RelationshipKit.Charts;

/// <summary>How a picture names people.</summary>
public enum NameStyle
{
    /// <summary>The whole name, shortened with an ellipsis where there is no room. The default.</summary>
    Full,

    /// <summary>The first letters of the first and last word. The picture holds no whole name, not even in its tooltips.</summary>
    Initials,
}
