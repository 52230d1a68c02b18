using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>How large the steps of a gentle week may be, after what the owner did in the weeks before.</summary>
/// <remarks>
/// <para>
/// Many people find reaching out frightening. Small, frequent steps make it easier. The pace is the number of the four weeks before in
/// which the owner took a step, including attempts. For the steps of the week a step with anybody counts. For channels and gestures only a
/// step with the contact counts. The figures are a convention:
/// </para>
/// <code>
/// weeks with a step   steps a week   channels                     gestures
/// 0                   2              light, the quickest          thank, share, congratulate
/// 1                   3              light, the quickest          any
/// 2                   4              light, and voice             any
/// 3                   5              light, voice and video       any
/// 4                   6              any                          any
/// </code>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GentlePace
{
    private const int Weeks = 4;

    private static readonly ImmutableArray<Gesture> FirstGestures = [Gesture.Thank, Gesture.Share, Gesture.Congratulate];

    private GentlePace(int weeksWithAStep) => WeeksWithAStep = weeksWithAStep;

    /// <summary>Gets in how many of the four weeks before the owner took a step, from 0 to 4.</summary>
    public int WeeksWithAStep { get; }

    /// <summary>Gets the most steps of the week, from 2 to 6; the week stays gentle until its owner says otherwise.</summary>
    public int MostSteps => WeeksWithAStep + 2;

    /// <summary>Gets a value indicating whether only the quickest channel that counts is offered.</summary>
    internal bool OffersTheSmallestOnly => WeeksWithAStep < 2;

    /// <summary>Reads the pace off the log.</summary>
    /// <param name="touchpoints">The touchpoints with everybody.</param>
    /// <param name="monday">The first day of the week to plan.</param>
    /// <param name="asOf">The instant of the question; later touchpoints do not count.</param>
    /// <param name="zone">The owner's zone.</param>
    /// <returns>The pace.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="touchpoints"/> or <paramref name="zone"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="monday"/> is not a Monday of the years 1 to 9999 in the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    internal static GentlePace Of(IEnumerable<Touchpoint> touchpoints, LocalDate monday, Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        WeekDates.Check(monday, nameof(monday));
        var now = SupportedTime.Floor(asOf);
        var weeks = touchpoints
            .Where(touchpoint => touchpoint.At <= now && touchpoint.Direction is Direction.Outgoing or Direction.Mutual)
            .Select(touchpoint => Period.DaysBetween(touchpoint.At.InZone(zone).Date, monday))
            .Where(days => days is > 0 and <= 7 * Weeks)
            .Select(days => (days - 1) / 7)
            .Distinct()
            .Count();
        return new GentlePace(weeks);
    }

    /// <summary>Determines whether a channel is open at this pace.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="isRich">Whether the fold settings call it rich.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    internal bool Allows(Channel channel, bool isRich)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return !isRich
            || WeeksWithAStep == Weeks
            || (WeeksWithAStep >= 2 && channel == Channel.Voice)
            || (WeeksWithAStep >= 3 && channel == Channel.Video);
    }

    /// <summary>Determines whether a gesture is open at this pace.</summary>
    /// <param name="gesture">The gesture.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    internal bool Allows(Gesture gesture) => WeeksWithAStep > 0 || FirstGestures.Contains(gesture);

    /// <summary>Returns the pace in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => Reason.ToString();

    internal PlanReason Reason => new(PlanReasonCode.Gentle) { Count = WeeksWithAStep, Days = MostSteps };
}
