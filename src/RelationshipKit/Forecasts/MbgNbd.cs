using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>The MBG/NBD: as <see cref="BgNbd"/>, but a tie may drop out after its first contact, too.</summary>
/// <remarks>
/// <para>
/// Rates vary between ties by a gamma distribution of shape r and scale alpha (rate parameter), drop-out probabilities by a beta distribution of
/// shapes a and b. With x repeats, the last at t_x, at the age T, the probability of being alive and that of contact within H are
/// <code>
/// alive   = 1 / (1 + a / (b + x) * ((alpha + T) / (alpha + t_x))^(r + x))
/// contact = alive * (1 - ((alpha + T) / (alpha + T + H))^(r + x))
/// </code>
/// and the latter tends to the former as H grows.
/// </para>
/// <para>One old contact fades: without a repeat the model still doubts more with every silent day. Of the three it is the one to begin with.</para>
/// <para>Source: Batislam, Denizel and Filiztekin, Empirical validation and comparison of models for customer base analysis, IJRM 24 (2007).</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class MbgNbd : IPersistenceModel
{
    private const int FirstChances = 1;

    private readonly BetaGeometric core;

    private MbgNbd(double r, double alphaDays, double a, double b)
    {
        R = r;
        AlphaDays = alphaDays;
        A = a;
        B = b;
        core = new BetaGeometric(r, alphaDays, a, b, FirstChances);
    }

    /// <summary>Gets a model to begin with: r 0.5, alpha 9 days, a 0.25, b 1.2, near what contact-days on public e-mail networks give.</summary>
    public static MbgNbd Default { get; } = new(0.5, 9, 0.25, 1.2);

    /// <summary>Gets r, the shape of the distribution of rates; from 0.0001 to 10,000.</summary>
    public double R { get; }

    /// <summary>Gets alpha, the scale of the distribution of rates, in days; from 1e-12 to 1e14. The mean rate is r/alpha contacts a day.</summary>
    public double AlphaDays { get; }

    /// <summary>Gets a, the first shape of the distribution of drop-out probabilities; from 0.0001 to 10,000. Their mean is a/(a + b).</summary>
    public double A { get; }

    /// <summary>Gets b, the second shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</summary>
    public double B { get; }

    /// <summary>Returns the model with the given parameters.</summary>
    /// <param name="r">The shape of the distribution of rates; from 0.0001 to 10,000.</param>
    /// <param name="alphaDays">The scale of the distribution of rates, in days; from 1e-12 to 1e14.</param>
    /// <param name="a">The first shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</param>
    /// <param name="b">The second shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is NaN or outside its range.</exception>
    public static MbgNbd FromParameters(double r, double alphaDays, double a, double b)
    {
        Guard.InRange(r, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(alphaDays, ParameterRange.MinScale, ParameterRange.MaxScale);
        Guard.InRange(a, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(b, ParameterRange.MinShape, ParameterRange.MaxShape);
        return new MbgNbd(r, alphaDays, a, b);
    }

    /// <inheritdoc/>
    public double AliveProbability(RepeatHistory history) => core.Alive(history);

    /// <inheritdoc/>
    public double ContactProbability(RepeatHistory history, double horizonDays)
    {
        Guard.InRange(horizonDays, 0, RepeatHistory.MaxDays);
        return core.Contact(history, horizonDays);
    }

    /// <inheritdoc/>
    public double ExpectedContacts(RepeatHistory history, double horizonDays)
    {
        Guard.InRange(horizonDays, 0, RepeatHistory.MaxDays);
        return core.Expected(history, horizonDays);
    }

    /// <inheritdoc/>
    public double LogLikelihood(RepeatHistory history) => core.LogLikelihood(history);

    /// <inheritdoc/>
    public PersistenceFit Fit(IEnumerable<RepeatHistory> histories, PersistenceFitSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(histories);
        settings ??= PersistenceFitSettings.Default;
        settings.ThrowIfInvalid(nameof(settings));
        return MaximumLikelihood.Fit(
            histories,
            settings,
            new BetaGeometricLikelihood(FirstChances),
            [R, AlphaDays, A, B],
            [ParameterRange.Shape, ParameterRange.Scale, ParameterRange.Shape, ParameterRange.Shape],
            parameters => new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]));
    }

    /// <summary>Returns the name and the parameters in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"MBG/NBD r {R:0.####}, alpha {AlphaDays:0.####}, a {A:0.####}, b {B:0.####}");
}
