namespace RelationshipKit.Charts.Drawing;

/// <summary>Round steps of an axis.</summary>
internal static class Steps
{
    /// <summary>Returns 1, 2 or 5 times a power of ten (at least 1), so that at most so many steps reach the highest number.</summary>
    public static double For(double highest, int most)
    {
        for (var power = 1.0; ; power *= 10)
        {
            foreach (var step in (double[])[power, 2 * power, 5 * power])
            {
                if (step * most >= highest)
                {
                    return step;
                }
            }
        }
    }

    /// <summary>Returns the top of an axis with such steps: the first step that reaches the highest number.</summary>
    public static double Top(double highest, double step) => Math.Max(1, Math.Ceiling(highest / step)) * step;
}
