using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning;
using RelationshipKit.Planning.Briefs;
using RelationshipKit.Planning.Health;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>One owner's contacts, touchpoints, zone and cadences: the front door.</summary>
/// <remarks>
/// <para>
/// The instant to stand at is always passed, never read from a clock. A contact's touchpoints are those under its id and its aliases, each once. Asked about a
/// facet, only the touchpoints of that facet count; the whole person has all of them, once.
/// </para>
/// <para>
/// A book is immutable but for its log, which has one writer: to read on other threads while the log is written to, give them a <see cref="Snapshot"/>.
/// What is asked of a book twice is answered with the same bits.
/// </para>
/// </remarks>
public sealed class RelationshipBook
{
    private readonly ImmutableSortedDictionary<ContactId, Contact> contacts;
    private readonly ITouchpointReader touchpoints;
    private readonly RelationshipScorer scorer;

    /// <summary>Initializes a new instance of the <see cref="RelationshipBook"/> class with default settings.</summary>
    /// <param name="zone">The owner's zone, whose dates are the contact-days and the due dates.</param>
    /// <param name="contacts">The contacts, in any order.</param>
    /// <param name="log">The touchpoints; the book keeps reading it as it grows.</param>
    /// <param name="cadence">How often to be in touch.</param>
    /// <exception cref="ArgumentNullException">An argument, or one of the contacts, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id, as id or alias, is that of two contacts.</exception>
    public RelationshipBook(DateTimeZone zone, IEnumerable<Contact> contacts, TouchpointLog log, ICadencePolicy cadence)
        : this(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, zone),
            contacts,
            log,
            new CadencePlan { Policy = cadence })
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RelationshipBook"/> class.</summary>
    /// <param name="scorer">What scores ties, in the owner's zone.</param>
    /// <param name="contacts">The contacts, in any order.</param>
    /// <param name="log">The touchpoints; the book keeps reading it as it grows.</param>
    /// <param name="plan">How often to be in touch with whom.</param>
    /// <exception cref="ArgumentNullException">An argument, or one of the contacts, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id, as id or alias, is that of two contacts.</exception>
    public RelationshipBook(RelationshipScorer scorer, IEnumerable<Contact> contacts, TouchpointLog log, CadencePlan plan)
        : this(scorer, ById(contacts), log, plan, OwnerProfile.Empty)
    {
    }

    private RelationshipBook(RelationshipScorer scorer, ImmutableSortedDictionary<ContactId, Contact> contacts, ITouchpointReader touchpoints, CadencePlan plan, OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(plan);
        this.scorer = scorer;
        this.contacts = contacts;
        this.touchpoints = touchpoints;
        Plan = plan;
        Owner = owner;
    }

    /// <summary>Gets the owner's zone.</summary>
    public DateTimeZone Zone => scorer.Zone;

    /// <summary>Gets what scores the ties.</summary>
    public RelationshipScorer Scorer => scorer;

    /// <summary>Gets the contacts, in order of id.</summary>
    public IEnumerable<Contact> Contacts => contacts.Values;

    /// <summary>Gets the touchpoints.</summary>
    public ITouchpointReader Touchpoints => touchpoints;

    /// <summary>Gets how often to be in touch with whom.</summary>
    public CadencePlan Plan { get; }

    /// <summary>Gets what the owner offers and needs.</summary>
    public OwnerProfile Owner { get; }

    /// <summary>Finds a contact.</summary>
    /// <param name="id">The id of the contact, or an alias of it.</param>
    /// <returns>The contact; <see langword="null"/> if the book has none.</returns>
    public Contact? Find(ContactId id) =>
        contacts.TryGetValue(id, out var contact) ? contact : contacts.Values.FirstOrDefault(other => other.Aliases.Contains(id));

    /// <summary>Scores a contact, the whole person or one facet.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at; later touchpoints wait.</param>
    /// <param name="facet">The facet; <see langword="null"/> for the whole person.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RelationshipScore ScoreOf(ContactId id, Instant asOf, Facet? facet = null)
    {
        var contact = Get(id);
        return scorer.For(contact, facet).ScoreAt(Of(contact, facet), asOf);
    }

    /// <summary>Explains the strength of a tie by its touchpoints.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <param name="facet">The facet; <see langword="null"/> for the whole person.</param>
    /// <returns>The explanation, whose parts sum to the strength.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Explanation Explain(ContactId id, Instant asOf, Facet? facet = null)
    {
        var contact = Get(id);
        return scorer.For(contact, facet).Explain(Of(contact, facet), asOf);
    }

    /// <summary>Scores a contact as if one touchpoint more had happened; the log stays as it is.</summary>
    /// <param name="extra">The touchpoint, with one contact of the book.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The score that contact would have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="extra"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The touchpoint has several participants, or the book does not have the one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RelationshipScore WhatIf(Touchpoint extra, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(extra);
        return extra.Participants.Length == 1
            ? WhatIf(extra.Participants[0], extra, asOf)
            : throw new ArgumentException($"The touchpoint has {extra.Participants.Length} participants; say of whom the score is asked.", nameof(extra));
    }

    /// <summary>Scores a contact as if one touchpoint more had happened; the log stays as it is.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="extra">The touchpoint, in which the contact takes part.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The score the contact would have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="extra"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The book has no such contact, or the contact does not take part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RelationshipScore WhatIf(ContactId id, Touchpoint extra, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(extra);
        var contact = Get(id);
        return extra.Participants.Any(participant => participant == contact.Id || contact.Aliases.Contains(participant))
            ? scorer.For(contact).WhatIf(touchpoints.Of(contact), extra, asOf)
            : throw new ArgumentException("The contact does not take part in the touchpoint.", nameof(extra));
    }

    /// <summary>Finds the instant at which the strength of a tie falls to a level if nothing happens.</summary>
    /// <param name="level">The level.</param>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The instant, to the microsecond; <see langword="null"/> if the strength is below the level already, or stays above it to the end of time.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Instant? FallsTo(Strength level, ContactId id, Instant asOf)
    {
        var contact = Get(id);
        return scorer.For(contact).FallsTo(level, touchpoints.Of(contact), asOf);
    }

    /// <summary>Reads who opens conversations with a contact, and who answers.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The openings and replies.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Conversation ConversationOf(ContactId id, Instant asOf) => scorer.ConversationAt(touchpoints.Of(Get(id)), asOf);

    /// <summary>Returns the forecast of a contact: contact within any time, and whether the tie is losing touch.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <param name="facet">The facet; <see langword="null"/> for the whole person.</param>
    /// <returns>The forecast, that of <see cref="ScoreOf"/>.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public Forecast ForecastOf(ContactId id, Instant asOf, Facet? facet = null) => ScoreOf(id, asOf, facet).Forecast;

    /// <summary>Returns the gaps between contacts that had ended by an instant, of all contacts: a table without names or dates that adds to that of other owners.</summary>
    /// <param name="asOf">The instant.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RhythmHistory GapsUpTo(Instant asOf)
    {
        var history = new RhythmHistoryBuilder();
        foreach (var contact in contacts.Values)
        {
            history.Add(scorer.StateOf(touchpoints.Of(contact), asOf));
        }

        return history.ToHistory();
    }

    /// <summary>Returns how the ties with contact stand at an instant: contact-days, first and last contact of each, without names.</summary>
    /// <param name="asOf">The instant.</param>
    /// <returns>The states, in the order of the contacts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public ImmutableArray<RhythmState> RhythmsAt(Instant asOf) =>
        [.. contacts.Values.Select(contact => RhythmState.Of(scorer.StateOf(touchpoints.Of(contact), asOf))).Where(state => state.ContactDays > 0)];

    /// <summary>Fits a hazard to the owner's own history up to an instant; give it to <see cref="With(RhythmHazard)"/>, here or for other owners.</summary>
    /// <param name="asOf">The instant; nothing later is looked at.</param>
    /// <param name="prior">What holds where the history says little, and knows nothing of it yet; <see cref="RhythmHazard.Default"/> unless said otherwise.</param>
    /// <param name="settings">How much the history must weigh; <see cref="HazardFitSettings.Default"/> unless said otherwise.</param>
    /// <returns>The fitted hazard; it says itself whether the history sufficed to call it calibrated.</returns>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public RhythmHazard FitForecast(Instant asOf, RhythmHazard? prior = null, HazardFitSettings? settings = null) =>
        (prior ?? RhythmHazard.Default).FittedTo(GapsUpTo(asOf), RhythmsAt(asOf), asOf, settings);

    /// <summary>Resolves the cadence of a contact: the window, its state, the policy that said so, and why.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <param name="facet">The facet; <see langword="null"/> for the whole person.</param>
    /// <returns>The resolution.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public CadenceResolution CadenceOf(ContactId id, Instant asOf, Facet? facet = null) => Resolve(Get(id), asOf, facet);

    /// <summary>Proposes a cadence from what happened with a contact; it applies nothing.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The proposal; <see langword="null"/> if too little happened.</returns>
    /// <exception cref="ArgumentException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public CadenceProposal? ProposalFor(ContactId id, Instant asOf) => CadenceProposal.Learn(touchpoints.Of(Get(id)), asOf, Zone);

    /// <summary>Lists the contacts with whom a touch is wanted by a day.</summary>
    /// <param name="date">The day, itself included, in the owner's zone.</param>
    /// <param name="asOf">The instant to stand at; it says what has happened and what day it is.</param>
    /// <returns>The contacts whose ideal date has come by then, the longest due first, then in order of id. The list depends on what happened, not on who looked when.</returns>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public ImmutableArray<DueContact> DueBy(LocalDate date, Instant asOf) =>
    [
        .. contacts.Values
            .Select(contact => new DueContact(contact, Resolve(contact, asOf, null)))
            .Where(due => due.Resolution.IsDueBy(date))
            .OrderBy(due => due.Resolution.Window!.Value.Ideal),
    ];

    /// <summary>Plans a week of keeping in touch within the time there is.</summary>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="settings">The budgets; <see cref="PlanSettings.Default"/> if <see langword="null"/>.</param>
    /// <param name="asOf">The instant to stand at: later touchpoints wait, and days before it are not planned.</param>
    /// <returns>The touches, and who is left out and why.</returns>
    /// <exception cref="ArgumentException">A setting is invalid, <paramref name="monday"/> is no Monday in the ISO calendar, or its week is over.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="monday"/> or <paramref name="asOf"/> lies outside its range.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public WeekPlan PlanWeek(LocalDate monday, PlanSettings? settings, Instant asOf) =>
        new WeeklyPlanner(settings).Plan(contacts.Values, touchpoints, scorer, Plan, monday, asOf);

    /// <summary>Reviews the plan against the contacts: who is reached by no policy, which windows cannot be met, which policies never decide.</summary>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The findings, in order of code, then of contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public ImmutableArray<CadenceFinding> ReviewCadences(Instant asOf) => CadenceReview.Of(Plan, contacts.Values.Select(contact => HistoryOf(contact, asOf, null)));

    /// <summary>Lives ahead under the plan, with a seed: the load of each week, its peaks, and who is never reached. The log stays as it is.</summary>
    /// <param name="settings">For how long, and with which luck.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The simulation; the same for the same seed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/>, or the end of the last week, lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public CadenceSimulation Simulate(SimulationSettings settings, Instant asOf) =>
        CadenceSimulation.Run(Plan, scorer, contacts.Values.Select(contact => (contact, touchpoints.Of(contact))), asOf, settings);

    /// <summary>Prepares a page about a contact before a call: what was last, what to speak of, what to offer, what to leave alone.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="asOf">The instant to stand at.</param>
    /// <param name="settings">How far to look; <see cref="BriefSettings.Default"/> if <see langword="null"/>.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">The book has no such contact, or a setting is invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public ContactBrief BriefOf(ContactId id, Instant asOf, BriefSettings? settings = null) =>
        ContactBrief.Of(Get(id), Owner, contacts.Values, touchpoints, scorer, asOf, settings);

    /// <summary>Reads how the whole network stands: circles, facets, effective number of ties, which way they go.</summary>
    /// <param name="asOf">The instant to stand at.</param>
    /// <returns>The health, in descriptions and not in marks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public NetworkHealth HealthAt(Instant asOf) => NetworkHealth.Of(contacts.Values, touchpoints, scorer, Plan, asOf);

    /// <summary>Returns the book of an owner with another profile, over the same log.</summary>
    /// <param name="owner">What the owner offers and needs.</param>
    /// <returns>The new book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is <see langword="null"/>.</exception>
    public RelationshipBook With(OwnerProfile owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return new(scorer, contacts, touchpoints, Plan, owner);
    }

    /// <summary>Works out what all cadences together ask for in the long run, against the time there is.</summary>
    /// <param name="settings">The budget of the week and the minutes of channels; <see cref="PlanSettings.Default"/> if <see langword="null"/>.</param>
    /// <param name="asOf">The instant to stand at; later touchpoints wait.</param>
    /// <returns>What is asked for, and the smallest changes after which the budget would do.</returns>
    /// <exception cref="ArgumentException">A setting lies outside its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    public Feasibility Feasibility(PlanSettings? settings, Instant asOf) =>
        Planning.Feasibility.Of(contacts.Values, touchpoints, scorer, Plan, settings, asOf);

    /// <summary>Returns the book with another plan, over the same log.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The new book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public RelationshipBook With(CadencePlan plan) => new(scorer, contacts, touchpoints, plan, Owner);

    /// <summary>Returns the book with another hazard for its forecasts and silence percentiles, over the same log.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <returns>The new book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hazard"/> is <see langword="null"/>.</exception>
    public RelationshipBook With(RhythmHazard hazard)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        return new(new RelationshipScorer(scorer.Fold, scorer.Settings with { Hazard = hazard }, Zone), contacts, touchpoints, Plan, Owner);
    }

    /// <summary>Returns the book with a contact added, or put in the place of the one with its id, over the same log.</summary>
    /// <param name="contact">The contact.</param>
    /// <returns>The new book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The contact's id or an alias is that of another contact.</exception>
    public RelationshipBook With(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new(scorer, ById(contacts.SetItem(contact.Id, contact).Values), touchpoints, Plan, Owner);
    }

    /// <summary>Returns the book for an owner who moved to another zone: instants stay, days are counted anew.</summary>
    /// <param name="zone">The zone.</param>
    /// <returns>The new book, over the same log.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public RelationshipBook In(DateTimeZone zone) => new(new RelationshipScorer(scorer.Fold, scorer.Settings, zone), contacts, touchpoints, Plan, Owner);

    /// <summary>Returns the book as it stands, for readers on any thread; what is written to the log later leaves it alone.</summary>
    /// <returns>The book over a snapshot of the log.</returns>
    public RelationshipBook Snapshot() => touchpoints is TouchpointLog log ? new(scorer, contacts, log.Snapshot(), Plan, Owner) : this;

    /// <summary>Returns the numbers of contacts and touchpoints, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{contacts.Count} contacts, {touchpoints.Count} touchpoints, {Zone.Id}");

    private static ImmutableSortedDictionary<ContactId, Contact> ById(IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var byId = ImmutableSortedDictionary.CreateBuilder<ContactId, Contact>();
        var ids = new HashSet<ContactId>();
        foreach (var contact in contacts)
        {
            ArgumentNullException.ThrowIfNull(contact, nameof(contacts));
            if (!ids.Add(contact.Id) || contact.Aliases.Any(alias => !ids.Add(alias)))
            {
                throw new ArgumentException($"The id or an alias of contact number {byId.Count + 1} is that of another contact; each must be of one.", nameof(contacts));
            }

            byId.Add(contact.Id, contact);
        }

        return byId.ToImmutable();
    }

    private Contact Get(ContactId id) => Find(id) ?? throw new ArgumentException("The book has no such contact.", nameof(id));

    private ImmutableArray<Touchpoint> Of(Contact contact, Facet? facet)
    {
        var own = touchpoints.Of(contact);
        return facet is null ? own : [.. own.Where(touchpoint => touchpoint.Facet == facet)];
    }

    private CadenceResolution Resolve(Contact contact, Instant asOf, Facet? facet) => Plan.Resolve(HistoryOf(contact, asOf, facet));

    private CadenceHistory HistoryOf(Contact contact, Instant asOf, Facet? facet)
    {
        var own = Of(contact, facet);
        return new CadenceHistory(contact, own, asOf, Zone) { Facet = facet, Rhythm = scorer.For(contact, facet).ScoreAt(own, asOf).Rhythm };
    }
}
