using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>
/// The BG/NBD: while alive a tie is in touch at random at its own rate, and after each repeated contact it may drop out; modified, after
/// its first contact, too.
/// </summary>
/// <remarks>
/// <para>
/// Rates vary between ties by a gamma distribution of shape r and scale alpha (rate parameter), drop-out probabilities by a beta
/// distribution of shapes a and b. With x repeats, the last at t_x, at the age T, and m = 1 for the modified model, else 0, the probability
/// of being alive and that of contact within H are
/// <code>
/// alive   = 1 / (1 + a / (b + x + m - 1) * ((alpha + T) / (alpha + t_x))^(r + x)), and 1 if x + m = 0
/// contact = alive * (1 - ((alpha + T) / (alpha + T + H))^(r + x))
/// </code>
/// and the latter tends to the former as H grows.
/// </para>
/// <para>
/// Without a repeat the plain model counts a tie as alive for ever. The modified one doubts more with every silent day. It is the best
/// first choice of the three models of this package.
/// </para>
/// <para>
/// Sources: Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24 (2005); Batislam, Denizel and Filiztekin,
/// Empirical validation and comparison of models for customer base analysis, IJRM 24 (2007).
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class BgNbd : IPersistenceModel
{
    private readonly BetaGeometric core;

    private BgNbd(double r, double alphaDays, double a, double b, bool isModified)
    {
        R = r;
        AlphaDays = alphaDays;
        A = a;
        B = b;
        IsModified = isModified;
        core = new BetaGeometric(r, alphaDays, a, b, FirstChances);
    }

    /// <summary>
    /// Gets a model to begin with: r 0.5, alpha 9 days, a 0.25, b 1.2, near what contact-days on public e-mail networks give.
    /// </summary>
    public static BgNbd Default { get; } = new(0.5, 9, 0.25, 1.2, isModified: false);

    /// <summary>Gets the modified model to begin with, with the same parameters.</summary>
    public static BgNbd ModifiedDefault { get; } = new(0.5, 9, 0.25, 1.2, isModified: true);

    /// <summary>Gets a value indicating whether a tie may drop out after its first contact, too: the MBG/NBD.</summary>
    public bool IsModified { get; }

    /// <summary>Gets r, the shape of the distribution of rates; from 0.0001 to 10,000.</summary>
    public double R { get; }

    /// <summary>
    /// Gets alpha, the scale of the distribution of rates, in days; from 1e-12 to 1e14. The mean rate is r/alpha contacts a day.
    /// </summary>
    public double AlphaDays { get; }

    /// <summary>
    /// Gets a, the first shape of the distribution of drop-out probabilities; from 0.0001 to 10,000. Their mean is a/(a + b).
    /// </summary>
    public double A { get; }

    /// <summary>Gets b, the second shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</summary>
    public double B { get; }

    /// <summary>Returns the model with the given parameters.</summary>
    /// <param name="r">The shape of the distribution of rates; from 0.0001 to 10,000.</param>
    /// <param name="alphaDays">The scale of the distribution of rates, in days; from 1e-12 to 1e14.</param>
    /// <param name="a">The first shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</param>
    /// <param name="b">The second shape of the distribution of drop-out probabilities; from 0.0001 to 10,000.</param>
    /// <param name="isModified">Whether a tie may drop out after its first contact, too.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is NaN or outside its range.</exception>
    public static BgNbd FromParameters(double r, double alphaDays, double a, double b, bool isModified = false)
    {
        Guard.InRange(r, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(alphaDays, ParameterRange.MinScale, ParameterRange.MaxScale);
        Guard.InRange(a, ParameterRange.MinShape, ParameterRange.MaxShape);
        Guard.InRange(b, ParameterRange.MinShape, ParameterRange.MaxShape);
        return new BgNbd(r, alphaDays, a, b, isModified);
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
            parameters => new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3], IsModified));
    }

    /// <summary>Returns the name and the parameters in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsModified ? "MBG/NBD" : "BG/NBD")} r {R:0.####}, alpha {AlphaDays:0.####}, a {A:0.####}, b {B:0.####}");

    // The chances to drop out before the first repeat.
    private int FirstChances => IsModified ? 1 : 0;
}
