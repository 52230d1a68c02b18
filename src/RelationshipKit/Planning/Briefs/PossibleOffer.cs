using System.Text.Json.Serialization;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Something the owner could offer a contact, and what it stands on.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record PossibleOffer
{
    internal PossibleOffer(PossibleOfferKind kind, Contribution? contribution, string? subject, ContactId? through)
    {
        Kind = kind;
        Contribution = contribution;
        Subject = subject;
        Through = through;
    }

    /// <summary>Gets where it comes from.</summary>
    [JsonPropertyName("kind")]
    public PossibleOfferKind Kind { get; }

    [JsonInclude, JsonPropertyName("contribution")]
    internal ContributionKind? ContributionKind => Contribution?.Kind;

    /// <summary>Gets the need it meets, or the owner's offer; <see langword="null"/> for interest and encouragement.</summary>
    [JsonIgnore]
    public Contribution? Contribution { get; }

    /// <summary>Gets its topic, or the detail to ask about; <see langword="null"/> for encouragement.</summary>
    [JsonIgnore]
    public string? Subject { get; }

    /// <summary>Gets who could be introduced; <see langword="null"/> unless it is an introduction.</summary>
    [JsonPropertyName("through")]
    public ContactId? Through { get; }

    /// <summary>Returns the kind, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind.ToString();
}
