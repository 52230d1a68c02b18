using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Briefs;

/// <summary>
/// One page about one person before a call: how the tie stands, the last contacts, what to talk about and what not to mention.
/// </summary>
/// <remarks>Holds what the owner wrote down and is only for the owner. Instances are immutable and safe to share between threads.</remarks>
public sealed class ContactBrief
{
    private ContactBrief(Contact contact, RelationshipScore score, FavourStanding favours)
    {
        Contact = contact;
        Score = score;
        Favours = favours;
    }

    /// <summary>Gets the contact.</summary>
    [JsonIgnore]
    public Contact Contact { get; }

    [JsonInclude, JsonPropertyName("contact")]
    internal ContactId ContactIdText => Contact.Id;

    [JsonInclude, JsonPropertyName("name")]
    internal string ContactName => Contact.Name;

    /// <summary>Gets how the tie stands.</summary>
    [JsonPropertyName("score")]
    public RelationshipScore Score { get; }

    /// <summary>Gets the last touchpoints, the latest first; attempts are among them.</summary>
    [JsonIgnore]
    public ImmutableArray<Touchpoint> LastTouches { get; private init; }

    /// <summary>Gets what to talk about.</summary>
    [JsonPropertyName("points")]
    public ImmutableArray<TalkingPoint> Points { get; private init; }

    /// <summary>Gets what the owner could offer, the most fitting first.</summary>
    [JsonPropertyName("offers")]
    public ImmutableArray<PossibleOffer> Offers { get; private init; }

    /// <summary>Gets what the contact asked for, to be kept in mind; none if nothing is known.</summary>
    [JsonIgnore]
    public ContactWishes Wishes { get; private init; } = ContactWishes.None;

    /// <summary>Gets the favours both ways that are remembered.</summary>
    [JsonPropertyName("favours")]
    public FavourStanding Favours { get; }

    /// <summary>Gets the details to know and not to bring up: the sensitive ones, the latest first.</summary>
    [JsonIgnore]
    public ImmutableArray<RememberedDetail> Avoid { get; private init; }

    /// <summary>Prepares a brief.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="owner">What the owner offers and needs.</param>
    /// <param name="contacts">Everybody the owner knows, the contact among them, in any order.</param>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="scorer">What scores the tie, in the owner's zone.</param>
    /// <param name="asOf">The instant of the question; later touchpoints are left out.</param>
    /// <param name="settings">How far to look; the default ones if <see langword="null"/>.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentNullException">An argument but the settings is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    internal static ContactBrief Of(
        Contact contact,
        OwnerProfile owner,
        IEnumerable<Contact> contacts,
        ITouchpointReader touchpoints,
        RelationshipScorer scorer,
        Instant asOf,
        BriefSettings? settings = null) => Of(contact, owner, contacts, touchpoints, scorer, [], ContactWishes.None, asOf, settings);

    /// <summary>Returns the numbers of what is in it, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{LastTouches.Length} touches, {Points.Length} points, {Offers.Length} offers, {Avoid.Length} to avoid");

    /// <summary>
    /// Returns the brief with favours that no touchpoint tells, and without what the contact does not want to be approached about.
    /// </summary>
    internal static ContactBrief Of(
        Contact contact,
        OwnerProfile owner,
        IEnumerable<Contact> contacts,
        ITouchpointReader touchpoints,
        RelationshipScorer scorer,
        IEnumerable<Favour> noted,
        ContactWishes wishes,
        Instant asOf,
        BriefSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(scorer);
        settings ??= BriefSettings.Default;
        var now = SupportedTime.Floor(asOf);
        var known = touchpoints.Of(contact).RemoveAll(touchpoint => touchpoint.At > now);
        var favours = FavourLedger.Of(known.Select(touchpoint => Alone(touchpoint, contact)), noted, now, null).With(contact.Id);
        return new ContactBrief(contact, scorer.For(contact).ScoreAt(scorer.StateOf(touchpoints, contact, now), now), favours)
        {
            Wishes = wishes,
            Points =
                [.. TalkingPoints.Of(
                    contact, owner, known.Where(touchpoint => !wishes.IsUnwanted(touchpoint.Facet)), now, scorer.Zone, settings)
                    .Where(point => wishes.Allow(point.Subject))],
            Offers =
                [.. PossibleOffers.For(contact, owner, contacts, touchpoints, now, scorer.Zone)
                    .Where(offer => wishes.Allow(offer.Subject))],
            LastTouches = [.. known.Reverse().Take(settings.LastTouches)],
            Avoid =
            [
                .. contact.Details
                    .Where(detail => detail.Sensitivity == Sensitivity.Sensitive)
                    .OrderByDescending(detail => detail.LearnedOn)
                    .ThenBy(detail => detail.Text, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Returns the brief with what was, and without what could be done.</summary>
    internal ContactBrief WithoutSuggestions() =>
        new(Contact, Score, Favours) { Wishes = Wishes, LastTouches = LastTouches, Avoid = Avoid, Points = [], Offers = [] };

    // Under whichever id of the contact it was noted.
    private static Touchpoint Alone(Touchpoint touchpoint, Contact contact) => touchpoint with { Participants = [contact.Id] };
}
