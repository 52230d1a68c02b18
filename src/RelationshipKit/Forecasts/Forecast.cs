using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <summary>What is to be expected of one tie from an instant on, if nothing changes.</summary>
/// <remarks>
/// <para>Every number is <see langword="null"/> for a tie without contact: nothing is known, which is not the same as nothing to expect.</para>
/// <para>
/// The longer the silence, the less likely contact becomes and the higher the percentile; a longer horizon never lowers a probability.
/// Horizons chain: <c>1 - P(a + b from now) = (1 - P(a from now)) (1 - P(b from a later, if there was none))</c>.
/// </para>
/// <para>The default value is the forecast of a tie without contact on 1970-01-01. Equality is that of the tie, the instant and the hazard.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct Forecast
{
    private readonly RhythmHazard? hazard;
    private readonly RhythmState tie;
    private readonly long asOfMicros;

    internal Forecast(RhythmHazard hazard, in RhythmState tie, long asOfMicros)
    {
        this.hazard = hazard;
        this.tie = tie;
        this.asOfMicros = asOfMicros;
    }

    /// <summary>Gets the instant the forecast looks on from, in whole microseconds.</summary>
    public Instant AsOf => SupportedTime.FromMicros(asOfMicros);

    /// <summary>Gets a value indicating whether the probabilities may be taken at their word; see <see cref="RhythmHazard.IsCalibrated"/>.</summary>
    public bool IsCalibrated => hazard is { IsCalibrated: true };

    /// <summary>Gets the share of comparable gaps that would be over by now, in [0, 1]; unknown without contact.</summary>
    /// <remarks>Near 1, this silence is unusual for this tie. It never falls while the silence lasts.</remarks>
    public double? SilencePercentile => IsKnown ? OverBy(SilentDays) : null;

    private bool IsKnown => hazard is not null && tie.ContactDays > 0;

    private double SilentDays => SupportedTime.DaysBetween(tie.LastMicros, asOfMicros);

    private HazardCurve Curve => hazard!.CurveOf(tie.ContactDays);

    /// <summary>Returns the probability of at least one contact-day after <see cref="AsOf"/> and within a time from it.</summary>
    /// <param name="horizon">How far to look; not negative.</param>
    /// <returns>From 0 to 1; unknown without contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative.</exception>
    public double? ContactWithin(Duration horizon)
    {
        if (horizon < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is negative; it must not be.");
        }

        if (!IsKnown)
        {
            return null;
        }

        var scale = tie.ScaleDays;
        return 0 - Elementary.ExpM1(-Curve.Between(SilentDays / scale, horizon.TotalDays / scale)); // a difference, so that none is 0 and not -0
    }

    /// <summary>Returns when a share of comparable gaps would be over: "three of four would have been in touch again by".</summary>
    /// <param name="share">The share; more than 0 and less than 1.</param>
    /// <returns>
    /// The first microsecond at which <see cref="SilencePercentile"/> is at least the share if there is no contact before, which may lie before
    /// <see cref="AsOf"/>; <see langword="null"/> without contact, or if so many do not come back by 9999-12-30.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is NaN or lies outside its range.</exception>
    public Instant? DueBy(double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, string.Create(CultureInfo.InvariantCulture, $"The value is {share}; it must be more than 0 and less than 1."));
        }

        if (!IsKnown)
        {
            return null;
        }

        var self = this;
        bool IsOver(long micros) => self.OverBy(SupportedTime.DaysBetween(self.tie.LastMicros, micros)) >= share;
        return IsOver(SupportedTime.LastMicros)
            ? SupportedTime.FromMicros(MonotoneSearch.FirstWhere(tie.LastMicros, SupportedTime.LastMicros, SupportedTime.MicrosPerDay, IsOver))
            : null;
    }

    /// <summary>Returns the percentile and the probability of contact within 30 days in the invariant culture, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        IsKnown
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"in touch within 30 days: {ContactWithin(Duration.FromDays(30)):P0}{(IsCalibrated ? "" : ", not calibrated for your network")}")
            : "no contact, no forecast";

    private double OverBy(double silentDays) => 0 - Elementary.ExpM1(-Curve.Between(0, silentDays / tie.ScaleDays));
}
