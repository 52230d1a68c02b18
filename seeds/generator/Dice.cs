using RelationshipKit.Numerics;

namespace RelationshipKit.SeedGenerator;

/// <summary>Draws from a seed, the same on every machine and runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private readonly SplitMix64 numbers = new(seed);

    // The high bits, taken as a fraction of the range: no modulo bias worth the name for the small ranges used here.
    public int Below(int end) => (int)(((UInt128)numbers.Next() * (uint)end) >> 64);

    public int From(int first, int last) => first + Below(last - first + 1);

    /// <summary>Returns a number in [0, 1).</summary>
    public double Fraction() => numbers.NextShare();

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
