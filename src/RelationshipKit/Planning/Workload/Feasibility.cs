using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Workload;

/// <summary>
/// What all cadences together ask for in the long run, against the time there is, and the smallest changes after which it would be enough.
/// </summary>
/// <remarks>
/// <para>
/// Rates come from the policies' own windows, contact by contact. Each touch is assumed to come on its ideal date and to be answered,
/// through the quickest channel of the tie that satisfies the policy. That is the least that keeps every promise. Whole days, weeks, months
/// and years count exactly.
/// </para>
/// <para>Instances are immutable and safe to share between threads. The same input gives the same answer, whatever the order of the
/// contacts.</para>
/// </remarks>
public sealed class Feasibility
{
    // Four weeks, and an interval of a hundred years with its tolerance.
    private const int LongestMonth = 80_000;

    private Feasibility(
        int budgetMinutes, ImmutableArray<CadenceDemand> demands, ImmutableArray<Relaxation> relaxations, ImmutableArray<ContactId> missed)
    {
        MissedWithinAMonth = missed;
        BudgetMinutes = budgetMinutes;
        Demands = demands;
        Relaxations = relaxations;
    }

    /// <summary>Gets the minutes of a week.</summary>
    [JsonPropertyName("budgetMinutes")]
    public int BudgetMinutes { get; }

    /// <summary>Gets what the cadence of each contact asks for, by id.</summary>
    [JsonPropertyName("demands")]
    public ImmutableArray<CadenceDemand> Demands { get; }

    /// <summary>Gets the touches a week that all cadences ask for.</summary>
    [JsonPropertyName("touchesPerWeek")]
    public double TouchesPerWeek => Demands.Sum(demand => demand.TouchesPerWeek);

    /// <summary>Gets the minutes a week that they take at least.</summary>
    [JsonPropertyName("minutesPerWeek")]
    public double MinutesPerWeek => Demands.Sum(demand => demand.MinutesPerWeek);

    /// <summary>Gets a value indicating whether the budget does.</summary>
    [JsonPropertyName("fits")]
    public bool Fits => MissedWithinAMonth.IsEmpty && FeasibilityRelaxations.Fits(MinutesPerWeek, BudgetMinutes);

    /// <summary>
    /// Gets who would not be reached in time within the four weeks ahead, however the minutes are spread: much may be due at once although
    /// the mean would be enough.
    /// </summary>
    [JsonPropertyName("missedWithinAMonth")]
    public ImmutableArray<ContactId> MissedWithinAMonth { get; }

    /// <summary>
    /// Gets changes after each of which, alone, the budget would be enough; the one that gives up the fewest touches first. Empty if it is
    /// enough already.
    /// </summary>
    [JsonPropertyName("relaxations")]
    public ImmutableArray<Relaxation> Relaxations { get; }

    /// <summary>Works out what the cadences ask for.</summary>
    /// <param name="contacts">The contacts, each with an id of its own, in any order.</param>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="scorer">What scores ties, in the owner's zone.</param>
    /// <param name="cadences">How often to be in touch with whom.</param>
    /// <param name="settings">
    /// The budget of the week and the minutes of channels; <see cref="PlanSettings.Default"/> if <see langword="null"/>.
    /// </param>
    /// <param name="asOf">The instant of the question; later touchpoints do not count.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the contacts is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Two contacts have the same id, or a setting lies outside its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    internal static Feasibility Of(
        IEnumerable<Contact> contacts, ITouchpointReader touchpoints, RelationshipScorer scorer, CadenceRules cadences,
        PlanSettings? settings, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(cadences);
        settings ??= PlanSettings.Default;
        settings.ThrowIfInvalid(nameof(settings));
        var people = WeeklyPlanner.InOrder(contacts);
        var now = SupportedTime.Floor(asOf);

        // No week is planned; one that has all its days will do, also at the end of time.
        var monday = LocalDate.Min(now.InZone(scorer.Zone).Date, CadenceWindow.LastDate.PlusDays(1 - WeekDates.Days));
        var week = new PlanWeek(scorer, cadences, settings, monday, now, null);
        var walks = people.Select(contact => new CadenceWalk(week, contact, touchpoints)).ToArray();
        var demands = walks.Select(walk => walk.Walk(cadences)).ToImmutableArray();
        var missed = monday <= CadenceWindow.LastDate.PlusDays(-LongestMonth) ? MissedOf(people, touchpoints, week) : [];
        return new Feasibility(
            settings.MinutesPerWeek, demands, new FeasibilityRelaxations(cadences, walks, demands, settings.MinutesPerWeek, missed).Find(),
            missed);
    }

    private static ImmutableArray<ContactId> MissedOf(Contact[] people, ITouchpointReader touchpoints, PlanWeek week) =>
        PlanLoad.MissedWithinAMonth(
        people.Select(contact => (contact.Id, new PlanReader(week, contact, touchpoints).Need))
            .Where(row => row.Need is not null)
            .Select(row => (row.Id, row.Need!)),
        week);

    /// <summary>Returns what is asked for and what there is, which is not personal data.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TouchesPerWeek:0.##} touches and {MinutesPerWeek:0.#} minutes a week asked for, {BudgetMinutes} minutes there");
}
