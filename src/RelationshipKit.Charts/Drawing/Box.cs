namespace RelationshipKit.Charts.Drawing;

/// <summary>A rectangle.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
