namespace RelationshipKit.Numerics;

/// <summary>
/// Pseudo-random numbers from a seed, the same on every machine and runtime. G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    // FNV-1a (Fowler, Noll, Vo 1991).
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private ulong state = seed;

    /// <summary>Returns the generator of somebody of a name: who else there is does not change its numbers.</summary>
    public static SplitMix64 Of(ulong seed, string name)
    {
        var hash = Offset;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * Prime);
        }

        return new SplitMix64(Mix(seed) ^ hash);
    }

    /// <summary>Spreads every bit of a number over all of them.</summary>
    public static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9);
        value = unchecked((value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB);
        return value ^ (value >> 31);
    }

    public ulong Next() => Mix(state = unchecked(state + 0x9E37_79B9_7F4A_7C15));

    /// <summary>Returns a number from 0 up to but not including 1: the upper 53 bits, which a double holds exactly.</summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));
}
