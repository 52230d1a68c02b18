using System.Globalization;
using RelationshipKit.Btyd.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>
/// The Pareto/NBD: while alive a tie is in touch at random at its own rate, and at any moment it may drop out, with a hazard of its own.
/// </summary>
/// <remarks>
/// <para>
/// Rates vary between ties by a gamma distribution of shape r and scale alpha (rate parameter), hazards of dropping out by one of shape s
/// and scale beta. With x repeats, the last at t_x, at the age T, and p = r + x, the odds of having dropped out, the probability of being
/// alive and that of contact within H are
/// <code>
/// odds    = s * integral from t_x to T of ((alpha + T) / (alpha + t))^p ((beta + T) / (beta + t))^s / (beta + t) dt
/// alive   = 1 / (1 + odds)
/// contact = alive * p * integral from T to T + H of ((alpha + T) / (alpha + t))^p ((beta + T) / (beta + t))^s / (alpha + t) dt
/// </code>
/// A tie may drop out before its next contact, so contact at any time is less likely than being alive. The integrals are summed to within
/// 1e-12 of their value; up to that rounding, contact does not fall where H grows, and alive and contact do not rise while nothing happens.
/// </para>
/// <para>Source: Schmittlein, Morrison and Colombo, Counting your customers: who are they and what will they do next?, Management Science
/// 33 (1987).</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ParetoNbd : IPersistenceModel
{
    private ParetoNbd(double r, double alphaDays, double s, double betaDays)
    {
        R = r;
        AlphaDays = alphaDays;
        S = s;
        BetaDays = betaDays;
    }

    /// <summary>
    /// Gets a model to begin with: r 0.5, alpha 9 days, s 0.5, beta 60 days: the rates of <see cref="BgNbd.ModifiedDefault"/>, and lives of
    /// about as many contacts.
    /// </summary>
    public static ParetoNbd Default { get; } = new(0.5, 9, 0.5, 60);

    /// <summary>Gets r, the shape of the distribution of rates; from 0.0001 to 10,000.</summary>
    public double R { get; }

    /// <summary>
    /// Gets alpha, the scale of the distribution of rates, in days; from 1e-12 to 1e14. The mean rate is r/alpha contacts a day.
    /// </summary>
    public double AlphaDays { get; }

    /// <summary>Gets s, the shape of the distribution of hazards; from 0.0001 to 10,000.</summary>
    public double S { get; }

    /// <summary>
    /// Gets beta, the scale of the distribution of hazards, in days; from 1e-12 to 1e14. The mean hazard is s/beta a day.
    /// </summary>
    public double BetaDays { get; }

    /// <summary>Returns the model with the given parameters.</summary>
    /// <param name="r">The shape of the distribution of rates; from 0.0001 to 10,000.</param>
    /// <param name="alphaDays">The scale of the distribution of rates, in days; from 1e-12 to 1e14.</param>
    /// <param name="s">The shape of the distribution of hazards; from 0.0001 to 10,000.</param>
    /// <param name="betaDays">The scale of the distribution of hazards, in days; from 1e-12 to 1e14.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is NaN or outside its range.</exception>
    public static ParetoNbd FromParameters(double r, double alphaDays, double s, double betaDays)
    {
        Guard.InRange(r, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(alphaDays, ParameterRange.MinScale, ParameterRange.MaxScale);
        Guard.InRange(s, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(betaDays, ParameterRange.MinScale, ParameterRange.MaxScale);
        return new ParetoNbd(r, alphaDays, s, betaDays);
    }

    /// <inheritdoc/>
    public double AliveProbability(RepeatHistory history) => 1 / (1 + Elementary.Exp(LogOdds(history)));

    /// <inheritdoc/>
    public double ContactProbability(RepeatHistory history, double horizonDays)
    {
        Guard.InRange(horizonDays, 0, RepeatHistory.MaxDays);
        var p = R + history.Repeats;
        var next = p * Elementary.Exp(PowerIntegral.Future(p, S, AlphaDays, BetaDays, history.AgeDays, horizonDays).Log);

        return AliveProbability(history) * Math.Min(1, next);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// With A = alpha + T and B = beta + T it is alive * p B/A * (1 - (B/(B + H))^(s - 1))/(s - 1), where s = 1 is allowed.
    /// </remarks>
    public double ExpectedContacts(RepeatHistory history, double horizonDays)
    {
        Guard.InRange(horizonDays, 0, RepeatHistory.MaxDays);
        var beta = BetaDays + history.AgeDays;
        var log = Elementary.Log1P(horizonDays / beta);
        var life = beta * log * GrowthRatio((1 - S) * log);

        return AliveProbability(history) * ((R + history.Repeats) / (AlphaDays + history.AgeDays) * life);
    }

    /// <inheritdoc/>
    public double LogLikelihood(RepeatHistory history) => LogLikelihood(R, AlphaDays, S, BetaDays, history, LogOdds(history));

    /// <inheritdoc/>
    public PersistenceFit Fit(IEnumerable<RepeatHistory> histories, PersistenceFitSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(histories);
        settings ??= PersistenceFitSettings.Default;
        settings.ThrowIfInvalid(nameof(settings));
        return MaximumLikelihood.Fit(
            histories,
            settings,
            new ParetoLikelihood(),
            [R, AlphaDays, S, BetaDays],
            [ParameterRange.Shape, ParameterRange.Scale, ParameterRange.Shape, ParameterRange.Scale],
            parameters => new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]));
    }

    /// <summary>Returns the name and the parameters in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"Pareto/NBD r {R:0.####}, alpha {AlphaDays:0.####}, s {S:0.####}, beta {BetaDays:0.####}");

    // Gamma(p)/Gamma(r) alpha^r/(alpha + T)^p (beta/(beta + T))^s (1 + odds), in logarithms.
    internal static double LogLikelihood(double r, double alpha, double s, double beta, RepeatHistory history, double logOdds) =>
        GammaFunctions.LogRising(r, history.Repeats)
        - (r * Elementary.Log1P(history.AgeDays / alpha))
        - (history.Repeats * Elementary.Log(alpha + history.AgeDays))
        - (s * Elementary.Log1P(history.AgeDays / beta))
        + BetaGeometric.LogOnePlus(logOdds);

    private double LogOdds(RepeatHistory history) =>
        Elementary.Log(S) + PowerIntegral.Past(R + history.Repeats, S, AlphaDays, BetaDays, history.LastDays, history.AgeDays).Log;

    // (e^x - 1)/x.
    private static double GrowthRatio(double x) => x == 0 ? 1 : Elementary.ExpM1(x) / x;
}
