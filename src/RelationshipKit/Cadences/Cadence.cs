using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit;

/// <summary>The stock policies, and what combines them with each other and with policies of your own.</summary>
/// <remarks>
/// <para>
/// A touch qualifies if it was more than an attempt. A window's tolerance is half the interval, rounded down to days, by default. A policy
/// whose date would lie past 9999-12-30 asks for nothing.
/// </para>
/// <para>All policies here are immutable and safe to share between threads, and are stored as JSON.</para>
/// </remarks>
public static partial class Cadence
{
    /// <summary>Gets the policy that asks for nothing; the identity of <see cref="Soonest"/>.</summary>
    public static ICadencePolicy Never { get; } = new NeverCadence();

    /// <summary>Returns the policy of a touch each period after the last one.</summary>
    /// <param name="period">Whole days, weeks, months and years, from P1D to P100Y. A month that is too short ends on its last day.</param>
    /// <param name="toleranceDays">
    /// The days after the ideal date that are fine too, from 0 to 36,525; half the interval if <see langword="null"/>.
    /// </param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period or the tolerance lies outside its range.</exception>
    public static ICadencePolicy Every(Period period, int? toleranceDays = null) => new EveryCadence(period, toleranceDays);

    /// <summary>Returns the policy that stands under a name when it is asked.</summary>
    /// <param name="name">
    /// The name: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <returns>The policy; asking it without a policy of that name throws <see cref="CadencePolicyNotFoundException"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name breaks the rule above.</exception>
    public static ICadencePolicy Named(string name) => new NamedCadence(name);

    /// <summary>
    /// Returns the policy that gives the soonest window of several policies. Associative, commutative, with <see cref="Never"/> as
    /// identity.
    /// </summary>
    /// <param name="policies">The policies, at least one.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ICadencePolicy Soonest(params ICadencePolicy[] policies) => Limited(new SoonestCadence(Check(policies), isLatest: false));

    /// <summary>
    /// Returns the policy that gives the latest window of several policies. Policies that ask for nothing do not count. Associative and
    /// commutative.
    /// </summary>
    /// <param name="policies">The policies, at least one.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ICadencePolicy Latest(params ICadencePolicy[] policies) => Limited(new SoonestCadence(Check(policies), isLatest: true));

    /// <summary>Returns a policy that counts from the last touch of some kind, so that one person can have several cadences.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="qualifying">Which touches satisfy it; without any it counts from <see cref="CadenceContext.Start"/>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ICadencePolicy Counting(ICadencePolicy policy, TouchpointFilter qualifying)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(qualifying);
        return Limited(new CountingCadence(policy, qualifying));
    }

    /// <summary>Returns the policy of given days of the week.</summary>
    /// <param name="days">The days, at least one, from Monday to Sunday. Tolerated are half of the days up to the next of them.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is not a day of the week.</exception>
    public static ICadencePolicy Weekly(params IsoDayOfWeek[] days)
    {
        var set = new WeekDays(days, nameof(days));
        return set.IsEmpty
            ? throw new ArgumentException("There are 0 days; there must be at least 1.", nameof(days))
            : new WeeklyCadence(set);
    }

    /// <summary>
    /// Returns the policy of dates a period apart, counted from an anchor and not from the last touch: the 31st stays the 31st after a
    /// shorter month.
    /// </summary>
    /// <param name="anchor">The first date, in the ISO calendar and the years 1 to 9999.</param>
    /// <param name="period">Whole days, weeks, months and years, from P1D to P100Y.</param>
    /// <returns>The policy; a touch satisfies the dates up to its own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The date is in another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside its range.</exception>
    public static ICadencePolicy Fixed(LocalDate anchor, Period period) => new FixedCadence(anchor, period);

    /// <summary>Returns the policy of follow-ups after a first meeting, then of a steady policy.</summary>
    /// <param name="steady">The policy after the last rung; it never asks sooner after a touch than the last rung does.</param>
    /// <param name="rungs">
    /// The waits between one touch and the next, at least one, from P1D to P100Y and none shorter than the one before, such as 2 days, 2
    /// weeks and 6 weeks. Any qualifying touch satisfies a rung, whenever it comes; touches of one day count once.
    /// </param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the rungs is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no rungs, or one is shorter than the one before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rung lies outside its range.</exception>
    public static ICadencePolicy Ladder(ICadencePolicy steady, params Period[] rungs)
    {
        ArgumentNullException.ThrowIfNull(steady);
        ArgumentNullException.ThrowIfNull(rungs);
        if (rungs.Length == 0)
        {
            throw new ArgumentException("There are 0 rungs; there must be at least 1.", nameof(rungs));
        }

        var normal = rungs.Select(rung => CadenceDates.CheckPeriod(rung, nameof(rungs)).Normalize()).ToImmutableArray();
        for (var i = 1; i < normal.Length; i++)
        {
            if (CadenceDates.ApproximateDays(normal[i]) < CadenceDates.ApproximateDays(normal[i - 1]))
            {
                throw new ArgumentException(
                    $"The rung {PeriodText.Of(normal[i])} follows {PeriodText.Of(normal[i - 1])}; none must be shorter than the "
                        + "one before.",
                    nameof(rungs));
            }
        }

        return Limited(new LadderCadence(normal, steady));
    }

    /// <summary>Returns the policy of staying in touch as often as the two usually are.</summary>
    /// <param name="leastDays">The shortest interval, from 1 to 36,525 days. The default is 7.</param>
    /// <param name="mostDays">
    /// The longest interval, from <paramref name="leastDays"/> to 36,525 days, also for those whose usual gap is not known. The default is
    /// 180.
    /// </param>
    /// <returns>The policy. As the usual gap is learned, a touch may bring the next one nearer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
    public static ICadencePolicy FromRhythm(int leastDays = 7, int mostDays = 180) => new RhythmCadence(leastDays, mostDays);

    /// <summary>Returns the policy of a touch when the tie has faded to a strength, if nothing happened since the last one.</summary>
    /// <param name="level">The strength to let it fall to, more than 0 and at most 1.</param>
    /// <param name="leastDays">
    /// The shortest interval, from 1 to 36,525 days; also that of a tie which is weaker right after a touch. The default is 7.
    /// </param>
    /// <param name="mostDays">The longest interval, from <paramref name="leastDays"/> to 36,525 days. The default is 365.</param>
    /// <returns>The policy. A strong tie is given more time than a weak one, and a meeting more than a message.</returns>
    /// <remarks>The strength is that of the facet asked about, else of the whole person, by the settings of the book.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The strength or a bound lies outside its range.</exception>
    public static ICadencePolicy WhenStrengthFallsTo(Strength level, int leastDays = 7, int mostDays = 365) =>
        new StrengthCadence(level, leastDays, mostDays);

    /// <summary>Returns the policy of the contact's birthdays, anniversaries and achievements.</summary>
    /// <param name="leadDays">The days before an occasion from which a touch is wanted and counts for it, from 0 to 180.</param>
    /// <param name="graceDays">The days after it that are fine too, from 0 to 180. The default is 3.</param>
    /// <returns>The policy; a 29 February follows the occasion's own rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public static ICadencePolicy Occasions(int leadDays = 0, int graceDays = 3) => new OccasionCadence(leadDays, graceDays);

    /// <summary>
    /// Returns the policy of answering what the contact wrote: by a touch, or in a call or a meeting, no matter who began it.
    /// </summary>
    /// <param name="withinDays">The days an answer may take, from 1 to 365; as many again are tolerated.</param>
    /// <returns>The policy; it asks for nothing while no answer is owed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public static ICadencePolicy ReplyOwed(int withinDays = 2) => new ReplyOwedCadence(withinDays);

    /// <summary>Returns a policy for some contacts only.</summary>
    /// <param name="selector">Whom it is for.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The policy; it asks nothing of others.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ICadencePolicy For(ContactSelector selector, ICadencePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new ForCadence(selector, policy, isUnless: false));
    }

    /// <summary>Returns a policy for all contacts but some.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="selector">Whom it is not for.</param>
    /// <returns>The policy; it asks nothing of those.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ICadencePolicy Unless(ICadencePolicy policy, ContactSelector selector)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(selector);
        return Limited(new ForCadence(selector, policy, isUnless: true));
    }

    /// <summary>
    /// Returns the policy that gives the window of the first of several policies that has one. Put the most particular first and the most
    /// general last.
    /// </summary>
    /// <param name="policies">The policies, at least one.</param>
    /// <returns>The policy. Associative, with <see cref="Never"/> as identity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ICadencePolicy First(params ICadencePolicy[] policies) => Limited(new FirstCadence(Check(policies)));

    /// <summary>
    /// Returns the policy of the stock circles: weekly, monthly, half-yearly and yearly, from the innermost to the widest.
    /// </summary>
    /// <returns>The policy; it asks nothing of contacts in no stock circle.</returns>
    /// <remarks>
    /// The frequencies are those that define the layers in R. I. M. Dunbar and S. G. B. Roberts' studies of personal networks (Roberts and
    /// Dunbar 2011, Personal Relationships 18).
    /// </remarks>
    public static ICadencePolicy ByCircle() => First(
        For(ContactSelector.In(Circle.Inner), Every(Period.FromWeeks(1))),
        For(ContactSelector.In(Circle.Close), Every(Period.FromMonths(1))),
        For(ContactSelector.In(Circle.Affinity), Every(Period.FromMonths(6))),
        For(ContactSelector.In(Circle.Active), Every(Period.FromYears(1))));

    private static StockCadence Limited(StockCadence policy, [CallerMemberName] string name = "") =>
        policy.Depth <= StockCadence.DeepestNesting
            ? policy
            : throw new ArgumentException(
                $"The policies are nested {policy.Depth} deep in {name}; they must be nested at most {StockCadence.DeepestNesting} deep.");

    private static ImmutableArray<ICadencePolicy> Check(ICadencePolicy[] policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        if (policies.Length == 0)
        {
            throw new ArgumentException("There are 0 policies; there must be at least 1.", nameof(policies));
        }

        foreach (var policy in policies)
        {
            ArgumentNullException.ThrowIfNull(policy, nameof(policies));
        }

        return [.. policies];
    }
}
