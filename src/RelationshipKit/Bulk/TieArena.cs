namespace RelationshipKit.Bulk;

/// <summary>The touchpoints of a block of ties on their way to sums: one element for each row, in their order.</summary>
/// <remarks>
/// The reader leaves weights and sides here, 0 where a later touchpoint of the same day stands in; the kernel turns them into what each
/// adds to the sums. Grows to hold the largest block seen and is used again and again. Not safe to share between threads.
/// </remarks>
internal sealed class TieArena
{
    /// <summary>How far past the last element whole vectors and words may reach.</summary>
    public const int Margin = RowBits.PerWord;

    /// <summary>Where the date of the first row stands, so that there is one before it.</summary>
    public const int DatesFrom = 1;

    /// <summary>Gets the ages in microseconds as of the instant asked about, 0 for what is still to come.</summary>
    public double[] Ages { get; private set; } = [];

    /// <summary>Gets the weights: of light ones as they are, of rich ones with a minus.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Gets who reached out: 1 the owner, 2 the contact, 3 both, 0 neither.</summary>
    public byte[] Sides { get; private set; } = [];

    /// <summary>Gets the dates in days from 1970-01-01, from <see cref="DatesFrom"/> on.</summary>
    public double[] Dates { get; private set; } = [];

    /// <summary>Gets what merges rows of one date.</summary>
    public DateMerge Merge { get; } = new();

    /// <summary>Gets room for the rows of a block that count, where not all do or not in their order.</summary>
    public RowColumns Counted { get; } = new();

    /// <summary>Gets what each adds to <see cref="TieSums.Light"/> and <see cref="TieSums.Rich"/>.</summary>
    public TermColumns Cells { get; } = new();

    /// <summary>Gets what each adds to <see cref="TieSums.Outgoing"/> and <see cref="TieSums.Incoming"/>.</summary>
    public TermColumns Directions { get; } = new();

    /// <summary>Gets what each adds to <see cref="TieSums.ShortMomentum"/> and <see cref="TieSums.LongMomentum"/>.</summary>
    public TermColumns Momentum { get; } = new();

    /// <summary>Gets the sums of the ties.</summary>
    public TieSums Sums { get; } = new();

    /// <summary>Makes room for so many rows.</summary>
    public void Reserve(int rows)
    {
        var needed = rows + DatesFrom + Margin;
        if (Ages.Length < needed)
        {
            var length = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * Ages.Length));
            (Ages, Weights, Sides, Dates) = (new double[length], new double[length], new byte[length], new double[length]);
        }
    }

    /// <summary>What each row adds to two sums.</summary>
    internal sealed class TermColumns
    {
        public double[] Left { get; private set; } = [];

        public double[] Right { get; private set; } = [];

        /// <summary>Makes room for as many rows as the arena has room for.</summary>
        public void Reserve(TieArena arena)
        {
            if (Left.Length < arena.Ages.Length)
            {
                (Left, Right) = (new double[arena.Ages.Length], new double[arena.Ages.Length]);
            }
        }
    }

    /// <summary>The columns of a block's rows.</summary>
    internal sealed class RowColumns
    {
        public int[] Offsets { get; } = new int[TieSums.Capacity + 1];

        public long[] Instants { get; private set; } = [];

        public byte[] Kinds { get; private set; } = [];

        public byte[] Directions { get; private set; } = [];

        public RowBlock Block(int ties, int rows) => new(Offsets.AsSpan(0, ties + 1), Instants.AsSpan(0, rows), Kinds.AsSpan(0, rows), Directions.AsSpan(0, rows));

        /// <summary>Makes room for as many rows as the arena has room for.</summary>
        public void Reserve(TieArena arena)
        {
            var rows = arena.Ages.Length;
            if (Instants.Length < rows)
            {
                (Instants, Kinds, Directions) = (new long[rows], new byte[rows], new byte[rows]);
            }
        }
    }
}
