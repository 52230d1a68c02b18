using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text;

namespace RelationshipKit.Touchpoints;

/// <summary>
/// Two touchpoints from different sources that may be one event: a suggestion, on which nothing acts until the owner confirms it.
/// </summary>
/// <remarks>
/// <para>Touchpoints without a source count as one source of their own. Within one source near touchpoints are what they seem: a chat has
/// many a minute.</para>
/// <para><c>score = time · participants · kind</c>: time is 1 within a minute. Else it is the largest of three values: the part of the
/// shorter one during which both last; for calls and meetings, what is left of half an hour between their beginnings; and .7 if one was
/// noted by hand for the day. Participants is the part of all people that took part in both; kind is 1 for one channel and .75 for two on
/// which both are heard at once. These are conventions, not fitted. Pairs from .5 on are suggested.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class SameEvent
{
    internal SameEvent(Touchpoint one, Touchpoint other, double score, ImmutableArray<SameEventEvidence> because)
    {
        (Kept, Other) = Tells(other) > Tells(one) ? (other, one) : (one, other);
        Score = score;
        Because = because;
        Key = KeyOf(one, other);
    }

    /// <summary>Gets the touchpoint that tells more, and stays when the suggestion is confirmed.</summary>
    [JsonIgnore]
    public Touchpoint Kept { get; }

    /// <summary>Gets the other touchpoint, which then counts no more.</summary>
    [JsonIgnore]
    public Touchpoint Other { get; }

    /// <summary>Gets how alike they are, from 0.5 to 1.</summary>
    [JsonPropertyName("score")]
    public double Score { get; }

    /// <summary>Gets what speaks for it.</summary>
    [JsonPropertyName("because")]
    public ImmutableArray<SameEventEvidence> Because { get; }

    /// <summary>Gets the key of the suggestion, to dismiss it by; it names nobody.</summary>
    [JsonPropertyName("key")]
    public string Key { get; }

    /// <summary>Returns the score and the evidence, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score:0.00}: {string.Join(", ", Because)}");

    /// <summary>
    /// Returns the touchpoint that stays, with the people and all else that only the other one knows; null if the people are too many for
    /// one.
    /// </summary>
    internal Touchpoint? Whole(Func<ContactId, ContactId> personOf)
    {
        var known = Kept.Participants.Select(personOf).ToHashSet();
        ImmutableArray<ContactId> people = [.. Kept.Participants, .. Other.Participants.Where(id => known.Add(personOf(id)))];
        return people.Length > Touchpoint.MostParticipants
            ? null
            : Kept with
            {
                Participants = people,
                OthersPresent = Math.Max(Kept.OthersPresent, Other.OthersPresent),
                Length = Kept.Length ?? Other.Length,
                Note = Kept.Note ?? Other.Note,
                Facet = Kept.Facet ?? Other.Facet,
                Gesture = Kept.Gesture == Gesture.None ? Other.Gesture : Kept.Gesture,
            };
    }

    private static string KeyOf(Touchpoint one, Touchpoint other)
    {
        string[] keys = [one.Key.ToString(), other.Key.ToString()];
        Array.Sort(keys, StringComparer.Ordinal);
        return "event " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys))));
    }

    // A length, a note and company are what one source has and another has not.
    private static int Tells(Touchpoint touchpoint) =>
        (touchpoint.Length is null ? 0 : 4) + (touchpoint.Note is null ? 0 : 2) + (touchpoint.Participants.Length > 1 ? 1 : 0);
}
