using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Protocol;

/// <summary>Numbers that look random and are the same everywhere for the same seed and stream.</summary>
internal sealed class SeededRandom(long seed, long stream)
{
    private readonly SplitMix64 numbers = new(SplitMix64.Mix(unchecked(SplitMix64.Mix((ulong)seed) + (ulong)stream)));

    /// <summary>Returns a number from 0 to one less than a bound.</summary>
    /// <param name="bound">The bound; from 1. Its bias, below 2^-32, is far below what any resample could show.</param>
    public int Next(int bound) => (int)Math.BigMul(numbers.Next(), (ulong)bound, out _);
}
