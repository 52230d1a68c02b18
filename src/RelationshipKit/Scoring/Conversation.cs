using System.Globalization;
using System.Text.Json.Serialization;

namespace RelationshipKit.Scoring;

/// <summary>Who opens conversations, and who answers.</summary>
/// <remarks>
/// <para>
/// An opening is a directed touchpoint after a silence of 12 hours or more (by default) that does not answer the touchpoint before it. A
/// touchpoint can answer one of the other direction that is at most 7 days old. Its reply is the first touchpoint of the other direction,
/// or a mutual one, within 7 days.
/// </para>
/// <para>
/// This depends on the order of touchpoints within a day, so it is computed from the log and not from the state of a tie.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Conversation
{
    internal Conversation(
        int ownerOpenings, int contactOpenings, Reciprocity initiation, ReplyStatistics ownerReplies, ReplyStatistics contactReplies)
    {
        OwnerOpenings = ownerOpenings;
        ContactOpenings = contactOpenings;
        Initiation = initiation;
        OwnerReplies = ownerReplies;
        ContactReplies = contactReplies;
    }

    /// <summary>Gets how many conversations the owner opened; not negative.</summary>
    [JsonPropertyName("ownerOpenings")]
    public int OwnerOpenings { get; }

    /// <summary>Gets how many conversations the contact opened; not negative.</summary>
    [JsonPropertyName("contactOpenings")]
    public int ContactOpenings { get; }

    /// <summary>Gets the balance of openings, each decayed with the half-life of the balance: who takes the first step lately.</summary>
    [JsonPropertyName("initiation")]
    public Reciprocity Initiation { get; }

    /// <summary>Gets how the owner answers the contact's openings.</summary>
    [JsonPropertyName("ownerReplies")]
    public ReplyStatistics OwnerReplies { get; }

    /// <summary>Gets how the contact answers the owner's openings.</summary>
    [JsonPropertyName("contactReplies")]
    public ReplyStatistics ContactReplies { get; }

    /// <summary>Returns who opened how often.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{OwnerOpenings} opened by the owner, {ContactOpenings} by the contact");
}
