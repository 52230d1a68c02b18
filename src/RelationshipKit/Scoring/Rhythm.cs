using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Ties;
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

    /// <summary>
    /// Gets the usual gap in days: the geometric mean of the gaps between contact-days, e^(mean of ln gap); at least 1, unknown below 2
    /// contact-days.
    /// </summary>
    /// <remarks>
    /// A gap shorter than a day counts as a day. One long pause moves it little: of five gaps of a week and one of half a year it is 12
    /// days, where the arithmetic mean is 36. On public mail the next gap is nearer to it than to the arithmetic mean. The hazard of
    /// forecasts keeps a scale of its own.
    /// </remarks>
    [JsonPropertyName("usualGapDays")]
    public double? UsualGapDays { get; }

    /// <summary>Gets the spread of the gaps in days: their population standard deviation; not negative, unknown below 2 gaps.</summary>
    /// <remarks>A gap runs from the last contact of one contact-day to the first contact of the next.</remarks>
    [JsonPropertyName("gapSpreadDays")]
    public double? GapSpreadDays { get; }

    /// <summary>Gets the days since the last touch; not negative, unknown without one.</summary>
    [JsonPropertyName("silentDays")]
    public double? SilentDays { get; }

    /// <summary>Gets the share of comparable gaps that would be over by now, in [0, 1]; unknown without a touch.</summary>
    /// <remarks>
    /// From the hazard of <see cref="ScoreSettings.Hazard"/>, of ties with as many contact-days, in units of this tie's own gaps: <c>1 -
    /// e^-Λ(u)</c>. It never falls while the silence lasts. Near 1, this silence is unusual for this tie.
    /// </remarks>
    [JsonPropertyName("silencePercentile")]
    public double? SilencePercentile { get; }

    /// <summary>Returns the numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        SilentDays is not { } silent
            ? "no contact yet"
            : UsualGapDays is { } usual
                ? string.Create(CultureInfo.InvariantCulture, $"silent for {silent:0.0} days, usually {usual:0.0}")
                : string.Create(CultureInfo.InvariantCulture, $"silent for {silent:0.0} days");

    /// <summary>Returns the rhythm of a tie with its first and last touch and what the masses hold of its gaps.</summary>
    internal static Rhythm Of(long firstMicros, long lastMicros, in TieMasses masses, long asOfMicros, ScoreSettings settings)
    {
        if (masses.Spells == 0)
        {
            return default;
        }

        var gaps = masses.Gaps;
        var spanDays = SupportedTime.DaysBetween(firstMicros, lastMicros);
        var silentDays = SupportedTime.DaysBetween(lastMicros, asOfMicros);
        return new Rhythm(
            gaps > 0 ? masses.UsualGapDays : null,
            gaps > 1 ? Math.Sqrt(masses.GapSquares / gaps) : null,
            silentDays,
            settings.Hazard.SilencePercentileOf(masses.Spells, spanDays, silentDays));
    }
}
