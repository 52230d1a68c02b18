using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <summary>What is to be expected of one tie from an instant on, if nothing changes.</summary>
/// <remarks>
/// <para>Every number is <see langword="null"/> for a tie without contact: nothing is known, which does not mean that nothing is
/// expected.</para>
/// <para>
/// The longer the silence, the less likely contact becomes and the higher the percentile; a longer horizon never lowers a probability.
/// Horizons chain: <c>1 - P(a + b from now) = (1 - P(a from now)) (1 - P(b from a later, if there was none))</c>.
/// </para>
/// <para>The default value is the forecast of a tie without contact on 1970-01-01. Equality is that of the tie, the instant and the
/// hazard.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct Forecast
{
    // A tie of so many contact-days is losing touch while contact is not more likely than this, even if the forecast is off by its expected
    // error. The horizon is so many of its mean gaps, at least a week and at most a quarter.
    private const double LosingTouchAt = 0.3;
    private const int KnownFromContactDays = 3;
    private const double HorizonInGaps = 4;
    private const double LeastHorizonDays = 7;
    private const double MostHorizonDays = 90;

    // The prior of a tie, added to its own days: four days with one side active, and on a tenth of an average of them the other, too.
    private const double PriorLoudDays = 4;
    private const double PriorQuietDays = 0.4;

    private readonly RhythmHazard? hazard;
    private readonly RhythmState tie;
    private readonly long asOfMicros;
    private readonly double outgoingDays;
    private readonly double incomingDays;

    // The usual gap that people are told; NaN if only the numbers of the model are known.
    private readonly double usualGapDays;

    internal Forecast(
        RhythmHazard hazard, in RhythmState tie, double outgoingDays, double incomingDays, double usualGapDays, long asOfMicros)
    {
        this.hazard = hazard;
        this.tie = tie;
        this.outgoingDays = outgoingDays;
        this.incomingDays = incomingDays;
        this.usualGapDays = usualGapDays;
        this.asOfMicros = asOfMicros;
    }

    /// <summary>Gets the instant the forecast looks on from, in whole microseconds.</summary>
    [JsonIgnore]
    public Instant AsOf => SupportedTime.FromMicros(asOfMicros);

    [JsonInclude, JsonPropertyName("within7Days")]
    internal double? Within7Days => ContactWithin(Duration.FromDays(7));

    [JsonInclude, JsonPropertyName("within30Days")]
    internal double? Within30Days => ContactWithin(Duration.FromDays(30));

    [JsonInclude, JsonPropertyName("within90Days")]
    internal double? Within90Days => ContactWithin(Duration.FromDays(90));

    /// <summary>
    /// Gets a value indicating whether the probabilities can be used as they are; see <see cref="RhythmHazard.IsCalibrated"/>.
    /// </summary>
    [JsonPropertyName("calibrated")]
    public bool IsCalibrated => hazard is { IsCalibrated: true };

    /// <summary>
    /// Gets the average error to expect of the probabilities; see <see cref="RhythmHazard.ExpectedError"/>. Unknown without contact.
    /// </summary>
    [JsonPropertyName("expectedError")]
    public double? ExpectedError => IsKnown ? hazard!.ExpectedError : null;

    /// <summary>Gets the share of comparable gaps that would be over by now, in [0, 1]; unknown without contact.</summary>
    /// <remarks>
    /// From 0.8 on the two are unusually silent for this tie. It never falls while the silence lasts. It does not say whether they will be
    /// in touch again: for that see <see cref="IsLosingTouch"/>.
    /// </remarks>
    [JsonIgnore]
    public double? SilencePercentile => IsKnown ? OverBy(SilentDays) : null;

    /// <summary>
    /// Gets a value indicating whether the tie is about to go quiet. It is then silent for longer than usual, and contact within several of
    /// its gaps is unlikely. Unknown below 3 contact-days.
    /// </summary>
    /// <remarks>
    /// True exactly while the silence is longer than g + min(g, 90 days) and <c>P(contact within H) + expected error ≤ 0.3</c>. Here g is
    /// the mean gap, (last - first) / (contact-days - 1), but at least a day. H is four mean gaps, but from 7 to 90 days. The expected
    /// error is <see cref="ExpectedError"/>. Silence only lowers the probability, so only contact ends it. Nothing is remembered, and
    /// asking twice gives the same answer. A silence that is only unusual (<see cref="SilencePercentile"/>) does not mean that. On public
    /// mail most ties that had just become unusually silent wrote again within a month. Of those that were newly losing touch, four in five
    /// did not (benchmarks/README.md).
    /// </remarks>
    [JsonPropertyName("losingTouch")]
    public bool? IsLosingTouch => IsKnown ? IsLosing(hazard!, tie.ContactDays, tie.SpanDays, SilentDays) : null;

    // What a network's knowledge asks; there must be contact.
    internal double ScaleDays => tie.ScaleDays;

    internal double KnownSilentDays => SilentDays;

    internal int KnownContactDays => tie.ContactDays;

    private double OwnHorizonDays => HorizonOf(tie.SpanDays / (tie.ContactDays - 1));

    private bool IsKnown => hazard is not null && tie.ContactDays > 0;

    private double SilentDays => SupportedTime.DaysBetween(tie.LastMicros, asOfMicros);

    /// <summary>Returns whether a tie is about to go quiet; null where it has too few contact-days to tell.</summary>
    internal static bool? IsLosing(RhythmHazard hazard, int contactDays, double spanDays, double silentDays)
    {
        if (contactDays < KnownFromContactDays)
        {
            return null;
        }

        // Whether the usual gap is over and as much again, a quarter at most.
        var mean = spanDays / (contactDays - 1);
        var gap = Math.Max(1, mean);
        return silentDays > gap + Math.Min(gap, MostHorizonDays)
            && hazard.ContactWithinOf(contactDays, spanDays, silentDays, HorizonOf(mean)) + hazard.ExpectedError <= LosingTouchAt;
    }

    /// <summary>Returns the probability of at least one contact-day after <see cref="AsOf"/> and within a time from it.</summary>
    /// <param name="horizon">How far to look; not negative.</param>
    /// <returns>From 0 to 1; unknown without contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative.</exception>
    public double? ContactWithin(Duration horizon)
    {
        CheckHorizon(horizon);
        return IsKnown ? Within(horizon.TotalDays) : null;
    }

    /// <summary>Returns the probability that both sides are active after <see cref="AsOf"/> and within a time from it.</summary>
    /// <param name="horizon">How far to look; not negative.</param>
    /// <returns>
    /// From 0 to <see cref="ContactWithin"/>, never falling as the horizon grows; unknown without contact, and where no direction is known.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative.</exception>
    /// <remarks>
    /// <para>With g and v the decayed days of the two directions (see <c>Reciprocity</c>), the quieter side is assumed to be active on any
    /// day of contact with probability q:</para>
    /// <code>
    /// q = (min(g, v) + 0.4) / (max(g, v) + 4)
    /// p = P(contact within H) · (q + (1 - q) (1 - e^(-q Λ')))
    /// </code>
    /// <para>
    /// The first day of contact has both sides with probability q. If not, a later day within the half of the horizon that is left may have
    /// both. Its hazard is that of a tie with one more contact-day, Λ' of it. The prior was chosen on the earlier parts of three public
    /// networks. There the model is better than a constant share of contacts on e-mail and on a forum, and equally good on a chat that was
    /// dying. Unlike the probability of contact, it may rise a little in silence, because a lopsided past is forgotten.
    /// </para>
    /// </remarks>
    public double? ReciprocatedWithin(Duration horizon)
    {
        CheckHorizon(horizon);
        if (!IsKnown || !(outgoingDays + incomingDays > 0))
        {
            return null;
        }

        var quiet = (Math.Min(outgoingDays, incomingDays) + PriorQuietDays) / (Math.Max(outgoingDays, incomingDays) + PriorLoudDays);
        var nextDays = tie.ContactDays == int.MaxValue ? tie.ContactDays : tie.ContactDays + 1;
        var nextScale = RhythmGrid.ScaleDays(nextDays, tie.SpanDays + SilentDays);
        var later = hazard!.CurveOf(nextDays).Between(0, horizon.TotalDays / 2 / nextScale);
        return Within(horizon.TotalDays) * (quiet + ((1 - quiet) * -Elementary.ExpM1(-quiet * later)));
    }

    /// <summary>Returns when a share of comparable gaps would be over: "three of four would have been in touch again by".</summary>
    /// <param name="share">The share; more than 0 and less than 1.</param>
    /// <returns>
    /// The first microsecond at which <see cref="SilencePercentile"/> is at least the share if there is no contact before. It may lie
    /// before <see cref="AsOf"/>. It is <see langword="null"/> without contact, or if so many do not come back by 9999-12-30.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is NaN or lies outside its range.</exception>
    public Instant? DueBy(double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(share), share,
                string.Create(CultureInfo.InvariantCulture, $"The value is {share}; it must be more than 0 and less than 1."));
        }

        if (!IsKnown)
        {
            return null;
        }

        var self = this;
        bool IsOver(long micros) => self.OverBy(SupportedTime.DaysBetween(self.tie.LastMicros, micros)) >= share;
        return IsOver(SupportedTime.LastMicros)
            ? SupportedTime.FromMicros(
                MonotoneSearch.FirstWhere(tie.LastMicros, SupportedTime.LastMicros, SupportedTime.MicrosPerDay, IsOver))
            : null;
    }

    /// <summary>
    /// Returns why contact is as likely as it is: the usual gap, the silence and the number of contact-days, in parts that sum.
    /// </summary>
    /// <param name="horizon">How far to look; more than zero.</param>
    /// <returns>The explanation; <see langword="null"/> without contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is zero or negative.</exception>
    public ForecastExplanation? Explain(Duration horizon)
    {
        if (horizon <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is zero or negative; it must be more than zero.");
        }

        return IsKnown ? ForecastExplanation.Of(hazard!, tie, usualGapDays, SilentDays, horizon) : null;
    }

    /// <summary>
    /// Returns how the silence compares in English words: "usually every 9 days, silent for 61; three in four ties this quiet stay quiet".
    /// </summary>
    /// <returns>
    /// A short text for people. Only while <see cref="IsLosingTouch"/> is true does it say what becomes of such ties. If the forecast is
    /// calibrated, it gives the forecast over the same time in round words. Otherwise it says "three in four", which is less than was
    /// measured on public mail.
    /// </returns>
    public string SilenceInWords()
    {
        if (!IsKnown)
        {
            return "no contact yet";
        }

        var silence = tie.ContactDays == 1
            ? $"no usual gap yet, silent for {DayText.Of(SilentDays)}"
            : $"usually every {DayText.Every(tie.UsualDays(usualGapDays))}, silent for {DayText.Number(SilentDays)}";
        return IsLosingTouch == true
            ? $"{silence}; {DayText.Share(IsCalibrated ? 1 - Within(OwnHorizonDays) : 1 - LosingTouchAt)} ties this quiet stay quiet"
            : silence;
    }

    /// <summary>Returns the probability of contact within 30 days in the invariant culture, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        IsKnown
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"in touch within 30 days: {100 * ContactWithin(Duration.FromDays(30)):0} "
                    + $"%{(IsCalibrated ? "" : ", not calibrated for your network")}")
            : "no contact, no forecast";

    private static void CheckHorizon(Duration horizon)
    {
        if (horizon < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is negative; it must not be.");
        }
    }

    // How far to look for a tie of such gaps.
    private static double HorizonOf(double meanGapDays) => Math.Clamp(HorizonInGaps * meanGapDays, LeastHorizonDays, MostHorizonDays);

    private double Within(double days) => hazard!.ContactWithinOf(tie.ContactDays, tie.SpanDays, SilentDays, days);

    private double OverBy(double silentDays) => hazard!.SilencePercentileOf(tie.ContactDays, tie.SpanDays, silentDays);
}
