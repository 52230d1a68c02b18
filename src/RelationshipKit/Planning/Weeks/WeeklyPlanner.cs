using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Plans a week of keeping in touch: with whom, on which day, by which channel, within the time there is.</summary>
/// <remarks><see cref="WeekPlan"/> says what it goes by.</remarks>
internal sealed class WeeklyPlanner
{
    private readonly PlanSettings settings;

    /// <summary>Initializes a new instance of the <see cref="WeeklyPlanner"/> class.</summary>
    /// <param name="settings">The settings; <see cref="PlanSettings.Default"/> if <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">A setting lies outside its range; all that do are named.</exception>
    public WeeklyPlanner(PlanSettings? settings = null)
    {
        this.settings = settings ?? PlanSettings.Default;
        this.settings.ThrowIfInvalid(nameof(settings));
    }

    /// <summary>Plans a week.</summary>
    /// <param name="contacts">The contacts, each with an id of its own, in any order.</param>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="scorer">What scores ties, in the owner's zone.</param>
    /// <param name="cadences">How often to be in touch with whom.</param>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="asOf">The instant of the question: later touchpoints do not count, and days before it are not planned.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the contacts is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// Two contacts have the same id, <paramref name="monday"/> is not a Monday in the ISO calendar, or its week is over.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="monday"/> or <paramref name="asOf"/> lies outside its range.
    /// </exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public WeekPlan Plan(
        IEnumerable<Contact> contacts, ITouchpointReader touchpoints, RelationshipScorer scorer, CadenceRules cadences, LocalDate monday,
        Instant asOf) =>
        Plan(
            contacts, touchpoints, scorer, cadences, monday, asOf, ImmutableSortedDictionary<ContactId, LocalDate>.Empty, [],
            OwnerProfile.Empty);

    /// <summary>Plans a week without those of whom the owner said not now.</summary>
    internal WeekPlan Plan(
        IEnumerable<Contact> contacts,
        ITouchpointReader touchpoints,
        RelationshipScorer scorer,
        CadenceRules cadences,
        LocalDate monday,
        Instant asOf,
        ImmutableSortedDictionary<ContactId, LocalDate> notNow,
        IEnumerable<AcceptedWeek> accepted,
        OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(cadences);
        var people = InOrder(contacts);
        WeekDates.Check(monday, nameof(monday));
        var now = SupportedTime.Floor(asOf);
        if (now.InZone(scorer.Zone).Date is var today && today > monday.PlusDays(WeekDates.Days - 1))
        {
            throw new ArgumentException(
                $"The week of {LocalDatePattern.Iso.Format(monday)} is over on {LocalDatePattern.Iso.Format(today)}; it must not be.",
                nameof(monday));
        }

        var pace = settings.IsGentle ? GentlePace.Of(touchpoints, monday, now, scorer.Zone) : null;
        var week = new PlanWeek(scorer, cadences, settings, monday, now, pace)
        {
            Paces = pace is null
                ? ImmutableDictionary<ContactId, GentlePace>.Empty
                : people.ToDictionary(contact => contact.Id, contact => GentlePace.Of(touchpoints.Of(contact), monday, now, scorer.Zone)),
            Owner = owner,
            Accepted =
                [.. accepted.Where(earlier => earlier.Monday < monday)
                    .SelectMany(earlier => earlier.Touches)
                    .Where(touch => touch.Day > now.InZone(scorer.Zone).Date && touch.Day < monday)],
        };
        var candidates = new List<PlanCandidate>();
        var needs = new List<PlanNeed>();
        var leftOut = new List<LeftOutContact>();
        foreach (var contact in people)
        {
            var reader = new PlanReader(week, contact, touchpoints);
            var (candidate, because) = reader.Read(notNow.TryGetValue(contact.Id, out var until) ? until : null);
            needs.AddRange(reader.Need is { } need ? [need] : []);
            if (candidate is not null)
            {
                candidates.Add(candidate);
            }
            else
            {
                leftOut.Add(new LeftOutContact(contact, because!));
            }
        }

        return new PlanChoice(week, candidates, PlanLoad.IsBearable(needs, week)).Choose(leftOut);
    }

    /// <summary>Returns the settings.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => settings.ToString();

    internal static Contact[] InOrder(IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var people = contacts.ToArray();
        foreach (var contact in people)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(contacts));
        }

        Array.Sort(people, static (left, right) => left.Id.CompareTo(right.Id));
        for (var i = 1; i < people.Length; i++)
        {
            if (people[i].Id == people[i - 1].Id)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture, $"Two of {people.Length} contacts have the same id; each must have its own."),
                    nameof(contacts));
            }
        }

        return people;
    }
}
