using RelationshipKit.Btyd;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>Values of a model at one history.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Model">The model.</param>
/// <param name="X">The repeats.</param>
/// <param name="Last">The time of the last, in weeks.</param>
/// <param name="Age">The age, in weeks.</param>
/// <param name="Horizon">How far ahead, in weeks.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="Alive">The probability of being alive.</param>
/// <param name="Contact">The probability of a purchase within the horizon.</param>
/// <param name="Expected">The purchases to expect within the horizon.</param>
internal sealed record PublishedPoint(
    string Name, IPersistenceModel Model, int X, double Last, double Age, double Horizon, double LogLikelihood, double Alive,
    double Contact, double Expected)
{
    /// <summary>Returns the same point as the kit has it.</summary>
    public PublishedPoint Computed()
    {
        var history = RepeatHistory.FromDays(X, Last, Age);
        return this with
        {
            LogLikelihood = Model.LogLikelihood(history),
            Alive = Model.AliveProbability(history),
            Contact = Model.ContactProbability(history, Horizon),
            Expected = Model.ExpectedContacts(history, Horizon),
        };
    }

    /// <summary>Returns the largest difference between the values of two points.</summary>
    public double DistanceTo(PublishedPoint other) => Math.Max(
        Math.Max(Math.Abs(LogLikelihood - other.LogLikelihood), Math.Abs(Alive - other.Alive)),
        Math.Max(Math.Abs(Contact - other.Contact), Math.Abs(Expected - other.Expected)));
}
