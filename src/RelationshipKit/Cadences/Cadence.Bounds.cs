using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit;

/// <content>Policies that bound and move what another one asks for.</content>
public static partial class Cadence
{
    /// <summary>Returns a policy that never asks sooner than a period after the date it counts from.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="least">The period: whole days, weeks, months and years, from P1D to P100Y.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside its range.</exception>
    public static ICadencePolicy AtLeast(ICadencePolicy policy, Period least)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new BoundedCadence(policy, CadenceDates.CheckPeriod(least), isAtLeast: true));
    }

    /// <summary>Returns a policy that never asks later than a period after the date it counts from.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="most">The period: whole days, weeks, months and years, from P1D to P100Y.</param>
    /// <returns>The policy; where <paramref name="policy"/> asks for nothing, it does too.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside its range.</exception>
    public static ICadencePolicy AtMost(ICadencePolicy policy, Period most)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new BoundedCadence(policy, CadenceDates.CheckPeriod(most), isAtLeast: false));
    }

    /// <summary>Returns a policy that asks only between two days of the year; what falls outside waits for the season to begin.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="from">The first day of the season.</param>
    /// <param name="to">The last day of the season; a season may run over the turn of the year.</param>
    /// <returns>The policy. In a year without 29 February, 28 February is used.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    public static ICadencePolicy Between(ICadencePolicy policy, AnnualDate from, AnnualDate to)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new SeasonCadence(policy, from, to));
    }

    /// <summary>
    /// Returns a policy whose dates are spread over some days by contact and date, without chance: the same contact and date, the same
    /// shift.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="days">The most days a window is moved later, from 1 to 365.</param>
    /// <returns>The policy. A window that was not sooner than another stays so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public static ICadencePolicy Jitter(ICadencePolicy policy, int days)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new JitterCadence(policy, days));
    }

    /// <summary>Returns a policy whose ideal date avoids some days of the week and moves to the next other day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="days">The days to avoid, at least one and not all seven.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no days, or all seven.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is not a day of the week.</exception>
    public static ICadencePolicy NotOn(ICadencePolicy policy, params IsoDayOfWeek[] days)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new QuietDaysCadence(policy, WeekDays.SomeNotAll(days, nameof(days))));
    }

    /// <summary>
    /// Returns a policy that waits longer after each day of reaching out without an answer, and stops after some of them.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="factor">How many times as long it waits after each unanswered day beyond the first, from 1 to 10.</param>
    /// <param name="mostUnanswered">The unanswered days after which it asks for nothing, from 1 to 100; attempts count among them.</param>
    /// <returns>The policy. Any answer, or a touch of theirs, resets it, which may bring the next one nearer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public static ICadencePolicy BackOff(ICadencePolicy policy, double factor = 2, int mostUnanswered = 3)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Limited(new BackOffCadence(policy, factor, mostUnanswered));
    }
}
