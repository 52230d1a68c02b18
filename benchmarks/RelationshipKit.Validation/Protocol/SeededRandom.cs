namespace RelationshipKit.Validation.Protocol;

/// <summary>Numbers that look random and are the same everywhere for the same seed and stream.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014): a counter, scrambled.</remarks>
internal sealed class SeededRandom(long seed, long stream)
{
    private ulong state = Scramble(Scramble(unchecked((ulong)seed)) + unchecked((ulong)stream));

    /// <summary>Returns a number from 0 to one less than a bound.</summary>
    /// <param name="bound">The bound; from 1. Its bias, below 2^-32, is far below what any resample could show.</param>
    public int Next(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)Math.BigMul(Scramble(state), (ulong)bound, out _);
    }

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
