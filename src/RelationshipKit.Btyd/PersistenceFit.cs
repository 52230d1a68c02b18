using System.Globalization;

namespace RelationshipKit.Btyd;

/// <summary>A model fitted to the histories of a network, and how the search for it ended.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class PersistenceFit
{
    internal PersistenceFit(IPersistenceModel model, double logLikelihood, int histories, int iterations, bool converged)
    {
        Model = model;
        LogLikelihood = logLikelihood;
        Histories = histories;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>Gets the fitted model, of the kind that was asked to fit.</summary>
    public IPersistenceModel Model { get; }

    /// <summary>Gets the natural logarithm of the likelihood of all histories under the fitted model, without the prior.</summary>
    public double LogLikelihood { get; }

    /// <summary>Gets the number of histories.</summary>
    public int Histories { get; }

    /// <summary>Gets the number of steps of the search.</summary>
    public int Iterations { get; }

    /// <summary>Gets a value indicating whether the search converged before its steps ran out.</summary>
    /// <value>
    /// <see langword="true"/> if, per history, no logarithm of a parameter inside its box has a gradient above 1e-7. Otherwise the model is
    /// the best one found: of use, but a larger cap on the steps may give another.
    /// </value>
    public bool Converged { get; }

    /// <summary>Returns the model, the log-likelihood and how the search ended, in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}: log-likelihood {LogLikelihood:0.000} of {Histories} histories, {(Converged ? "converged" : "not converged")} after "
            + $"{Iterations} steps");
}
