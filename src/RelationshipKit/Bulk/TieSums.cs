using RelationshipKit.Forecasts;

namespace RelationshipKit.Bulk;

/// <summary>What the scores of a block of ties are made of, as columns: decayed sums as of one instant, counts and dates.</summary>
/// <remarks>
/// A reader of touchpoints or states fills them, and <see cref="ScoreFinish"/> turns them into scores. A reader fills every element of its
/// block, that of a tie without contact with zeros, because the sums of the block before still stand there. <see cref="FirstTouch"/> and
/// <see cref="LastTouch"/> then count for nothing. Not safe to share between threads.
/// </remarks>
internal sealed class TieSums
{
    /// <summary>The most ties in a block: few enough to stay in the nearest cache from one step to the next.</summary>
    public const int Capacity = 256;

    /// <summary>Gets 30 · Σ w · k(age) over light cells.</summary>
    public double[] Light { get; } = new double[Capacity];

    /// <summary>Gets 30 · Σ w · k(age) over rich cells.</summary>
    public double[] Rich { get; } = new double[Capacity];

    /// <summary>Gets the decayed days on which the owner reached out.</summary>
    public double[] Outgoing { get; } = new double[Capacity];

    /// <summary>Gets the decayed days on which the contact reached out.</summary>
    public double[] Incoming { get; } = new double[Capacity];

    /// <summary>Gets the mass of all cells under the shorter half-life of momentum.</summary>
    public double[] ShortMomentum { get; } = new double[Capacity];

    /// <summary>Gets the mass of all cells under the longer half-life of momentum.</summary>
    public double[] LongMomentum { get; } = new double[Capacity];

    /// <summary>Gets the products of gaps, as <see cref="GapProduct"/> has them.</summary>
    public double[] GapRests { get; } = new double[Capacity];

    /// <summary>Gets how often each product was brought down.</summary>
    public double[] GapTimes { get; } = new double[Capacity];

    /// <summary>Gets the contact-days.</summary>
    public int[] ContactDays { get; } = new int[Capacity];

    /// <summary>Gets the touchpoints, attempts not counted.</summary>
    public int[] Touchpoints { get; } = new int[Capacity];

    /// <summary>Gets the first touches in microseconds.</summary>
    public long[] FirstTouch { get; } = new long[Capacity];

    /// <summary>Gets the last touches in microseconds.</summary>
    public long[] LastTouch { get; } = new long[Capacity];

    // What the finish makes of counts and dates on its way to scores, in days.
    public double[] Days { get; } = new double[Capacity];

    public double[] Ages { get; } = new double[Capacity];

    public double[] Spans { get; } = new double[Capacity];

    public double[] Silences { get; } = new double[Capacity];

    public HazardParts Parts { get; } = new(Capacity);

    public double[] Results { get; } = new double[Capacity];
}
