using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;

namespace RelationshipKit.Planning.Favours;

/// <summary>The favours between the owner and one contact that are not yet forgotten.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class FavourStanding
{
    internal FavourStanding(ContactId contact, ImmutableArray<Favour> favours, int band)
    {
        Contact = contact;
        Favours = favours;
        Given = favours.Count(favour => favour.Side == FavourSide.Given);
        Received = favours.Length - Given;
        Verdict = favours.IsEmpty ? BalanceVerdict.Unknown
            : Difference > band ? BalanceVerdict.MostlyIncoming
            : Difference < -band ? BalanceVerdict.MostlyOutgoing
            : BalanceVerdict.Even;
    }

    /// <summary>Gets the contact.</summary>
    [JsonPropertyName("contact")]
    public ContactId Contact { get; }

    /// <summary>Gets the favours in order of time, given before received at one instant.</summary>
    [JsonPropertyName("favours")]
    public ImmutableArray<Favour> Favours { get; }

    /// <summary>Gets how many the owner gave; not negative.</summary>
    [JsonPropertyName("given")]
    public int Given { get; }

    /// <summary>Gets how many the owner received; not negative.</summary>
    [JsonPropertyName("received")]
    public int Received { get; }

    /// <summary>Gets received less given: positive where the contact gave more. Changes sign when the sides are swapped.</summary>
    [JsonPropertyName("difference")]
    public int Difference => Received - Given;

    /// <summary>Gets how it stands, with the tolerance band of the settings.</summary>
    [JsonPropertyName("verdict")]
    public BalanceVerdict Verdict { get; }

    /// <summary>Counts the favours of one kind on one side.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="side">The side the owner was on.</param>
    /// <returns>The count; not negative.</returns>
    internal int CountOf(ContributionKind kind, FavourSide side) => Favours.Count(favour => favour.Kind == kind && favour.Side == side);

    /// <summary>Returns the counts only, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Given} given, {Received} received");
}
