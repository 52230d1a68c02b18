using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>A cadence policy that could not answer for a contact: it threw, or its name is not registered.</summary>
/// <remarks>Immutable, so it is safe to share between threads. The others are answered all the same.</remarks>
public sealed class CadenceFailure
{
    internal CadenceFailure(string policy, Exception problem)
    {
        Policy = policy;
        Exception = problem.GetType().Name;
        IsNotRegistered = problem is CadencePolicyNotFoundException;
    }

    /// <summary>Gets the policy as its own text says it.</summary>
    [JsonPropertyName("policy")]
    public string Policy { get; }

    /// <summary>Gets the name of the exception's type. Its message may hold personal data and is not kept.</summary>
    [JsonPropertyName("exception")]
    public string Exception { get; }

    /// <summary>Gets whether the policy is a name that the host has not registered.</summary>
    [JsonPropertyName("isNotRegistered")]
    public bool IsNotRegistered { get; }

    /// <summary>Returns which policy failed and how.</summary>
    /// <returns>A text such as "the policy 'alumni' threw InvalidOperationException".</returns>
    public override string ToString() =>
        IsNotRegistered ? $"no policy is registered as '{Policy}'" : $"the policy '{Policy}' threw {Exception}";
}
