using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;

namespace RelationshipKit.Planning.Simulation;

/// <summary>
/// A simulation of the weeks ahead under a cadence plan, from a seed. It shows how much each week asks for, where the peaks are, and who is
/// never reached.
/// </summary>
/// <remarks>
/// <para>
/// On each day, from the day after today, each contact may make contact unasked, and the owner may reach out to those who are due, the
/// longest due first. A touch is by a channel that satisfies the policy which asked for it, else by the one used most with the contact.
/// What happens is added to what happened, so that the policies, back-off and replies owed included, go on from it; nothing is written to
/// any log.
/// </para>
/// <para>
/// Chance comes from the seed and the contact's id alone: the same arguments give the same simulation, and the random draws of a contact do
/// not depend on who else there is. A week is seven days from the first one on. Instances are immutable and safe to share between threads.
/// </para>
/// </remarks>
public sealed class CadenceSimulation
{
    internal CadenceSimulation(SimulationSettings settings, ImmutableArray<SimulatedWeek> weeks, ImmutableArray<SimulatedContact> contacts)
    {
        Settings = settings;
        Weeks = weeks;
        Contacts = contacts;
    }

    /// <summary>Gets the settings.</summary>
    public SimulationSettings Settings { get; }

    /// <summary>Gets the weeks, in order.</summary>
    public ImmutableArray<SimulatedWeek> Weeks { get; }

    /// <summary>Gets how each contact fared, in order of id.</summary>
    public ImmutableArray<SimulatedContact> Contacts { get; }

    /// <summary>Gets how many times the owner reached out in all.</summary>
    public int Reached => Weeks.Sum(week => week.Reached);

    /// <summary>Gets the load of a week in the mean.</summary>
    public double MeanPerWeek => (double)Reached / Weeks.Length;

    /// <summary>Gets the week with the highest load; the first of several.</summary>
    public SimulatedWeek Peak => Weeks.MaxBy(week => week.Reached)!;

    /// <summary>Gets the contacts to whom the owner never reached out and who never came forward, in order of id.</summary>
    public IEnumerable<ContactId> NeverInTouch =>
        Contacts.Where(contact => contact is { Reached: 0, Theirs: 0 }).Select(contact => contact.Contact);

    /// <summary>Gets the contacts to whom the owner never reached out, in order of id.</summary>
    public IEnumerable<ContactId> NeverReached => Contacts.Where(contact => contact.Reached == 0).Select(contact => contact.Contact);

    /// <summary>Lives ahead.</summary>
    /// <param name="plan">How often to be in touch with whom.</param>
    /// <param name="scorer">What scores the ties, in the owner's zone: policies may follow the rhythm of a tie.</param>
    /// <param name="ties">
    /// The contacts, each once, and what happened with them in order of time, as a log gives it; what comes after <paramref name="asOf"/>
    /// is left out.
    /// </param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="settings">Duration, seed and probabilities.</param>
    /// <returns>The simulation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/>, or the end of the last week, lies outside 0001-01-02 to 9999-12-30.
    /// </exception>
    /// <exception cref="CadencePolicyNotFoundException">The plan names a policy that is not registered.</exception>
    internal static CadenceSimulation Run(
        CadenceRules plan,
        RelationshipScorer scorer,
        IEnumerable<(Contact Contact, ImmutableArray<Touchpoint> Touchpoints)> ties,
        Instant asOf,
        SimulationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(settings);
        var left = (Time.SupportedTime.Last - Time.SupportedTime.Floor(asOf)).TotalDays;
        if (left < (settings.Weeks * 7) + 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The instant is {left:0} days before the end of time; {settings.Weeks} weeks need {(settings.Weeks * 7) + 1}."));
        }

        var lives = ties.OrderBy(tie => tie.Contact.Id)
            .Select(tie => new SimulatedLife(tie.Contact, tie.Touchpoints, scorer, plan, settings, asOf))
            .ToArray();
        var first = asOf.InZone(scorer.Zone).Date.PlusDays(1);
        var weeks = ImmutableArray.CreateBuilder<SimulatedWeek>(settings.Weeks);
        for (var week = 0; week < settings.Weeks; week++)
        {
            weeks.Add(Live(lives, first.PlusDays(7 * week), scorer.Zone, settings.MostPerWeek ?? int.MaxValue));
        }

        return new CadenceSimulation(settings, weeks.MoveToImmutable(), [.. lives.Select(life => life.Total)]);
    }

    /// <summary>Returns the load, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Settings}: {MeanPerWeek:0.0} a week, {Peak.Reached} at most");

    private static SimulatedWeek Live(SimulatedLife[] lives, LocalDate firstDay, DateTimeZone zone, int most)
    {
        var (answered, theirs) = (lives.Sum(life => life.Total.Answered), lives.Sum(life => life.Total.Theirs));
        var due = new HashSet<SimulatedLife>();
        var reached = 0;
        for (var day = firstDay; day < firstDay.PlusDays(7); day = day.PlusDays(1))
        {
            // Noon is on its own day in every zone but where a zone skips the day, and then it is on the next.
            var now = zone.AtLeniently(day + new LocalTime(12, 0)).ToInstant();
            var dueToday = lives.Where(life => life.Begin(day, now)).OrderBy(life => life.Ideal).ToArray();
            due.UnionWith(dueToday);
            foreach (var life in dueToday)
            {
                reached += reached < most && life.Reach(now) ? 1 : 0;
            }
        }

        return new SimulatedWeek(
            firstDay, due.Count, reached, lives.Sum(life => life.Total.Answered) - answered, lives.Sum(life => life.Total.Theirs) - theirs);
    }
}
