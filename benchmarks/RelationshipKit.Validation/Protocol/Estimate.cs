namespace RelationshipKit.Validation.Protocol;

/// <summary>A number with its 95 % interval.</summary>
/// <param name="Value">The number; <see langword="null"/> where there is none.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct Estimate(double? Value, double? Low, double? High)
{
    /// <summary>Gets the number of which there is none.</summary>
    public static Estimate None => default;

    /// <summary>Returns a number with the interval that the middle 95 % of its resamples span.</summary>
    /// <param name="value">The number.</param>
    /// <param name="resamples">What the number was in each resample; those that are NaN are left out.</param>
    public static Estimate Of(double? value, IEnumerable<double> resamples)
    {
        double[] sorted = [.. resamples.Where(double.IsFinite).Order()];
        return value is null || sorted.Length == 0
            ? new Estimate(value, null, null)
            : new Estimate(value, QuantileOf(sorted, 0.025), QuantileOf(sorted, 0.975));
    }

    private static double QuantileOf(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
