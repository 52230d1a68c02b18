using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.Planning.Health;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit;

/// <content>What is asked of a book about cadences, weeks and the whole network.</content>
public sealed partial class RelationshipBook
{
    /// <summary>Says when the next touch with a contact is wanted, and why.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="facet">The facet asked about; null for the whole person.</param>
    /// <returns>The window, the policy that decided, and what moved it.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public CadenceResolution CadenceOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        using var question = Question.Asked();
        return Cadences.Resolve(HistoryOf(Get(id), SupportedTime.Floor(asOf), facet));
    }

    /// <summary>Lists who is due by a date, the longest due first.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="by">The date up to which somebody is due, from 0001-01-01 to 9999-12-31 in the ISO calendar.</param>
    /// <returns>The contacts with their resolutions, in order of the day of a date or the ideal date of the interval, then of id.</returns>
    /// <remarks>A contact whose policy throws is not due; <see cref="ReviewCadences"/> names it, and the others are answered.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="by"/> is out of range.</exception>
    public ImmutableArray<DueContact> DueBy(Instant asOf, LocalDate by)
    {
        using var question = Question.Asked();
        var now = SupportedTime.Floor(asOf);
        CadenceDates.Check(by);
        var all = Contacts.Select(contact => new DueContact(contact, Cadences.Resolve(HistoryOf(contact, now, null)), by)).ToArray();
        question.Found(CadenceFindingKind.PolicyFailed, all.Count(due => due.Resolution.Failure is not null));
        return [.. all.Where(due => due.IsIntervalDue || !due.Dates.IsEmpty).OrderBy(due => due.Day)];
    }

    /// <summary>Proposes how often to be in touch with a contact, from the tie's own rhythm.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>
    /// The proposal, or null if too little is known, or if the contact is archived, has died, is paused or wants no contact.
    /// </returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public CadenceProposal? ProposalFor(ContactId id, Instant asOf)
    {
        using var question = Question.Asked();
        var (contact, now) = (Get(id), SupportedTime.Floor(asOf));
        return IsOpen(contact, now) ? CadenceProposal.Learn(Of(contact, null), now, Zone)?.Within(Cadences.WishesOf(contact)) : null;
    }

    /// <summary>Finds what cannot work in the cadences, and what the book holds that the settings do not know.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>Problems first, then advice.</returns>
    /// <remarks>
    /// Names, selectors and bounds are read from the policies. A trial shows whether a policy of any kind ever asks or decides. It uses the
    /// situation as it is, and others made up from it: a meeting, a message long after a meeting, and a message of theirs soon after one.
    /// Each is tried on the day itself and on eleven more, 30 days apart. So a host's own policy is reviewed like any other.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public ImmutableArray<CadenceFinding> ReviewCadences(Instant asOf)
    {
        using var question = Question.Asked();
        var now = SupportedTime.Floor(asOf);
        ImmutableArray<CadenceFinding> findings =
            [.. CadenceReview.Of(Cadences, Contacts.Select(contact => HistoryOf(contact, now, null))), .. UnlistedChannels()];
        foreach (var kind in findings.CountBy(finding => finding.Kind))
        {
            question.Found(kind.Key, kind.Value);
        }

        return findings;
    }

    /// <summary>Plans a week: whom to contact on which day, how and why, within the minutes there are.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="monday">The first day of the week, a Monday.</param>
    /// <param name="settings">Minutes and limits; null for <see cref="PlanSettings"/>.</param>
    /// <returns>The plan, with everybody who is left out and why.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="monday"/> is another day, or its week is over; or the settings are not valid.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="monday"/> is out of range.</exception>
    public WeekPlan PlanWeek(Instant asOf, LocalDate monday, PlanSettings? settings = null)
    {
        using var question = Question.Asked();
        return new WeeklyPlanner(settings ?? PlanSettings).Plan(
            Contacts, Touchpoints, Scorer, Cadences, monday, SupportedTime.Floor(asOf), State.NotNow, State.AcceptedWeeks.Values, Owner);
    }

    /// <summary>Says whether all that the cadences ask for fits into the minutes there are, and what would make it fit.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">Minutes and limits; null for <see cref="PlanSettings"/>.</param>
    /// <returns>Touches and minutes a week asked for, against the budget.</returns>
    /// <exception cref="ArgumentException">The settings are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public Feasibility FeasibilityAt(Instant asOf, PlanSettings? settings = null)
    {
        using var question = Question.Asked();
        return Feasibility.Of(Contacts, Touchpoints, Scorer, Cadences, settings ?? PlanSettings, SupportedTime.Floor(asOf));
    }

    /// <summary>Lives the weeks ahead with the cadences, from a seed.</summary>
    /// <param name="asOf">The instant to start from, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">Duration, seed and probabilities.</param>
    /// <returns>The load of each week, and who is never reached.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public CadenceSimulation Simulate(Instant asOf, SimulationSettings settings)
    {
        using var question = Question.Asked();
        return CadenceSimulation.Run(
            Cadences, Scorer, Contacts.Select(contact => (contact, Touchpoints.Of(contact))), SupportedTime.Floor(asOf), settings);
    }

    /// <summary>Gathers what to know before a conversation with a contact.</summary>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">How much to gather; null for the default.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public ContactBrief BriefOf(ContactId id, Instant asOf, BriefSettings? settings = null)
    {
        using var question = Question.Asked();
        var contact = Get(id);
        var others = Contacts.Where(other => other.Id == contact.Id || IsOpen(other, asOf)).Select(WithoutUnwanted);
        var brief = ContactBrief.Of(
            contact, Owner, others, Touchpoints, Scorer, State.Favours.GetValueOrDefault(contact.Id, []), Cadences.WishesOf(contact),
            SupportedTime.Floor(asOf), settings);
        return IsOpen(contact, asOf) ? brief : brief.WithoutSuggestions();
    }

    /// <summary>Describes the whole network: circles, facets, which way ties go. It gives no marks.</summary>
    /// <param name="asOf">The instant asked about, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The health.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public NetworkHealth HealthAt(Instant asOf)
    {
        using var question = Question.Asked();
        return NetworkHealth.Of(Contacts, Touchpoints, Scorer, Cadences, SupportedTime.Floor(asOf));
    }

    // Archived and deceased contacts, those who want no contact and those who are paused are in no suggestion.
    private bool IsOpen(Contact contact, Instant asOf)
    {
        var today = SupportedTime.Floor(asOf).InZone(Zone).Date;
        return contact.State == ContactState.Active
            && !Cadences.WishesOf(contact).NoContact
            && !Cadences.Suspensions.Any(
                suspension => suspension.Effect == SuspensionEffect.StopsClock && suspension.IsAbout(contact) && suspension.Holds(today));
    }

    // Without the offers and needs about which a contact does not want to be approached.
    private Contact WithoutUnwanted(Contact contact)
    {
        var wishes = Cadences.WishesOf(contact);
        return wishes.NotAbout.IsEmpty ? contact : contact with
        {
            Needs = [.. contact.Needs.Where(need => wishes.Allow(need.Topic))],
            Offers = [.. contact.Offers.Where(offer => wishes.Allow(offer.Topic))],
        };
    }

    private IEnumerable<CadenceFinding> UnlistedChannels()
    {
        var listed = Scorer.Fold.Channels.Select(row => row.Channel).ToHashSet();
        return Touchpoints
            .Select(touchpoint => touchpoint.Channel)
            .Where(channel => !listed.Contains(channel))
            .Distinct()
            .OrderBy(channel => channel.Name, StringComparer.Ordinal)
            .Select(
                channel =>
                    new CadenceFinding(
                        CadenceFindingKind.UnlistedChannel,
                        $"the channel {channel} is not among the fold settings; it counts as light, with the weight of an e-mail"));
    }

    private ImmutableArray<Touchpoint> Of(Contact contact, Facet? facet)
    {
        var own = State.History.Of(contact.Id);
        return facet is null ? own : [.. own.Where(touchpoint => touchpoint.Facet is null || touchpoint.Facet == facet)];
    }

    private TieState StateOf(Contact contact, Instant asOf, Facet? facet) => Scorer.StateOf(Touchpoints, contact, asOf, facet);

    private CadenceHistory HistoryOf(Contact contact, Instant asOf, Facet? facet)
    {
        var state = StateOf(contact, asOf, facet);
        return CadenceHistory.Of(contact, Of(contact, facet), state, Scorer.For(contact, facet), asOf, facet);
    }
}
