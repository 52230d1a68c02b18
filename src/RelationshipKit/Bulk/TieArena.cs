namespace RelationshipKit.Bulk;

/// <summary>The touchpoints of a block of ties on their way to sums: one element for each row, in their order.</summary>
/// <remarks>
/// The reader leaves weights and sides here, 0 where a later touchpoint of the same day stands in; the kernel turns them into what each
/// adds to the sums. Grows to hold the largest block seen and is used again and again. Not safe to share between threads.
/// </remarks>
internal sealed class TieArena
{
    /// <summary>How far past the last element whole vectors may reach.</summary>
    public const int Margin = 8;

    /// <summary>Gets the ages in microseconds as of the instant asked about, 0 for what is still to come.</summary>
    public double[] Ages { get; private set; } = [];

    /// <summary>Gets the weights: of light ones as they are, of rich ones with a minus.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Gets who reached out: 1 the owner, 2 the contact, 3 both, 0 neither.</summary>
    public byte[] Sides { get; private set; } = [];

    /// <summary>Gets what each adds to one sum.</summary>
    public double[] Left { get; private set; } = [];

    /// <summary>Gets what each adds to another.</summary>
    public double[] Right { get; private set; } = [];

    /// <summary>Gets the sums of the ties.</summary>
    public TieSums Sums { get; } = new();

    /// <summary>Makes room for so many rows.</summary>
    public void Reserve(int rows)
    {
        var needed = rows + Margin;
        if (Ages.Length >= needed)
        {
            return;
        }

        var length = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * Ages.Length));
        (Ages, Weights, Sides) = (new double[length], new double[length], new byte[length]);
        (Left, Right) = (new double[length], new double[length]);
    }
}
