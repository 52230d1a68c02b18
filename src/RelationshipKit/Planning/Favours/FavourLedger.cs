using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Favours;

/// <summary>
/// Favours given and received: advice, introductions, encouragement, help, knowledge. It remembers, forgets with time, and collects no
/// debts.
/// </summary>
/// <remarks>
/// <para>
/// A favour is a delivered or answered touchpoint whose gesture is <see cref="Gesture.Advice"/>, <see cref="Gesture.Introduction"/>,
/// <see cref="Gesture.Encouragement"/>, <see cref="Gesture.Help"/> or <see cref="Gesture.Share"/>. Outgoing ones the owner gave, incoming
/// ones the owner received, mutual ones count on both sides, and those of unknown direction on neither. One shared with several contacts
/// counts with each.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class FavourLedger
{
    private readonly ImmutableSortedDictionary<ContactId, FavourStanding> standings;
    private readonly int band;

    private FavourLedger(ImmutableSortedDictionary<ContactId, FavourStanding> standings, int band)
    {
        this.standings = standings;
        this.band = band;
    }

    /// <summary>Gets the standing with each contact with whom there are favours, in order of id.</summary>
    public IEnumerable<FavourStanding> Standings => standings.Values;

    /// <summary>Reads the favours among touchpoints.</summary>
    /// <param name="touchpoints">The touchpoints, in any order; those after <paramref name="asOf"/> are left out.</param>
    /// <param name="asOf">The instant to look from; a favour is forgotten at the age of <see cref="FavourSettings.Expiry"/>.</param>
    /// <param name="settings">The settings; <see cref="FavourSettings.Default"/> if <see langword="null"/>.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A setting lies outside its range; all that do are named.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    internal static FavourLedger Of(IEnumerable<Touchpoint> touchpoints, Instant asOf, FavourSettings? settings = null) =>
        Of(touchpoints, [], asOf, settings);

    /// <summary>Weighs the favours of touchpoints and those noted besides.</summary>
    internal static FavourLedger Of(IEnumerable<Touchpoint> touchpoints, IEnumerable<Favour> noted, Instant asOf, FavourSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        settings ??= FavourSettings.Default;
        settings.ThrowIfInvalid(nameof(settings));
        var now = SupportedTime.Floor(asOf);
        var favours = noted.Where(favour => favour.At <= now && now - favour.At < settings.Expiry).ToList();
        foreach (var touchpoint in touchpoints)
        {
            ArgumentNullException.ThrowIfNull(touchpoint, nameof(touchpoints));
            if (touchpoint.IsContact && touchpoint.At <= now && now - touchpoint.At < settings.Expiry
                && KindOf(touchpoint.Gesture) is { } kind)
            {
                favours.AddRange(
                    touchpoint.Participants.SelectMany(
                        contact => SidesOf(touchpoint.Direction).Select(side => new Favour(contact, kind, side, touchpoint.At))));
            }
        }

        var standings = favours
            .GroupBy(favour => favour.Contact)
            .ToImmutableSortedDictionary(
                ofContact => ofContact.Key,
                ofContact =>
                    new FavourStanding(
                        ofContact.Key,
                        [.. ofContact.OrderBy(favour => favour.At).ThenBy(favour => favour.Side).ThenBy(favour => favour.Kind)],
                        settings.Band));
        return new FavourLedger(standings, settings.Band);
    }

    /// <summary>Returns the standing with a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The standing; without favours if there are none.</returns>
    public FavourStanding With(ContactId contact) => standings.GetValueOrDefault(contact) ?? new FavourStanding(contact, [], band);

    /// <summary>Returns the counts only, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{standings.Values.Sum(standing => standing.Given)} favours given, "
            + $"{standings.Values.Sum(standing => standing.Received)} received");

    private static ContributionKind? KindOf(Gesture gesture) => gesture switch
    {
        Gesture.Share => ContributionKind.Knowledge,
        Gesture.Advice => ContributionKind.Advice,
        Gesture.Encouragement => ContributionKind.Encouragement,
        Gesture.Introduction => ContributionKind.Introduction,
        Gesture.Help => ContributionKind.Help,
        _ => null,
    };

    private static FavourSide[] SidesOf(Direction direction) => direction switch
    {
        Direction.Outgoing => [FavourSide.Given],
        Direction.Incoming => [FavourSide.Received],
        Direction.Mutual => [FavourSide.Given, FavourSide.Received],
        _ => [],
    };
}
