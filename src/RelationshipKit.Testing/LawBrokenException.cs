using System.Globalization;

namespace RelationshipKit.Testing;

/// <summary>
/// A policy or a curve breaks a law. The message names the law, the simplest example found, what happened there, and the seed that repeats
/// it.
/// </summary>
/// <remarks>Test frameworks report it as any failure; the facts are here as properties, too.</remarks>
public sealed class LawBrokenException : Exception
{
    internal LawBrokenException(string subject, string law, string breach, string example, int runs, ulong seed)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"\"{subject}\" breaks the law: {law}.\n  What happened: {breach}.\n  Example: {example}\n  Replay: Seed = {seed}, "
                + $"Runs = {runs}"))
    {
        Law = law;
        Breach = breach;
        Example = example;
        Runs = runs;
        Seed = seed;
    }

    /// <summary>Gets the law, as a sentence.</summary>
    public string Law { get; }

    /// <summary>Gets what happened, as a sentence.</summary>
    public string Breach { get; }

    /// <summary>Gets the simplest example found; of a policy, <see cref="CadenceExample.Parse"/> reads it back.</summary>
    public string Example { get; }

    /// <summary>Gets the number of examples that were to be tried.</summary>
    public int Runs { get; }

    /// <summary>Gets the seed of the examples: the same seed and number of runs fail the same way.</summary>
    public ulong Seed { get; }
}
