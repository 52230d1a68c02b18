using System.Globalization;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>How often two people are in touch, and how long they have not been.</summary>
/// <remarks>
/// <para>All numbers are in fractional days but the percentile; each is <see langword="null"/> while too little is known.</para>
/// <para>The default value of this type is the rhythm of a tie without contact: all unknown. Equality is that of the numbers.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct Rhythm
{
    internal Rhythm(double? usualGapDays, double? gapSpreadDays, double? silentDays, double? silencePercentile)
    {
        UsualGapDays = usualGapDays;
        GapSpreadDays = gapSpreadDays;
        SilentDays = silentDays;
        SilencePercentile = silencePercentile;
    }

    /// <summary>Gets the usual gap in days, (last touch - first touch) / (contact-days - 1); not negative, unknown below 2 contact-days.</summary>
    public double? UsualGapDays { get; }

    /// <summary>Gets the spread of the gaps in days: their population standard deviation; not negative, unknown below 2 gaps.</summary>
    /// <remarks>A gap runs from the last contact of one contact-day to the first contact of the next.</remarks>
    public double? GapSpreadDays { get; }

    /// <summary>Gets the days since the last touch; not negative, unknown without one.</summary>
    public double? SilentDays { get; }

    /// <summary>Gets the share of comparable gaps that would be over by now, in [0, 1]; unknown without a touch.</summary>
    /// <remarks>
    /// From the hazard of <see cref="ScoreSettings.Hazard"/>, of ties with as many contact-days, in units of this tie's own gaps: <c>1 - e^-Λ(u)</c>.
    /// It never falls while the silence lasts. Near 1, this silence is unusual for this tie.
    /// </remarks>
    public double? SilencePercentile { get; }

    /// <summary>Returns the numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        SilentDays is not { } silent
            ? "no contact yet"
            : UsualGapDays is { } usual
                ? string.Create(CultureInfo.InvariantCulture, $"silent for {silent:0.0} days, usually {usual:0.0}")
                : string.Create(CultureInfo.InvariantCulture, $"silent for {silent:0.0} days");

    /// <summary>Returns the rhythm of a tie with its first and last touch, its contact-days and the sum of squares of its gaps about their mean.</summary>
    internal static Rhythm Of(long firstMicros, long lastMicros, int spells, double gapSquares, long asOfMicros, ScoreSettings settings)
    {
        if (spells == 0)
        {
            return default;
        }

        var gaps = spells - 1;
        var spanDays = SupportedTime.DaysBetween(firstMicros, lastMicros);
        var silentDays = SupportedTime.DaysBetween(lastMicros, asOfMicros);
        return new Rhythm(
            gaps > 0 ? spanDays / gaps : null,
            gaps > 1 ? Math.Sqrt(gapSquares / gaps) : null,
            silentDays,
            settings.Hazard.SilencePercentileOf(spells, spanDays, silentDays));
    }
}
