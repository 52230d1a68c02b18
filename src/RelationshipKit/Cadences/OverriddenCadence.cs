using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>A policy that asked for a window without result, because another one decided.</summary>
/// <remarks>Instances are immutable and as safe to share between threads as the policy is.</remarks>
public sealed class OverriddenCadence
{
    internal OverriddenCadence(Wanted lost)
    {
        Policy = lost.By;
        PolicyName = lost.Name;
        Selector = lost.For;
        Window = lost.Window;
    }

    /// <summary>Gets the policy.</summary>
    [JsonIgnore]
    public ICadencePolicy Policy { get; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string PolicyText => StockCadence.TextOf(Policy);

    /// <summary>Gets the name under which the policy was found; <see langword="null"/> if it was found without one.</summary>
    [JsonPropertyName("policyName")]
    public string? PolicyName { get; }

    /// <summary>Gets whom the policy is for, as far as it says; <see langword="null"/> if it is for everybody.</summary>
    [JsonPropertyName("selector")]
    public ContactSelector? Selector { get; }

    /// <summary>Gets the window it asked for.</summary>
    [JsonPropertyName("window")]
    public CadenceWindow Window { get; }

    /// <summary>Returns policy and window in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => $"{Policy}: {Window}";
}
