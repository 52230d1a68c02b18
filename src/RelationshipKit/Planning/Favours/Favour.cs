using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Favours;

/// <summary>One favour between the owner and a contact.</summary>
/// <remarks>Equality is that of all fields. Instances are immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(ValueJsonConverter<Favour>))]
public sealed record Favour
{
    /// <summary>Creates a favour.</summary>
    /// <param name="contact">Whom it was done for, or who did it.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="side">Whether the owner gave or received it.</param>
    /// <param name="at">When, from 0001-01-02 to 9999-12-30; floored to microseconds.</param>
    /// <exception cref="ArgumentException"><paramref name="contact"/> names nobody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined, or <paramref name="at"/> is out of range.</exception>
    public Favour(ContactId contact, ContributionKind kind, FavourSide side, Instant at)
    {
        Contact = contact == ContactId.None
            ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(contact))
            : contact;
        Kind = Numerics.Guard.Defined(kind);
        Side = Numerics.Guard.Defined(side);
        At = Time.SupportedTime.Floor(at);
    }

    /// <summary>Gets the contact who gave or received it.</summary>
    [JsonPropertyName("contact")]
    public ContactId Contact { get; }

    /// <summary>Gets what it consisted of.</summary>
    [JsonPropertyName("kind")]
    public ContributionKind Kind { get; }

    /// <summary>Gets whether the owner gave or received it.</summary>
    [JsonPropertyName("side")]
    public FavourSide Side { get; }

    /// <summary>Gets when it was.</summary>
    [JsonIgnore]
    public Instant At { get; }

    [JsonInclude, JsonPropertyName("at")]
    internal string AtText => IsoTexts.Of(At);

    /// <summary>Returns kind and side only, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString()
    {
        var what = Kind switch
        {
            ContributionKind.Introduction => "an introduction",
            ContributionKind.Knowledge => "knowledge",
            ContributionKind.Advice => "advice",
            ContributionKind.Encouragement => "encouragement",
            ContributionKind.Help => "help",
            _ => "something",
        };
        return Side == FavourSide.Given ? $"{what} given" : $"{what} received";
    }
}
