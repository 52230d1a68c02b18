using System.Globalization;

namespace RelationshipKit.Testing;

/// <summary>What a check examined that found no broken law.</summary>
/// <remarks>
/// A policy that asked for nothing in every example was hardly tested. Give the check contacts that the policy is for. Instances are
/// immutable and safe to share between threads.
/// </remarks>
public sealed record LawReport
{
    internal LawReport(int laws, int examples, int telling)
    {
        Laws = laws;
        Examples = examples;
        Telling = telling;
    }

    /// <summary>Gets the number of laws.</summary>
    public int Laws { get; }

    /// <summary>Gets the number of examples that each law was asked about.</summary>
    public int Examples { get; }

    /// <summary>Gets the number of examples in which something was said: of a policy, those in which it asked for a touch.</summary>
    public int Telling { get; }

    /// <summary>Returns the numbers in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Laws} laws kept in {Examples} examples, {Telling} of which tested something");
}
