namespace RelationshipKit.Benchmarks;

/// <summary>
/// Whether a baseline and the kit answer the same, asked in every setup: what is measured must be right before it is fast.
/// </summary>
internal static class Agreement
{
    /// <summary>Throws if two numbers differ by more than 1e-9, relatively where they are large.</summary>
    public static void Check(double baseline, double kit, string name)
    {
        var allowed = 1e-9 * Math.Max(1, Math.Abs(kit));
        if (!(Math.Abs(baseline - kit) <= allowed || (double.IsNaN(baseline) && double.IsNaN(kit))))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The baseline's {name} is {baseline:R}; the kit's is {kit:R}."));
        }
    }

    /// <summary>Throws if two answers are not equal.</summary>
    public static void Check<T>(T baseline, T kit, string name)
    {
        if (!EqualityComparer<T>.Default.Equals(baseline, kit))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The baseline's {name} is {baseline}; the kit's is {kit}."));
        }
    }
}
