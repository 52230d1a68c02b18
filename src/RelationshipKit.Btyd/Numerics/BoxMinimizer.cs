using System.Diagnostics;

namespace RelationshipKit.Btyd.Numerics;

/// <summary>
/// Finds the least value of a smooth function inside a box: Broyden, Fletcher, Goldfarb and Shanno's method with an active set.
/// </summary>
/// <remarks>
/// <para>
/// A coordinate at its bound whose gradient points outwards is held; the others move along the quasi-Newton direction, by at most
/// <see cref="LongestStep"/> each and no further than to the first bound met, with halvings until the decrease is at least Armijo's share
/// of what the gradient promises (Nocedal and Wright, Numerical Optimization, 2nd ed., 3.1 and 6.1). Near the minimum, where a decrease is
/// smaller than the rounding, a step that does not raise the value by more than that and shrinks the gradient is taken, too (the
/// approximate condition of Hager and Zhang, 2005).
/// </para>
/// <para>Every loop has a stated end. Equal input gives equal output, to the bit.</para>
/// </remarks>
internal static class BoxMinimizer
{
    // Parameters are logarithms: a factor of e^2 a step.
    private const double LongestStep = 2;
    private const double ArmijoShare = 1e-4;
    private const double Rounding = 1e-14;
    private const int MaxHalvings = 40;

    /// <summary>A function with its gradient.</summary>
    /// <param name="point">Where.</param>
    /// <param name="gradient">Receives the gradient.</param>
    /// <returns>The value; finite inside the box.</returns>
    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Minimises a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">Where to begin; moved into the box.</param>
    /// <param name="low">The lower corner of the box.</param>
    /// <param name="high">The upper corner, nowhere below the lower.</param>
    /// <param name="tolerance">The gradient, in each coordinate that is not held, at which the search has converged.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <returns>The best point found.</returns>
    public static BoxMinimum Minimize(
        Function function, ReadOnlySpan<double> start, ReadOnlySpan<double> low, ReadOnlySpan<double> high, double tolerance,
        int maxIterations)
    {
        var n = start.Length;
        Debug.Assert(low.Length == n && high.Length == n, "The box has a side for each coordinate.");

        var x = new double[n];
        Clamp(start, low, high, x);
        var gradient = new double[n];
        var value = function(x, gradient);
        var inverse = new double[n, n];
        var fresh = true;
        var direction = new double[n];
        var next = new double[n];
        var nextGradient = new double[n];
        var iteration = 0;
        for (; iteration < maxIterations; iteration++)
        {
            var slope = LargestFree(x, gradient, low, high);
            if (slope <= tolerance)
            {
                return new BoxMinimum(x, value, iteration, Converged: true);
            }

            if (fresh)
            {
                SetIdentity(inverse, Math.Min(1, 1 / slope));
            }

            if (!(Descend(inverse, x, gradient, low, high, direction) < 0))
            {
                SetIdentity(inverse, Math.Min(1, 1 / slope));
                Descend(inverse, x, gradient, low, high, direction);
                fresh = true;
            }

            if (!Search(function, x, value, gradient, slope, direction, low, high, next, nextGradient, out var nextValue))
            {
                if (fresh)
                {
                    break;
                }

                fresh = true;
                continue;
            }

            Update(inverse, x, next, gradient, nextGradient, fresh);
            fresh = false;
            (x, next, gradient, nextGradient, value) = (next, x, nextGradient, gradient, nextValue);
        }

        return new BoxMinimum(x, value, iteration, LargestFree(x, gradient, low, high) <= tolerance);
    }

    private static void Clamp(ReadOnlySpan<double> point, ReadOnlySpan<double> low, ReadOnlySpan<double> high, Span<double> result)
    {
        for (var i = 0; i < point.Length; i++)
        {
            result[i] = Math.Min(high[i], Math.Max(low[i], point[i]));
        }
    }

    private static bool IsHeld(
        int i, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, ReadOnlySpan<double> low, ReadOnlySpan<double> high) =>
        (x[i] <= low[i] && gradient[i] > 0) || (x[i] >= high[i] && gradient[i] < 0);

    private static double LargestFree(
        ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var largest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            largest = IsHeld(i, x, gradient, low, high) ? largest : Math.Max(largest, Math.Abs(gradient[i]));
        }

        return largest;
    }

    private static void SetIdentity(double[,] matrix, double scale)
    {
        Array.Clear(matrix);
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            matrix[i, i] = scale;
        }
    }

    // The quasi-Newton direction of the coordinates that are not held, at most LongestStep in each; returns its slope.
    private static double Descend(
        double[,] inverse, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, ReadOnlySpan<double> low, ReadOnlySpan<double> high,
        double[] direction)
    {
        var longest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            direction[i] = 0;
            if (IsHeld(i, x, gradient, low, high))
            {
                continue;
            }

            for (var j = 0; j < x.Length; j++)
            {
                direction[i] -= IsHeld(j, x, gradient, low, high) ? 0 : inverse[i, j] * gradient[j];
            }

            if ((x[i] <= low[i] && direction[i] < 0) || (x[i] >= high[i] && direction[i] > 0))
            {
                // Its gradient points inwards, but the others' pull would take it out: it stays, which only makes the slope steeper.
                direction[i] = 0;
            }

            longest = Math.Max(longest, Math.Abs(direction[i]));
        }

        var scale = longest > LongestStep ? LongestStep / longest : 1;
        var slope = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            direction[i] *= scale;
            slope += direction[i] * gradient[i];
        }

        return slope;
    }

    private static bool Search(
        Function function,
        double[] x,
        double value,
        double[] gradient,
        double slope,
        double[] direction,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        double[] next,
        double[] nextGradient,
        out double nextValue)
    {
        var step = 1.0;
        for (var j = 0; j < x.Length; j++)
        {
            var room = direction[j] < 0 ? low[j] - x[j] : high[j] - x[j];
            step = direction[j] == 0 ? step : Math.Min(step, room / direction[j]);
        }

        for (var i = 0; i < MaxHalvings; i++, step *= 0.5)
        {
            var promised = 0.0;
            for (var j = 0; j < x.Length; j++)
            {
                // The first bound met is met exactly, whatever the division above rounded to.
                next[j] = Math.Min(high[j], Math.Max(low[j], x[j] + (step * direction[j])));
                next[j] = Math.Abs(next[j] - low[j]) <= Rounding ? low[j] : Math.Abs(next[j] - high[j]) <= Rounding ? high[j] : next[j];
                promised += (next[j] - x[j]) * gradient[j];
            }

            nextValue = function(next, nextGradient);
            if ((promised < 0 && nextValue <= value + (ArmijoShare * promised))
                || (nextValue <= value + (Rounding * Math.Abs(value)) && LargestFree(next, nextGradient, low, high) < 0.9 * slope))
            {
                return true;
            }
        }

        nextValue = value;
        return false;
    }

    // The inverse Hessian learns from a step along which the gradient rose; the first step also sets its scale.
    private static void Update(double[,] inverse, double[] x, double[] next, double[] gradient, double[] nextGradient, bool first)
    {
        var n = x.Length;
        var step = new double[n];
        var rise = new double[n];
        var curvature = 0.0;
        var steps = 0.0;
        var rises = 0.0;
        for (var i = 0; i < n; i++)
        {
            step[i] = next[i] - x[i];

            // A held coordinate gives no information. With its share of the rise, the others would never learn their own curvature.
            rise[i] = step[i] == 0 ? 0 : nextGradient[i] - gradient[i];
            curvature += step[i] * rise[i];
            steps += step[i] * step[i];
            rises += rise[i] * rise[i];
        }

        if (!(curvature > 1e-10 * Math.Sqrt(steps * rises)))
        {
            return;
        }

        if (first)
        {
            SetIdentity(inverse, curvature / rises);
        }

        var moved = new double[n];
        var twice = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                moved[i] += inverse[i, j] * rise[j];
            }

            twice += rise[i] * moved[i];
        }

        var growth = (1 + (twice / curvature)) / curvature;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                inverse[i, j] += (growth * step[i] * step[j]) - (((moved[i] * step[j]) + (step[i] * moved[j])) / curvature);
            }
        }
    }
}
