using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Metrics;

/// <summary>Scores beside what happened, sorted once, so that thousands of weightings of them can be measured.</summary>
/// <remarks>
/// Every metric is a function of the weighted set of (score, outcome): the order in which pairs come changes nothing but rounding, and a
/// weight of 2 is the pair given twice. Equal scores are one group: none of its members is ranked before another, and a bin that ends
/// within the group takes the group's mean outcome.
/// </remarks>
internal sealed class ScoredOutcomes
{
    /// <summary>The number of bins of equal mass over which calibration is measured.</summary>
    public const int Bins = 10;

    // A certain probability that turns out wrong costs -ln of this, and not infinity.
    private const double LeastProbability = 1e-15;

    private readonly int[] order;
    private readonly int[] groupEnds;
    private readonly double[] scores;
    private readonly bool[] outcomes;
    private readonly double[]? losses;

    /// <summary>Initializes a new instance of the <see cref="ScoredOutcomes"/> class.</summary>
    /// <param name="scores">The scores, higher for more likely; finite, and from 0 to 1 if they are probabilities.</param>
    /// <param name="outcomes">What happened.</param>
    /// <param name="areProbabilities">Whether calibration can be asked for.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a score is out of its range.</exception>
    public ScoredOutcomes(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, bool areProbabilities)
    {
        if (scores.Length != outcomes.Length)
        {
            throw new ArgumentException(
                $"There are {scores.Length} scores for {outcomes.Length} outcomes; there must be as many.", nameof(scores));
        }

        foreach (var score in scores)
        {
            if (areProbabilities ? !(score >= 0 && score <= 1) : !double.IsFinite(score))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A score is {score}; it must be {(areProbabilities ? "from 0 to 1" : "finite")}."),
                    nameof(scores));
            }
        }

        var keys = scores.ToArray();
        order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        this.scores = keys;
        var given = outcomes.ToArray();
        this.outcomes = Array.ConvertAll(order, index => given[index]);
        groupEnds = [.. Enumerable.Range(1, keys.Length).Where(end => end == keys.Length || keys[end] != keys[end - 1])];
        losses = areProbabilities
            ? [.. keys.Select((p, i) => -Elementary.Log(Math.Max(LeastProbability, this.outcomes[i] ? p : 1 - p)))]
            : null;
    }

    public int Count => order.Length;

    /// <summary>Measures with every pair counted once.</summary>
    public MetricValues Measure()
    {
        var ones = new double[Count];
        Array.Fill(ones, 1);
        return Measure(ones);
    }

    /// <summary>Measures with weights.</summary>
    /// <param name="weights">How often each pair counts, in the order the pairs were given; 0 or more.</param>
    public MetricValues Measure(ReadOnlySpan<double> weights)
    {
        var (positives, negatives, loss, squares) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            var weight = weights[order[i]];
            if (outcomes[i])
            {
                positives += weight;
            }
            else
            {
                negatives += weight;
            }

            if (losses is not null)
            {
                var difference = scores[i] - (outcomes[i] ? 1 : 0);
                loss += weight * losses[i];
                squares += weight * difference * difference;
            }
        }

        var all = positives + negatives;
        var calibrated = losses is not null && all > 0;
        var (auc, precision) = Ranking(weights, positives, negatives);
        return new MetricValues
        {
            Auc = positives > 0 && negatives > 0 ? auc : null,
            AveragePrecision = positives > 0 ? precision : null,
            LogLoss = calibrated ? loss / all : null,
            Brier = calibrated ? squares / all : null,
            Ece = calibrated ? BinsOf(weights, all).Sum(bin => bin.Mass * Math.Abs(bin.MeanScore - bin.MeanOutcome)) / all : null,
        };
    }

    /// <summary>Returns the bins of equal mass, lowest scores first, every pair counted once.</summary>
    public IReadOnlyList<CalibrationBin> CalibrationBins()
    {
        var ones = new double[Count];
        Array.Fill(ones, 1);
        return BinsOf(ones, Count);
    }

    private (double Auc, double Precision) Ranking(ReadOnlySpan<double> weights, double positives, double negatives)
    {
        // From the lowest score up; the precision at a score is that of everything at or above it.
        var (won, precision) = (0.0, 0.0);
        var (positivesBelow, negativesBelow) = (0.0, 0.0);
        var start = 0;
        foreach (var end in groupEnds)
        {
            var (positivesHere, negativesHere) = (0.0, 0.0);
            for (var i = start; i < end; i++)
            {
                if (outcomes[i])
                {
                    positivesHere += weights[order[i]];
                }
                else
                {
                    negativesHere += weights[order[i]];
                }
            }

            won += positivesHere * (negativesBelow + (negativesHere / 2));
            if (positivesHere > 0)
            {
                var above = positives - positivesBelow;
                precision += positivesHere * above / (above + negatives - negativesBelow);
            }

            positivesBelow += positivesHere;
            negativesBelow += negativesHere;
            start = end;
        }

        return (won / (positives * negatives), precision / positives);
    }

    private CalibrationBin[] BinsOf(ReadOnlySpan<double> weights, double all)
    {
        var masses = new double[Bins];
        var scoreSums = new double[Bins];
        var outcomeSums = new double[Bins];
        var size = all / Bins;
        var bin = 0;
        var start = 0;
        foreach (var end in groupEnds)
        {
            var (mass, happened) = (0.0, 0.0);
            for (var i = start; i < end; i++)
            {
                mass += weights[order[i]];
                happened += outcomes[i] ? weights[order[i]] : 0;
            }

            var share = mass > 0 ? happened / mass : 0;
            while (mass > 0)
            {
                // The last bin takes what rounding leaves over.
                var taken = bin == Bins - 1 ? mass : Math.Min(mass, size - masses[bin]);
                masses[bin] += taken;
                scoreSums[bin] += taken * scores[start];
                outcomeSums[bin] += taken * share;
                mass -= taken;
                if (bin < Bins - 1 && masses[bin] >= size)
                {
                    bin++;
                }
            }

            start = end;
        }

        return [.. Enumerable.Range(0, Bins)
            .Where(b => masses[b] > 0)
            .Select(b => new CalibrationBin(masses[b], scoreSums[b] / masses[b], outcomeSums[b] / masses[b]))];
    }
}
