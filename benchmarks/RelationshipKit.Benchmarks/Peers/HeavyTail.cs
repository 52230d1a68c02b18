namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Counts with a heavy tail, summing to a total: many ties with a handful of touchpoints, a few with thousands.</summary>
internal static class HeavyTail
{
    /// <summary>
    /// Returns counts of at least 1 and at most <paramref name="most"/> whose sum is <paramref name="total"/> and whose median is about a
    /// quarter of their mean.
    /// </summary>
    public static int[] Counts(int total, int ties, int most)
    {
        if (total < ties || total > (long)ties * most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(total),
                FormattableString.Invariant(
                    $"{total} touchpoints do not go into {ties} contacts; there must be from 1 to {most} for each."));
        }

        // Of a Pareto law with this median only the exponent is left to choose; the flatter, the larger the sum.
        var median = Math.Max(1, (double)total / ties / 4);
        var (flat, steep) = (0.05, 20.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (flat + steep) / 2;
            (flat, steep) = Draw(ties, median, middle, most).Sum(count => (long)count) > total ? (middle, steep) : (flat, middle);
        }

        var counts = Draw(ties, median, steep, most);
        Spread(counts, total - counts.Sum(count => (long)count), most);
        return counts;
    }

    private static int[] Draw(int ties, double median, double exponent, int most)
    {
        var counts = new int[ties];
        var least = median / Math.Pow(2, 1 / exponent);
        for (var i = 0; i < ties; i++)
        {
            counts[i] = (int)Math.Clamp(least * Math.Pow((i + 0.5) / ties, -1 / exponent), 1, most);
        }

        return counts;
    }

    // What rounding left over goes to, or comes from, one tie after the other.
    private static void Spread(int[] counts, long left, int most)
    {
        while (left != 0)
        {
            for (var i = 0; i < counts.Length && left != 0; i++)
            {
                var step = Math.Sign(left);
                if (counts[i] + step >= 1 && counts[i] + step <= most)
                {
                    counts[i] += step;
                    left -= step;
                }
            }
        }
    }
}
