using System.Globalization;
using System.Text.Json.Serialization;

namespace RelationshipKit.Cadences;

/// <summary>One thing a review of a plan found.</summary>
/// <remarks>Instances are immutable and as safe to share between threads as the policy is.</remarks>
public sealed class CadenceFinding
{
    // Codes from here on are advice.
    private const int FirstAdvice = 101;

    internal CadenceFinding(CadenceFindingKind kind, string message, ContactId? contact = null, ICadencePolicy? policy = null)
    {
        Kind = kind;
        Message = message;
        Contact = contact;
        Policy = policy;
    }

    /// <summary>Gets what was found.</summary>
    [JsonPropertyName("kind")]
    public CadenceFindingKind Kind { get; }

    /// <summary>Gets the code, such as CAD101; it stays the same from version to version.</summary>
    [JsonPropertyName("code")]
    public string Code => string.Create(CultureInfo.InvariantCulture, $"CAD{(int)Kind:000}");

    /// <summary>Gets a value indicating whether the plan cannot do what it says; all else is advice.</summary>
    [JsonPropertyName("isProblem")]
    public bool IsProblem => (int)Kind < FirstAdvice;

    /// <summary>Gets the contact it is about; <see langword="null"/> if it is about nobody in particular.</summary>
    [JsonPropertyName("contact")]
    public ContactId? Contact { get; }

    /// <summary>Gets the policy it is about; <see langword="null"/> if it is about none in particular.</summary>
    [JsonIgnore]
    public ICadencePolicy? Policy { get; }

    [JsonInclude, JsonPropertyName("policy")]
    internal string? PolicyText => Policy is null ? null : StockCadence.TextOf(Policy);

    /// <summary>Gets what was found in words, without personal data.</summary>
    [JsonPropertyName("message")]
    public string Message { get; }

    /// <summary>Returns the code and the message, which are not personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
