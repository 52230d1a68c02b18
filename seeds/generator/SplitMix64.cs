namespace RelationshipKit.SeedGenerator;

/// <summary>Steele, Lea and Flood's SplitMix64: the same numbers from the same seed on every machine and runtime.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    // The high bits, taken as a fraction of the range: no modulo bias worth the name for the small ranges used here.
    public int Below(int end) => (int)(((UInt128)Next() * (uint)end) >> 64);

    public int From(int first, int last) => first + Below(last - first + 1);

    /// <summary>Returns a number in [0, 1).</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Fraction() < probability;

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>Draws by weight; the weights need not sum to anything.</summary>
    public T Draw<T>(params ReadOnlySpan<(T Item, int Weight)> items)
    {
        var total = 0;
        foreach (var (_, weight) in items)
        {
            total += weight;
        }

        var drawn = Below(total);
        foreach (var (item, weight) in items)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return item;
            }
        }

        throw new InvalidOperationException("The weights sum to less than their total.");
    }
}
