using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>What is known of a tie beside its own log, on a grid fine enough for a fit, so that outcomes can be counted.</summary>
/// <remarks>
/// In this order: ln(1 + silence elsewhere), whether one of the two has nobody else, ln(1 + common contacts), ln(1 + recent ones), their
/// share of all contacts of the two, ln of the tie's scale, ln(1 + its own silence) and ln of its contact-days. Logarithms stand in
/// eighths, the share in fiftieths.
/// </remarks>
internal readonly record struct NetworkFeatures(
    int Hazard, int Elsewhere, int Nobody, int Common, int Recent, int Share, int Scale, int Silence,
    int Days) : IComparable<NetworkFeatures>
{
    public const int Count = 8;

    private const double LogSteps = 8;
    private const double ShareSteps = 50;
    private const double MostElsewhereDays = 2_000;

    // Less counts as no hazard: a probability of 2e-9.
    private const double LeastLog = -20;

    // Signs of the coefficients: some features may only lower contact, so that silence never raises a forecast, and some may only raise it.
    public static ReadOnlySpan<sbyte> Signs => [-1, 0, 0, 1, 0, 0, -1, 0];

    /// <summary>Gets the integral of the hazard over the horizon.</summary>
    public double Lambda => Elementary.Exp(Hazard / LogSteps);

    public static NetworkFeatures Of(double lambda, ReadOnlySpan<double> features) => new(
        Grid(lambda > 0 ? Math.Max(LeastLog, Elementary.Log(lambda)) : LeastLog, LogSteps),
        Grid(features[0], LogSteps),
        (int)features[1],
        Grid(features[2], LogSteps),
        Grid(features[3], LogSteps),
        Grid(features[4], ShareSteps),
        Grid(features[5], LogSteps),
        Grid(features[6], LogSteps),
        Grid(features[7], LogSteps));

    /// <summary>Writes the features as they are, off the grid.</summary>
    public static void Fill(
        Span<double> features, double silentElsewhereDays, int commonContacts, int recentCommonContacts, int contactsOfEither,
        in Forecast forecast)
    {
        var isNobody = double.IsPositiveInfinity(silentElsewhereDays);
        features[0] = Elementary.Log1P(Math.Min(silentElsewhereDays, MostElsewhereDays));
        features[1] = isNobody ? 1 : 0;
        features[2] = Elementary.Log1P(commonContacts);
        features[3] = Elementary.Log1P(recentCommonContacts);
        features[4] = contactsOfEither == 0 ? 0 : (double)commonContacts / contactsOfEither;
        features[5] = Elementary.Log(forecast.ScaleDays);
        features[6] = Elementary.Log1P(forecast.KnownSilentDays);
        features[7] = Elementary.Log(forecast.KnownContactDays);
    }

    public void CopyTo(Span<double> features)
    {
        features[0] = Elsewhere / LogSteps;
        features[1] = Nobody;
        features[2] = Common / LogSteps;
        features[3] = Recent / LogSteps;
        features[4] = Share / ShareSteps;
        features[5] = Scale / LogSteps;
        features[6] = Silence / LogSteps;
        features[7] = Days / LogSteps;
    }

    public int CompareTo(NetworkFeatures other) =>
        (Hazard, Elsewhere, Nobody, Common, Recent, Share, Scale)
            .CompareTo((other.Hazard, other.Elsewhere, other.Nobody, other.Common, other.Recent, other.Share, other.Scale)) is var order
                && order != 0
            ? order
            : (Silence, Days).CompareTo((other.Silence, other.Days));

    private static int Grid(double value, double steps) => (int)Math.Round(value * steps);
}
