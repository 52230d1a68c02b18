using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>Regression of contact on features, given the hazard of each tie alone: complementary log-log with an offset.</summary>
/// <remarks>
/// <code>
/// P = 1 - e^(-Λ c e^(b0 + b·x)),   b minimises  mean loss + (20 / N) Σ (b_j sd_j)²
/// </code>
/// by Fisher scoring with halved steps (McCullagh and Nelder 1989). c keeps the contacts that the hazards expect, so that the effect moves
/// likelihood between ties, not the level. A coefficient that comes out on the wrong side of its sign is left out, and the others are
/// fitted again.
/// </remarks>
internal sealed class HazardRegression
{
    private const double Ridge = 20;
    private const int MostSteps = 50;
    private const double SmallestGain = 1e-13;

    private readonly double[][] rows;
    private readonly double[] lambdas;
    private readonly double[] counts;
    private readonly double[] contacts;
    private readonly double[] penalties;

    private HazardRegression(double[][] rows, double[] lambdas, double[] counts, double[] contacts)
    {
        (this.rows, this.lambdas, this.counts, this.contacts) = (rows, lambdas, counts, contacts);
        var all = counts.Sum();
        penalties = new double[rows[0].Length];
        for (var j = 0; j < penalties.Length; j++)
        {
            var (mean, squares) = (0.0, 0.0);
            for (var i = 0; i < rows.Length; i++)
            {
                mean += counts[i] * rows[i][j] / all;
            }

            for (var i = 0; i < rows.Length; i++)
            {
                squares += counts[i] * (rows[i][j] - mean) * (rows[i][j] - mean) / all;
            }

            // A feature that is the same for all ties has no information and cannot be separated from b0. Only rounding would make it vary.
            penalties[j] = squares > 1e-12 * mean * mean ? Ridge * squares : 0;
        }

        Weights = new double[penalties.Length + 1];
    }

    /// <summary>Gets b0, then the coefficient of each feature.</summary>
    public double[] Weights { get; private set; }

    /// <summary>Gets c.</summary>
    public double Level { get; private set; } = 1;

    /// <summary>
    /// Fits rows of features, with the count of each and the count of those that had contact. The level is kept over those of the present,
    /// if there are any.
    /// </summary>
    public static HazardRegression Fit(
        double[][] rows, double[] lambdas, double[] counts, double[] contacts, double[] present, ReadOnlySpan<sbyte> signs)
    {
        var fit = new HazardRegression(rows, lambdas, counts, contacts);
        bool[] isUsed = [true, .. fit.penalties.Select(penalty => penalty > 0)];
        for (var isSettled = false; !isSettled;)
        {
            fit.Minimise(isUsed);
            isSettled = true;
            for (var j = 0; j < signs.Length; j++)
            {
                if (fit.Weights[j + 1] * signs[j] < 0)
                {
                    (isUsed[j + 1], isSettled) = (false, false);
                }
            }

            for (var j = 0; j < isUsed.Length; j++)
            {
                fit.Weights[j] = isUsed[j] ? fit.Weights[j] : 0;
            }
        }

        fit.KeepLevel(present.Any(count => count > 0) ? present : counts);
        return fit;
    }

    private static double Linear(double[] weights, double[] row)
    {
        var sum = weights[0];
        for (var j = 0; j < row.Length; j++)
        {
            sum += weights[j + 1] * row[j];
        }

        return sum;
    }

    private void Minimise(bool[] isUsed)
    {
        var cost = CostOf(Weights);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = DirectionAt(Weights, isUsed);
            var length = 1.0;
            double[] next;
            double nextCost;
            do
            {
                next = [.. Weights.Select((weight, j) => weight - (length * direction[j]))];
                nextCost = CostOf(next);
                length /= 2;
            }
            while (!(nextCost <= cost) && length > 1e-10);

            if (!(nextCost <= cost))
            {
                return;
            }

            var gain = cost - nextCost;
            (Weights, cost) = (next, nextCost);
            if (gain <= SmallestGain * cost)
            {
                return;
            }
        }
    }

    private double CostOf(double[] weights)
    {
        var cost = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var expected = lambdas[i] * Elementary.Exp(Linear(weights, rows[i]));
            cost += ((counts[i] - contacts[i]) * expected) - (contacts[i] == 0 ? 0
                : contacts[i] * Elementary.Log(-Elementary.ExpM1(-expected)));
        }

        for (var j = 0; j < penalties.Length; j++)
        {
            cost += penalties[j] * weights[j + 1] * weights[j + 1];
        }

        return cost;
    }

    private double[] DirectionAt(double[] weights, bool[] isUsed)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var information = new double[size, size];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var expected = lambdas[i] * Elementary.Exp(Linear(weights, row));
            var chance = -Elementary.ExpM1(-expected);
            var slope = expected * (counts[i] - (contacts[i] / chance));
            var weight = counts[i] * expected * expected * (1 - chance) / chance;
            for (var j = 0; j < size; j++)
            {
                var x = j == 0 ? 1 : row[j - 1];
                gradient[j] += slope * x;
                for (var k = 0; k <= j; k++)
                {
                    information[j, k] += weight * x * (k == 0 ? 1 : row[k - 1]);
                }
            }
        }

        for (var j = 0; j < size; j++)
        {
            gradient[j] += j == 0 ? 0 : 2 * penalties[j - 1] * weights[j];
            information[j, j] += j == 0 ? 0 : 2 * penalties[j - 1];
            if (!isUsed[j] || !(information[j, j] > 0))
            {
                for (var k = 0; k < size; k++)
                {
                    information[Math.Max(j, k), Math.Min(j, k)] = 0;
                }

                (gradient[j], information[j, j]) = (0, 1);
            }
        }

        return Solved(information, gradient);
    }

    // Cholesky on the lower half, in place.
    private static double[] Solved(double[,] a, double[] b)
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

        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                b[i] -= a[i, k] * b[k];
            }

            b[i] /= a[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                b[i] -= a[k, i] * b[k];
            }

            b[i] /= a[i, i];
        }

        return b;
    }

    private void KeepLevel(double[] weights)
    {
        var hazards = rows.Select((row, i) => lambdas[i] * Elementary.Exp(Linear(Weights, row))).ToArray();
        var wanted = Expected(lambdas, weights, 1);
        var (low, high) = (-20.0, 20.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Expected(hazards, weights, Elementary.Exp(middle)) > wanted ? (low, middle) : (middle, high);
        }

        Level = Elementary.Exp((low + high) / 2);
    }

    private static double Expected(double[] hazards, double[] weights, double factor)
    {
        var sum = 0.0;
        for (var i = 0; i < hazards.Length; i++)
        {
            sum -= weights[i] * Elementary.ExpM1(-factor * hazards[i]);
        }

        return sum;
    }
}
