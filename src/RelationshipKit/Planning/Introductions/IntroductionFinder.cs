using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Introductions;

/// <summary>Finds contacts whose offers and needs meet and who do not know each other.</summary>
internal sealed class IntroductionFinder
{
    private readonly IntroductionSettings settings;

    /// <summary>Initializes a new instance of the <see cref="IntroductionFinder"/> class.</summary>
    /// <param name="settings">How much anybody is asked; <see cref="IntroductionSettings.Default"/> if <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">A setting lies outside its range; all that do are named.</exception>
    public IntroductionFinder(IntroductionSettings? settings = null)
    {
        this.settings = settings ?? IntroductionSettings.Default;
        this.settings.ThrowIfInvalid(nameof(settings));
    }

    /// <summary>Proposes introductions.</summary>
    /// <param name="contacts">The contacts, in any order.</param>
    /// <param name="touchpoints">What happened, to see who has met; what comes after <paramref name="asOf"/> tells that too.</param>
    /// <param name="past">The introductions proposed before, whatever came of them.</param>
    /// <param name="asOf">The instant of the question; it dates the proposals.</param>
    /// <returns>The proposals, the most promising first; the same for contacts in any order.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Two contacts have the same id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public ImmutableArray<Introduction> Find(
        IEnumerable<Contact> contacts, ITouchpointReader touchpoints, IEnumerable<Introduction> past, Instant asOf) =>
        Find(contacts, static contact => contact.State == ContactState.Active, touchpoints, past, asOf);

    /// <summary>Finds introductions among those who are open to one; whom the others know counts all the same.</summary>
    internal ImmutableArray<Introduction> Find(
        IEnumerable<Contact> contacts, Predicate<Contact> isOpen, ITouchpointReader touchpoints, IEnumerable<Introduction> past,
        Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(past);
        var now = SupportedTime.Floor(asOf);
        var people = contacts.OrderBy(contact => contact.Id).ToArray();
        for (var i = 1; i < people.Length; i++)
        {
            if (people[i].Id == people[i - 1].Id)
            {
                throw new ArgumentException("Two contacts have the same id; each must have its own.", nameof(contacts));
            }
        }

        var open = people.Where(contact => isOpen(contact)).ToArray();
        var mayConnect = open.Select(contact => contact.Id).ToHashSet();
        var acquaintances = new Acquaintances(people, touchpoints);
        var before = past.ToArray();
        var tried = before.Select(
            introduction => Pair(acquaintances.PersonOf(introduction.Seeker), acquaintances.PersonOf(introduction.Helper)))
            .ToHashSet();
        var load = new IntroductionLoad(
            settings, before.Where(introduction => introduction.IsOpen || now - introduction.LastStepAt < settings.Within), acquaintances);
        var proposals = ImmutableArray.CreateBuilder<Introduction>();
        var matches = MatchesAmong(open)
            .Where(match => !acquaintances.Know(match.Seeker, match.Helper))
            .GroupBy(match => Pair(match.Seeker, match.Helper))
            .Where(pair => !tried.Contains(pair.Key))
            .OrderByDescending(pair => pair.Select(match => match.Seeker).Distinct().Count())
            .ThenByDescending(pair => pair.Count())
            .ThenBy(pair => pair.Key.First)
            .ThenBy(pair => pair.Key.Second);
        foreach (var pair in matches)
        {
            var best = pair.First();
            if (load.TryTake(
                best.Seeker, best.Helper, acquaintances.WhoKnows(best.Seeker, best.Helper).Where(mayConnect.Contains), out var connector))
            {
                proposals.Add(new Introduction(best.Seeker, best.Helper, best.Need, now) { Connector = connector });
            }
        }

        return proposals.ToImmutable();
    }

    /// <summary>Returns the settings in words.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => settings.ToString();

    private static (ContactId First, ContactId Second) Pair(ContactId one, ContactId other) =>
        one.CompareTo(other) < 0 ? (one, other) : (other, one);

    // In order of seeker, need and helper. Topics are looked up, so that thousands of contacts are not compared each with each.
    private static IEnumerable<(ContactId Seeker, ContactId Helper, Contribution Need)> MatchesAmong(Contact[] people)
    {
        var offers = people
            .SelectMany(helper => helper.Offers.Select(offer => (Helper: helper.Id, Offer: offer)))
            .ToLookup(offered => offered.Offer.Topic, StringComparer.OrdinalIgnoreCase);
        return from seeker in people
               from need in seeker.Needs
               from helper in offers[need.Topic]
                   .Where(offered => offered.Helper != seeker.Id && offered.Offer.Meets(need)).Select(offered => offered.Helper).Distinct()
               select (seeker.Id, helper, need);
    }
}
