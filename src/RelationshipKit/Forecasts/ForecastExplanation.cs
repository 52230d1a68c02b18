using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>Why contact is as likely as a forecast says: what each factor adds, compared with a first contact a moment ago.</summary>
/// <remarks>
/// <para>
/// The parts are the Shapley values (Shapley 1953) of the three factors on the log-odds: the mean, over the six orders in which the factors
/// can be brought in, of what each changes. So <c>log-odds = log-odds of the reference + the sum of the effects</c>, within 1e-12 of their
/// sizes, whatever the tie.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ForecastExplanation
{
    private ForecastExplanation(
        Duration horizon, bool isCalibrated, double referenceLogOdds, double logOdds, ImmutableArray<ForecastPart> parts)
    {
        Horizon = horizon;
        IsCalibrated = isCalibrated;
        ReferenceLogOdds = referenceLogOdds;
        LogOdds = logOdds;
        Parts = parts;
    }

    /// <summary>Gets how far the forecast looks.</summary>
    public Duration Horizon { get; }

    /// <summary>
    /// Gets a value indicating whether the probability can be used as it is; see <see cref="RhythmHazard.IsCalibrated"/>.
    /// </summary>
    public bool IsCalibrated { get; }

    /// <summary>
    /// Gets the log-odds of contact after a first contact a moment ago: one contact-day, a usual gap of 7 days, no silence.
    /// </summary>
    public double ReferenceLogOdds { get; }

    /// <summary>Gets the log-odds of contact, in natural units: <c>ln(p / (1 - p))</c>.</summary>
    public double LogOdds { get; }

    /// <summary>Gets the probability of contact, from 0 to 1.</summary>
    public double Probability => 1 / (1 + Elementary.Exp(-LogOdds));

    /// <summary>Gets the parts: the usual gap, the silence and the contact-days, in this order.</summary>
    public ImmutableArray<ForecastPart> Parts { get; }

    /// <summary>
    /// Returns the probability and the reasons in the invariant culture: "21 % within 30 days: usually 6 days, silent for 31, ...".
    /// </summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        var reasons = string.Join(", ", Parts.Select(part => part.Reason));
        var doubt = IsCalibrated ? "" : "; not calibrated for your network";
        return string.Create(
            CultureInfo.InvariantCulture, $"{100 * Probability:0} % within {DayText.Of(Horizon.TotalDays)}: {reasons}{doubt}");
    }

    internal static ForecastExplanation Of(
        RhythmHazard hazard, in RhythmState tie, double usualGapDays, double silentDays, Duration horizon)
    {
        // Worth of each coalition: bit 0 brings in the contact-days, bit 1 the scale, bit 2 the silence.
        var scale = tie.ScaleDays;
        Span<double> worth = stackalloc double[8];
        for (var coalition = 0; coalition < worth.Length; coalition++)
        {
            var days = (coalition & 1) != 0 ? tie.ContactDays : 1;
            var unit = (coalition & 2) != 0 ? scale : RhythmGrid.PriorDays;
            var silent = (coalition & 4) != 0 ? silentDays : 0;
            worth[coalition] = LogOddsOf(hazard.CurveOf(days).Between(silent / unit, horizon.TotalDays / unit));
        }

        return new ForecastExplanation(
            horizon,
            hazard.IsCalibrated,
            worth[0],
            worth[7],
            [
                new ForecastPart(ForecastFactor.UsualGap, EffectOf(worth, 2, 1, 4), UsualText(tie, usualGapDays)),
                new ForecastPart(ForecastFactor.Silence, EffectOf(worth, 4, 1, 2), $"silent for {DayText.Number(silentDays)}"),
                new ForecastPart(ForecastFactor.ContactDays, EffectOf(worth, 1, 2, 4), $"{DayText.Counted(tie.ContactDays)} of contact"),
            ]);
    }

    // The share of the bit `own` beside the two others: first in two of the six orders, second in one after each, last in two.
    private static double EffectOf(ReadOnlySpan<double> worth, int own, int other, int third) =>
        ((2 * (worth[own] - worth[0])) + (worth[own | other] - worth[other]) + (worth[own | third] - worth[third])
            + (2 * (worth[own | other | third] - worth[other | third]))) / 6;

    // With p = 1 - e^-x, p / (1 - p) is e^x - 1; where that overflows its logarithm is x.
    private static double LogOddsOf(double x) => x > 700 ? x : Elementary.Log(Elementary.ExpM1(x));

    private static string UsualText(in RhythmState tie, double usualGapDays) =>
        tie.ContactDays == 1 ? "no usual gap yet" : $"usually {DayText.Of(tie.UsualDays(usualGapDays))}";
}
