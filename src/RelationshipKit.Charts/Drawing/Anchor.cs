namespace RelationshipKit.Charts.Drawing;

/// <summary>Which end of a text stands at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
