namespace RelationshipKit.Cadences;

/// <summary>A policy that asked for a window in vain, because another one decided.</summary>
/// <remarks>Instances are immutable and as safe to share between threads as the policy is.</remarks>
public sealed record OverriddenCadence
{
    internal OverriddenCadence(Wanted lost)
    {
        Policy = lost.By;
        PolicyName = lost.Name;
        Selector = lost.For;
        Window = lost.Window;
    }

    /// <summary>Gets the policy.</summary>
    public ICadencePolicy Policy { get; }

    /// <summary>Gets the name under which the policy was found; <see langword="null"/> if it was found without one.</summary>
    public string? PolicyName { get; }

    /// <summary>Gets whom the policy is for, as far as it says; <see langword="null"/> if it is for everybody.</summary>
    public ContactSelector? Selector { get; }

    /// <summary>Gets the window it asked for.</summary>
    public CadenceWindow Window { get; }

    /// <summary>Returns policy and window in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => $"{Policy}: {Window}";
}
