using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Something a contact offers or needs.</summary>
/// <remarks>
/// <para>
/// Equal when the kinds are equal and the topics differ at most in the case of letters (otherwise ordinally), so that "Sailing" is not
/// listed beside "sailing". The topic is kept as it was given.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Contribution>))]
public sealed record Contribution
{
    private const int LongestTopic = 4_000;

    /// <summary>Initializes a new instance of the <see cref="Contribution"/> class.</summary>
    /// <param name="kind">What is given.</param>
    /// <param name="topic">
    /// What it is about: from 1 to 4,000 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="topic"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="topic"/> breaks the rule above.</exception>
    public Contribution(ContributionKind kind, string topic)
    {
        Kind = Guard.Defined(kind);
        Topic = Names.Check(topic, LongestTopic);
    }

    /// <summary>Gets what is given.</summary>
    public ContributionKind Kind { get; }

    /// <summary>Gets what it is about.</summary>
    public string Topic { get; }

    /// <summary>Determines whether this, offered, is what somebody needs.</summary>
    /// <param name="need">What is needed.</param>
    /// <returns>
    /// <see langword="true"/> if the topics differ at most in the case of letters, and the kinds are the same or the need is
    /// <see cref="ContributionKind.Other"/>, which leaves the kind open.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="need"/> is <see langword="null"/>.</exception>
    public bool Meets(Contribution need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return (need.Kind == Kind || need.Kind == ContributionKind.Other) && IsSameTopic(need);
    }

    /// <summary>Determines whether another contribution is equal, ignoring the case of the topic.</summary>
    /// <param name="other">The contribution to compare with.</param>
    /// <returns><see langword="true"/> if both are equal.</returns>
    public bool Equals(Contribution? other) => other is not null && Kind == other.Kind && IsSameTopic(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, StringComparer.OrdinalIgnoreCase.GetHashCode(Topic));

    /// <summary>Returns the kind only, which is not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Kind switch
    {
        ContributionKind.Knowledge => "knowledge",
        ContributionKind.Advice => "advice",
        ContributionKind.Encouragement => "encouragement",
        ContributionKind.Introduction => "an introduction",
        ContributionKind.Help => "help",
        _ => "another contribution",
    };

    private bool IsSameTopic(Contribution other) => string.Equals(Topic, other.Topic, StringComparison.OrdinalIgnoreCase);
}
