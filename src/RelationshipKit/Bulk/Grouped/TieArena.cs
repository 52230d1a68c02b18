namespace RelationshipKit.Bulk.Grouped;

/// <summary>The touchpoints of a block of ties on their way to sums: one element for each row, in their order.</summary>
/// <remarks>
/// The reader leaves weights and bits here, 0 where a later touchpoint of the same day stands in; the kernel turns them into what each
/// adds to the sums. Grows to hold the largest block seen and is used again and again. Not safe to share between threads.
/// </remarks>
internal sealed class TieArena
{
    /// <summary>How far past the last element whole vectors and words may reach.</summary>
    public const int Margin = RowBits.PerWord;

    /// <summary>Where the date of the first row stands, so that there is one before it.</summary>
    public const int DatesFrom = 1;

    private readonly long[] last = new long[8];

    /// <summary>Gets the weights, 0 where another row stands in.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Gets the dates in days from 1970-01-01, from <see cref="DatesFrom"/> on.</summary>
    public double[] Dates { get; private set; } = [];

    /// <summary>Gets what merges rows of one date.</summary>
    public DateMerge Merge { get; } = new();

    /// <summary>Gets room for the rows of a block that count, where not all do or not in their order.</summary>
    public RowColumns Counted { get; } = new();

    /// <summary>Gets what each adds to the sums of cells and directions.</summary>
    public TieTerms Terms { get; private set; } = new(0);

    /// <summary>Gets what each adds to <see cref="TieSums.ShortMomentum"/>.</summary>
    public double[] ShortTerms { get; private set; } = [];

    /// <summary>Gets what each adds to <see cref="TieSums.LongMomentum"/>.</summary>
    public double[] LongTerms { get; private set; } = [];

    /// <summary>Gets the sums of the ties.</summary>
    public TieSums Sums { get; } = new();

    /// <summary>Makes room for so many rows.</summary>
    public void Reserve(int rows)
    {
        var needed = rows + DatesFrom + Margin;
        if (Weights.Length < needed)
        {
            var length = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * Weights.Length));
            (Weights, Dates, Terms) = (new double[length], new double[length], new TieTerms(length));
        }
    }

    /// <summary>Throws if there is no room for so many rows and what whole vectors and words reach past them.</summary>
    public void ThrowIfNoRoomFor(int rows)
    {
        if (rows + Margin > Math.Min(Math.Min(Weights.Length, Terms.Stride), Merge.Bits.Length))
        {
            throw new InvalidOperationException("The arena has no room for the rows of the block.");
        }
    }

    /// <summary>Makes room for terms of momentum of as many rows as the arena has room for.</summary>
    public void ReserveMomentum()
    {
        if (ShortTerms.Length < Weights.Length)
        {
            (ShortTerms, LongTerms) = (new double[Weights.Length], new double[Weights.Length]);
        }
    }

    /// <summary>
    /// Returns the last instants of a block, too few for a vector, followed by more of the last; good until the next call.
    /// </summary>
    public ReadOnlySpan<long> Last(ReadOnlySpan<long> instants)
    {
        instants.CopyTo(last);
        last.AsSpan(instants.Length).Fill(instants[^1]);
        return last;
    }

    /// <summary>The columns of a block's rows.</summary>
    internal sealed class RowColumns
    {
        public int[] Offsets { get; } = new int[TieSums.Capacity + 1];

        public long[] Instants { get; private set; } = [];

        public byte[] Kinds { get; private set; } = [];

        public byte[] Directions { get; private set; } = [];

        public RowBlock Block(int ties, int rows) =>
            new(Offsets.AsSpan(0, ties + 1), Instants.AsSpan(0, rows), Kinds.AsSpan(0, rows), Directions.AsSpan(0, rows));

        /// <summary>Makes room for as many rows as the arena has room for.</summary>
        public void Reserve(TieArena arena)
        {
            var rows = arena.Weights.Length;
            if (Instants.Length < rows)
            {
                (Instants, Kinds, Directions) = (new long[rows], new byte[rows], new byte[rows]);
            }
        }
    }
}
