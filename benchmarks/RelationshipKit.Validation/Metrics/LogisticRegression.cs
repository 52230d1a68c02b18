using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Metrics;

/// <summary>A logistic model, fitted by Newton's method with a ridge on all weights but the constant.</summary>
/// <remarks>
/// <code>
/// P(y = 1 | x) = 1 / (1 + exp(-(w0 + w1 x1 + ... + wk xk)))
/// fitted: the least of  sum over rows of -ln P(y | x)  +  ridge / 2 * (w1^2 + ... + wk^2)
/// </code>
/// The function is convex, so there is one answer; each step is halved until it is better.
/// </remarks>
internal sealed class LogisticRegression
{
    private const int MostSteps = 100;
    private const double SmallestGain = 1e-12;

    private readonly double[] weights;

    private LogisticRegression(double[] weights) => this.weights = weights;

    /// <summary>Gets the constant, then the weight of each feature.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Fits a model.</summary>
    /// <param name="rows">The features of each row.</param>
    /// <param name="outcomes">What happened.</param>
    /// <param name="ridge">The ridge; more than 0, or 0 if the outcomes are known not to be separable.</param>
    public static LogisticRegression Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> outcomes, double ridge)
    {
        var size = rows.Count > 0 ? rows[0].Length + 1 : 1;
        var weights = new double[size];
        var cost = CostOf(rows, outcomes, ridge, weights);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = Direction(rows, outcomes, ridge, weights);
            var length = 1.0;
            double[] next;
            double nextCost;
            do
            {
                next = [.. weights.Select((w, i) => w - (length * direction[i]))];
                nextCost = CostOf(rows, outcomes, ridge, next);
                length /= 2;
            }
            while (!(nextCost <= cost) && length > 1e-10);

            if (!(cost - nextCost > SmallestGain * Math.Max(1, cost)))
            {
                break;
            }

            (weights, cost) = (next, nextCost);
        }

        return new LogisticRegression(weights);
    }

    /// <summary>Returns the probability of a row.</summary>
    public double ProbabilityOf(ReadOnlySpan<double> row) => Logistic(Linear(weights, row));

    private static double Linear(double[] weights, ReadOnlySpan<double> row)
    {
        var sum = weights[0];
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i + 1] * row[i];
        }

        return sum;
    }

    // Both forms take the exponential of a number that is not positive, so neither overflows.
    private static double Logistic(double z) => z >= 0 ? 1 / (1 + Elementary.Exp(-z)) : Elementary.Exp(z) / (1 + Elementary.Exp(z));

    private static double CostOf(IReadOnlyList<double[]> rows, IReadOnlyList<bool> outcomes, double ridge, double[] weights)
    {
        var cost = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var z = Linear(weights, rows[i]);
            cost += Math.Max(outcomes[i] ? -z : z, 0) + Elementary.Log1P(Elementary.Exp(-Math.Abs(z)));
        }

        return cost + (ridge / 2 * weights.Skip(1).Sum(w => w * w));
    }

    // The gradient divided by the curvature.
    private static double[] Direction(IReadOnlyList<double[]> rows, IReadOnlyList<bool> outcomes, double ridge, double[] weights)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var curvature = new double[size, size];
        for (var row = 0; row < rows.Count; row++)
        {
            var p = Logistic(Linear(weights, rows[row]));
            var miss = p - (outcomes[row] ? 1 : 0);
            for (var i = 0; i < size; i++)
            {
                var x = i == 0 ? 1 : rows[row][i - 1];
                gradient[i] += miss * x;
                for (var j = 0; j <= i; j++)
                {
                    curvature[i, j] += p * (1 - p) * x * (j == 0 ? 1 : rows[row][j - 1]);
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            if (i > 0)
            {
                gradient[i] += ridge * weights[i];
                curvature[i, i] += ridge;
            }

            // A trace of a ridge keeps a feature that never varies from dividing by zero.
            curvature[i, i] += 1e-9;
        }

        return Solve(curvature, gradient);
    }

    // Cholesky on the lower half, in place.
    private static double[] Solve(double[,] a, double[] b)
    {
        var size = b.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                a[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / a[j, j];
            }
        }

        var x = (double[])b.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= a[i, k] * x[k];
            }

            x[i] /= a[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                x[i] -= a[k, i] * x[k];
            }

            x[i] /= a[i, i];
        }

        return x;
    }
}
