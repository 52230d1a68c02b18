namespace RelationshipKit.Btyd;

/// <summary>
/// Predicts contact from how often it was repeated and how long ago. The tie is assumed to have contact until it drops out, which nobody
/// sees.
/// </summary>
/// <remarks>
/// <para>
/// While a tie is alive its contacts come at random (Poisson) at a rate of its own; rates and the ways of dropping out vary between ties.
/// The models differ in when a tie may drop out: <see cref="BgNbd"/> after a repeated contact, <see cref="BgNbd.ModifiedDefault"/> after
/// any, <see cref="ParetoNbd"/> at any moment. Their parameters describe a whole network; <see cref="Fit"/> finds them.
/// </para>
/// <para>
/// Models are pure functions of a history. Probabilities lie in [0, 1] and no answer is NaN or infinite, whatever the history.
/// Implementations must be safe to call from several threads at once; the built-in ones are immutable.
/// </para>
/// </remarks>
public interface IPersistenceModel
{
    /// <summary>Returns the probability that the tie has not dropped out.</summary>
    /// <param name="history">The history of the tie.</param>
    /// <returns>From 0 to 1; it never rises while nothing happens.</returns>
    /// <remarks>A companion of <see cref="ContactProbability"/>, not a ranking: a tie may be alive and rarely in touch.</remarks>
    double AliveProbability(RepeatHistory history);

    /// <summary>Returns the probability of at least one contact within a horizon.</summary>
    /// <param name="history">The history of the tie.</param>
    /// <param name="horizonDays">The horizon, from the age of the history on, in days; from 0 to 1e10.</param>
    /// <returns>
    /// From 0 to the probability that the tie is alive; 0 for a horizon of 0. It does not fall where the horizon grows, and it does not
    /// rise while nothing happens.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizonDays"/> is NaN or outside its range.</exception>
    double ContactProbability(RepeatHistory history, double horizonDays);

    /// <summary>Returns the number of contacts to expect within a horizon.</summary>
    /// <param name="history">The history of the tie.</param>
    /// <param name="horizonDays">The horizon, from the age of the history on, in days; from 0 to 1e10.</param>
    /// <returns>Not negative, and at least the probability of one contact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizonDays"/> is NaN or outside its range.</exception>
    double ExpectedContacts(RepeatHistory history, double horizonDays);

    /// <summary>Returns the natural logarithm of the likelihood of the history under this model.</summary>
    /// <param name="history">The history of the tie.</param>
    /// <returns>A finite number. Measured in a unit c times as long, x repeats make it larger by x ln c.</returns>
    double LogLikelihood(RepeatHistory history);

    /// <summary>Fits a model of the same kind to the histories of a network.</summary>
    /// <param name="histories">The histories, in any order. Their order changes nothing.</param>
    /// <param name="settings">How to fit; <see langword="null"/> for the default.</param>
    /// <returns>The fitted model, and how the search ended.</returns>
    /// <remarks>
    /// The search begins at the parameters of this model, which are also where the prior is centred.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid, or there is neither a history nor a prior.</exception>
    PersistenceFit Fit(IEnumerable<RepeatHistory> histories, PersistenceFitSettings? settings = null);
}
