using FsCheck;
using FsCheck.Fluent;

namespace RelationshipKit.Testing;

/// <summary>The examples of a seed, small ones first and again and again.</summary>
internal static class LawExamples
{
    private const int Sizes = 24;

    // 2^64 over the golden ratio, made odd (Steele, Lea and Flood 2014): seeds that follow each other give examples that do not.
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    public static T[] Of<T>(Gen<T> generator, int runs, ulong seed) =>
        [.. Enumerable.Range(0, runs)
            .Select(i => generator.Sample(1, new Rnd(unchecked((seed + (ulong)i) * Golden)), 1 + (i % Sizes)).Single())];
}
