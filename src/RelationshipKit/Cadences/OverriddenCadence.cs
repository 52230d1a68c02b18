namespace RelationshipKit.Cadences;

/// <summary>A policy that asked for a window in vain, because another one decided.</summary>
/// <remarks>Instances are immutable and as safe to share between threads as the policy is.</remarks>
public sealed record OverriddenCadence
{
    internal OverriddenCadence(ICadencePolicy policy, CadenceWindow window)
    {
        Policy = policy;
        Window = window;
    }

    /// <summary>Gets the policy.</summary>
    public ICadencePolicy Policy { get; }

    /// <summary>Gets the window it asked for.</summary>
    public CadenceWindow Window { get; }

    /// <summary>Returns policy and window in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => $"{Policy}: {Window}";
}
