using System.Globalization;
using NodaTime;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <summary>All that a forecast needs to know of a tie: on how many days there was contact, and the first and the last time.</summary>
/// <remarks>
/// <para>The default value is <see cref="None"/>, a tie without contact. Equality is that of the number and the instants.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct RhythmState
{
    private RhythmState(int contactDays, long firstMicros, long lastMicros)
    {
        ContactDays = contactDays;
        FirstMicros = firstMicros;
        LastMicros = lastMicros;
    }

    /// <summary>Gets the state of a tie without contact.</summary>
    public static RhythmState None => default;

    /// <summary>Gets the number of contact-days: distinct owner-local dates with contact; 0 or more.</summary>
    public int ContactDays { get; }

    /// <summary>Gets the first contact; <see langword="null"/> without one.</summary>
    public Instant? First => ContactDays == 0 ? null : SupportedTime.FromMicros(FirstMicros);

    /// <summary>Gets the last contact; <see langword="null"/> without one.</summary>
    public Instant? Last => ContactDays == 0 ? null : SupportedTime.FromMicros(LastMicros);

    internal long FirstMicros { get; }

    internal long LastMicros { get; }

    internal double SpanDays => SupportedTime.DaysBetween(FirstMicros, LastMicros);

    // The usual gap that people are told, if it is known, else the mean; there must be a gap.
    internal double UsualDays(double usualGapDays) => double.IsNaN(usualGapDays) ? SpanDays / (ContactDays - 1) : usualGapDays;

    // The usual gap, shrunk, that this tie's next gap is scaled by.
    internal double ScaleDays => RhythmGrid.ScaleDays(ContactDays, SpanDays);

    /// <summary>Returns the state with the given numbers.</summary>
    /// <param name="contactDays">The number of contact-days; 1 or more.</param>
    /// <param name="first">The first contact, floored to microseconds.</param>
    /// <param name="last">The last contact, floored to microseconds; not before the first.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="contactDays"/> is less than 1, an instant lies outside 0001-01-02 to 9999-12-30, or <paramref name="last"/> is
    /// before <paramref name="first"/>.
    /// </exception>
    public static RhythmState Of(int contactDays, Instant first, Instant last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contactDays, 1);
        var firstMicros = SupportedTime.ToMicros(first);
        var lastMicros = SupportedTime.ToMicros(last);
        return lastMicros >= firstMicros
            ? new RhythmState(contactDays, firstMicros, lastMicros)
            : throw new ArgumentOutOfRangeException(nameof(last), last, "The last contact is before the first; it must not be.");
    }

    /// <summary>Returns what a tie's state says of its rhythm.</summary>
    /// <param name="tie">The state of the tie.</param>
    /// <returns>Its contact-days, first and last contact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tie"/> is <see langword="null"/>.</exception>
    public static RhythmState Of(TieState tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return tie.ContactDays == 0 ? None : new RhythmState(tie.Spells, tie.Counts.FirstMicros, tie.Counts.LastMicros);
    }

    /// <summary>Returns the numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        ContactDays == 0
            ? "no contact"
            : string.Create(CultureInfo.InvariantCulture, $"{ContactDays} contact-days in {SpanDays:0.0} days");

    // One more contact-day after all others. Its end may lie before an earlier one's where clocks were turned back over midnight.
    internal RhythmState Plus(long earliestMicros, long latestMicros) =>
        ContactDays == 0
            ? new RhythmState(1, earliestMicros, latestMicros)
            : new RhythmState(ContactDays + 1, Math.Min(FirstMicros, earliestMicros), Math.Max(LastMicros, latestMicros));
}
