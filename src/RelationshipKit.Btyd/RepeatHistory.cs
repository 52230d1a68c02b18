using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Btyd;

/// <summary>
/// All that the models of repeated contact know of a tie: how often contact was repeated, when last, and for how long it has been watched.
/// </summary>
/// <remarks>
/// <para>
/// The unit is the contact-day, and the first one is not counted: x repeats, the last of them t_x after the first contact, asked about at
/// the age T. Names say days; the models themselves have no unit, so any other serves as well if their scale parameters are in it.
/// </para>
/// <para>
/// The default value of this type is a tie met this moment: nothing repeated at an age of 0. Equality is that of the numbers. This type is
/// an immutable value type, so it is safe to share between threads.
/// </para>
/// </remarks>
public readonly record struct RepeatHistory
{
    internal const int MaxRepeats = 10_000_000;
    internal const double MaxDays = 1e10;

    private RepeatHistory(int repeats, double lastDays, double ageDays)
    {
        Repeats = repeats;
        LastDays = lastDays;
        AgeDays = ageDays;
    }

    /// <summary>Gets x, the number of contact-days after the first; from 0 to 10,000,000.</summary>
    public int Repeats { get; }

    /// <summary>
    /// Gets t_x, the time from the first contact to the last, in days; from 0 to <see cref="AgeDays"/>, and 0 if nothing was repeated.
    /// </summary>
    public double LastDays { get; }

    /// <summary>Gets T, the time from the first contact to the instant asked about, in days; from 0 to 1e10.</summary>
    public double AgeDays { get; }

    /// <summary>Returns the history with the given numbers.</summary>
    /// <param name="repeats">The number of contact-days after the first; from 0 to 10,000,000.</param>
    /// <param name="lastDays">
    /// The days from the first contact to the last; from 0 to <paramref name="ageDays"/>, and 0 if nothing was repeated.
    /// </param>
    /// <param name="ageDays">The days from the first contact to the instant asked about; from 0 to 1e10.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static RepeatHistory FromDays(int repeats, double lastDays, double ageDays)
    {
        Guard.InRange(repeats, 0, MaxRepeats);
        Guard.InRange(ageDays, 0, MaxDays);
        Guard.InRange(lastDays, 0, repeats == 0 ? 0 : ageDays);
        return new RepeatHistory(repeats, lastDays, ageDays);
    }

    /// <summary>Returns the history of a tie at an instant: its contact-days but the first, its first and its last touch.</summary>
    /// <param name="state">The state of the tie.</param>
    /// <param name="asOf">The instant asked about; not before <see cref="TieState.UpTo"/>.</param>
    /// <returns>The history; <see langword="null"/> if there was no contact. Several touches of one day alone repeat nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is earlier than the state is folded up to.</exception>
    public static RepeatHistory? FromState(TieState state, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(state);
        var micros = SupportedTime.ToMicros(asOf, nameof(asOf));
        if (asOf < state.UpTo)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), "The instant is earlier than what the state is folded up to; it must not be.");
        }

        if (state.FirstTouch is not { } firstTouch || state.LastTouch is not { } lastTouch)
        {
            return null;
        }

        var first = SupportedTime.ToMicros(firstTouch);
        var repeats = state.ContactDays - 1;
        var last = repeats == 0 ? 0 : SupportedTime.DaysBetween(first, SupportedTime.ToMicros(lastTouch));

        return new RepeatHistory(repeats, last, SupportedTime.DaysBetween(first, micros));
    }

    /// <summary>Returns the numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Repeats} repeats, the last after {LastDays:0.0} of {AgeDays:0.0} days");
}
