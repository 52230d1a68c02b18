namespace RelationshipKit.Testing.Generators;

/// <summary>
/// A stock policy that never asks sooner after one more touch. Policies that learn, wait for answers, or answer are left out.
/// </summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class SteadyPolicy
{
    internal SteadyPolicy(ICadencePolicy policy) => Policy = policy;

    /// <summary>Gets the policy.</summary>
    public ICadencePolicy Policy { get; }

    /// <summary>Returns the policy in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => Policy.ToString()!;
}
