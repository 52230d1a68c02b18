using System.Globalization;

namespace RelationshipKit.Testing;

/// <summary>How many examples a check tries, and which.</summary>
/// <remarks>Equality is that of all fields. Instances are immutable and safe to share between threads.</remarks>
public sealed record LawSettings
{
    internal const int MostRuns = 1_000_000;

    /// <summary>Gets the settings that are used unless others are given.</summary>
    public static LawSettings Default { get; } = new();

    /// <summary>Gets the number of examples, from 1 to 1,000,000. The default is 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside its range.</exception>
    public int Runs
    {
        get;
        init => field = CheckRuns(value, nameof(Runs));
    } = 200;

    /// <summary>Gets the seed of the examples. It is fixed by default, so that a suite gives the same result in each run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Returns both in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Runs} examples of seed {Seed}");

    internal static int CheckRuns(int runs, string name) =>
        runs is >= 1 and <= MostRuns
            ? runs
            : throw new ArgumentOutOfRangeException(
                name, runs, string.Create(CultureInfo.InvariantCulture, $"The number of runs is {runs}; it must be from 1 to {MostRuns}."));
}
