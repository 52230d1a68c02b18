namespace RelationshipKit.Validation.Cdnow;

/// <summary>Values of a model at one history, as the kit has them, and how far they are from the reference.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="X">The repeats.</param>
/// <param name="Last">The time of the last, in weeks.</param>
/// <param name="Age">The age, in weeks.</param>
/// <param name="Horizon">How far ahead, in weeks.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="Alive">The probability of being alive.</param>
/// <param name="Contact">The probability of a purchase within the horizon.</param>
/// <param name="Expected">The purchases to expect within the horizon.</param>
/// <param name="LargestDifference">The largest difference of the four to the reference.</param>
internal sealed record PointJson(
    string Name, int X, double Last, double Age, double Horizon, double LogLikelihood, double Alive, double Contact, double Expected,
    double LargestDifference)
{
    public static PointJson Of(PublishedPoint published)
    {
        var computed = published.Computed();
        return new PointJson(
            published.Name,
            published.X,
            published.Last,
            published.Age,
            published.Horizon,
            computed.LogLikelihood,
            computed.Alive,
            computed.Contact,
            computed.Expected,
            computed.DistanceTo(published));
    }
}
