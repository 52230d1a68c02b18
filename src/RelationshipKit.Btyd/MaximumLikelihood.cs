using RelationshipKit.Btyd.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>Finds the parameters under which the histories of a network are likeliest, a prior considered.</summary>
/// <remarks>
/// The search runs over the logarithms of the parameters, by <see cref="BoxMinimizer"/>, in a box of ±7 (a factor of 1,097) about where it
/// begins and inside the parameters' own ranges. In logarithms a unit of time is only a shift of the scale parameters, so scaling times
/// first would change nothing. Equal histories are counted and evaluated once. They are sorted, so that their order does not matter. Sums
/// keep what each addition rounds off (Neumaier, 1974), so that values near the minimum can be told apart.
/// </remarks>
internal static class MaximumLikelihood
{
    private const double HalfWidth = 7;
    private const double PriorDeviation = 1.5;
    private const double Tolerance = 1e-7;

    /// <summary>Fits.</summary>
    /// <param name="histories">The histories, in any order.</param>
    /// <param name="settings">How to fit.</param>
    /// <param name="likelihood">The likelihood of one history.</param>
    /// <param name="start">Where the search begins and the prior is centred.</param>
    /// <param name="ranges">The range of each parameter.</param>
    /// <param name="make">Makes the model of parameters.</param>
    public static PersistenceFit Fit(
        IEnumerable<RepeatHistory> histories,
        PersistenceFitSettings settings,
        IHistoryLikelihood likelihood,
        double[] start,
        (double Min, double Max)[] ranges,
        Func<double[], IPersistenceModel> make)
    {
        var groups = Group(histories, out var count);
        if (count == 0 && settings.PriorWeight == 0)
        {
            throw new ArgumentException("There are no histories and no prior; there must be one of them to fit.", nameof(histories));
        }

        var center = Array.ConvertAll(start, Elementary.Log);
        var low = center.Select((c, i) => Math.Max(c - HalfWidth, Elementary.Log(ranges[i].Min))).ToArray();
        var high = center.Select((c, i) => Math.Min(c + HalfWidth, Elementary.Log(ranges[i].Max))).ToArray();
        var share = 1.0 / Math.Max(1, count);
        var best = BoxMinimizer.Minimize(Objective, center, low, high, Tolerance, settings.MaxIterations);
        var parameters = best.Point.Select((_, i) => Parameter(best.Point, i)).ToArray();

        likelihood.Use(parameters);

        return new PersistenceFit(
            make(parameters), Sum(groups, likelihood, new double[start.Length]), count, best.Iterations, best.Converged);

        // Minus the mean log-likelihood, prior included.
        double Objective(ReadOnlySpan<double> point, Span<double> gradient)
        {
            Span<double> parameters = stackalloc double[point.Length];
            for (var i = 0; i < point.Length; i++)
            {
                parameters[i] = Parameter(point, i);
            }

            likelihood.Use(parameters);
            gradient.Clear();
            var value = -Sum(groups, likelihood, gradient) * share;
            for (var i = 0; i < point.Length; i++)
            {
                var away = (point[i] - center[i]) / PriorDeviation;
                value += 0.5 * settings.PriorWeight * share * away * away;
                gradient[i] = (settings.PriorWeight * share * away / PriorDeviation) - (gradient[i] * share);
            }

            return value;
        }

        // An exponential at the edge of the box may round to just outside the range.
        double Parameter(ReadOnlySpan<double> point, int i) => Math.Min(ranges[i].Max, Math.Max(ranges[i].Min, Elementary.Exp(point[i])));
    }

    private static double Sum((RepeatHistory History, int Times)[] groups, IHistoryLikelihood likelihood, Span<double> gradient)
    {
        var sum = 0.0;
        var lost = 0.0;
        foreach (var (history, times) in groups)
        {
            var term = times * likelihood.Add(history, times, gradient);
            var next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        return sum + lost;
    }

    private static (RepeatHistory History, int Times)[] Group(IEnumerable<RepeatHistory> histories, out int count)
    {
        var sorted = histories.ToArray();
        count = sorted.Length;
        Array.Sort(sorted, (left, right) =>
            left.Repeats != right.Repeats ? left.Repeats.CompareTo(right.Repeats)
            : left.LastDays != right.LastDays ? left.LastDays.CompareTo(right.LastDays)
            : left.AgeDays.CompareTo(right.AgeDays));

        List<(RepeatHistory History, int Times)> groups = [];
        foreach (var history in sorted)
        {
            if (groups.Count > 0 && groups[^1].History == history)
            {
                groups[^1] = (history, groups[^1].Times + 1);
            }
            else
            {
                groups.Add((history, 1));
            }
        }

        return [.. groups];
    }
}
