using System.Text.Json.Serialization;
using RelationshipKit.Contacts;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Something the owner could offer a contact, and what it stands on.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class PossibleOffer
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

    /// <summary>Says in English what could be offered, with the owner's own words.</summary>
    /// <param name="nameOf">Returns the name of a contact.</param>
    /// <returns>A short sentence or phrase. It may hold personal data.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nameOf"/> is <see langword="null"/>.</exception>
    public string Describe(Func<ContactId, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return BriefTexts.Say(this, nameOf);
    }
}
