namespace RelationshipKit.Btyd;

/// <summary>The ranges of the models' parameters: wider than any network, and narrow enough that nothing overflows.</summary>
internal static class ParameterRange
{
    public const double MinShape = 1e-4;
    public const double MaxShape = 1e4;
    public const double MinScale = 1e-12;
    public const double MaxScale = 1e14;

    public static (double Min, double Max) Shape => (MinShape, MaxShape);

    public static (double Min, double Max) Scale => (MinScale, MaxScale);
}
