using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>
/// What a host of many owners knows of a tie beside its own log: how active the two are elsewhere, and whom they have in common.
/// </summary>
/// <remarks>
/// <para>
/// A factor multiplies the hazard of a tie. It was learned from past forecasts of the same network and their outcomes:
/// <code>
/// P = 1 - (1 - P alone)^f,   f = c e^(b0 + b·x)
/// x = ln(1 + s), [nobody else], ln(1 + common), ln(1 + common of 90 days), common / contacts of either, ln m, ln(1 + silence), ln n
/// </code>
/// with s the mean days both have been silent towards everybody else (up to 2,000), m the scale of the tie and n its contact-days. b comes
/// from a complementary log-log regression with a ridge of 20. c keeps the level: all forecasts of the present together (or of the past, if
/// none are given) expect as much contact as before. The coefficients of s and of the silence are at most 0 and that of recent common
/// contacts at least 0, whatever the data say: silence never makes contact more likely. Horizons chain as long as the factor stands.
/// </para>
/// <para>Instances are immutable and safe to share between threads; a forecast takes the time of a few exponentials and allocates
/// nothing.</para>
/// </remarks>
public sealed class NetworkEffect
{
    // Fewer windows say more of their season than of the network.
    private const int FewestWindows = 3;

    private readonly double[] weights;

    private NetworkEffect(ImmutableArray<double> coefficients, double[] weights)
    {
        Coefficients = coefficients;
        this.weights = weights;
    }

    /// <summary>Gets the effect of nothing: every forecast stays as it is.</summary>
    public static NetworkEffect None { get; } = new([.. new double[NetworkFeatures.Count + 1]], new double[NetworkFeatures.Count + 1]);

    /// <summary>Gets ln c + b0, and the coefficients b in the order of x; all 0 if nothing is known.</summary>
    public ImmutableArray<double> Coefficients { get; }

    /// <summary>Returns the effect that past outcomes show.</summary>
    /// <param name="history">Outcomes of at least three instants; their horizon should be that of the forecasts to adjust.</param>
    /// <returns>The effect; <see cref="None"/> if there are fewer instants.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    public static NetworkEffect FittedTo(NetworkHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Windows < FewestWindows)
        {
            return None;
        }

        var cells = history.Cells.ToArray();
        var rows = Array.ConvertAll(cells, cell =>
        {
            var row = new double[NetworkFeatures.Count];
            cell.Features.CopyTo(row);
            return row;
        });
        var fit = HazardRegression.Fit(
            rows,
            Array.ConvertAll(cells, cell => cell.Features.Lambda),
            Array.ConvertAll(cells, cell => (double)cell.Ties),
            Array.ConvertAll(cells, cell => (double)cell.InTouch),
            Array.ConvertAll(cells, cell => (double)cell.Present),
            NetworkFeatures.Signs);
        double[] weights = [fit.Weights[0] + Elementary.Log(fit.Level), .. fit.Weights[1..]];
        return new NetworkEffect([.. weights], weights);
    }

    /// <summary>Returns the probability of contact, of a forecast that knows of the network.</summary>
    /// <param name="forecast">The forecast of the tie alone.</param>
    /// <param name="horizon">How far to look; more than zero.</param>
    /// <param name="silentElsewhereDays">
    /// How long the two have been silent towards everybody else, the mean of both in days: 0 or more, or infinity if one of them has nobody
    /// else.
    /// </param>
    /// <param name="commonContacts">How many contacts the two have in common, ever; 0 or more.</param>
    /// <param name="recentCommonContacts">
    /// With how many of those both have been in touch within 90 days; from 0 to <paramref name="commonContacts"/>.
    /// </param>
    /// <param name="contactsOfEither">
    /// How many others at least one of them has been in touch with; <paramref name="commonContacts"/> or more.
    /// </param>
    /// <returns>From 0 to 1; unknown without contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public double? ContactWithin(
        Forecast forecast, Duration horizon, double silentElsewhereDays, int commonContacts, int recentCommonContacts, int contactsOfEither)
    {
        Check(horizon, silentElsewhereDays, commonContacts, recentCommonContacts, contactsOfEither);
        if (forecast.ContactWithin(horizon) is not { } alone)
        {
            return null;
        }

        Span<double> features = stackalloc double[NetworkFeatures.Count];
        NetworkFeatures.Fill(features, silentElsewhereDays, commonContacts, recentCommonContacts, contactsOfEither, forecast);
        var sum = weights[0];
        for (var j = 0; j < features.Length; j++)
        {
            sum += weights[j + 1] * features[j];
        }

        return 0 - Elementary.ExpM1(Elementary.Exp(sum) * Elementary.Log1P(-alone));
    }

    /// <summary>Returns the coefficients in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Join(' ', Coefficients.Select(coefficient => coefficient.ToString("0.000", CultureInfo.InvariantCulture)));

    internal static void Check(
        Duration horizon, double silentElsewhereDays, int commonContacts, int recentCommonContacts, int contactsOfEither)
    {
        if (horizon <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is zero or negative; it must be more than zero.");
        }

        Guard.InRange(silentElsewhereDays, 0, double.PositiveInfinity);
        ArgumentOutOfRangeException.ThrowIfNegative(commonContacts);
        Guard.InRange(recentCommonContacts, 0, commonContacts);
        ArgumentOutOfRangeException.ThrowIfLessThan(contactsOfEither, commonContacts);
    }
}
