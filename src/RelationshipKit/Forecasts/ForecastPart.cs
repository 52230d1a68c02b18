using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>What one factor adds to a forecast.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class ForecastPart
{

    internal ForecastPart(ForecastFactor factor, double effect, string reason)
    {
        Factor = factor;
        Effect = effect;
        Reason = reason;
    }

    /// <summary>Gets the factor.</summary>
    public ForecastFactor Factor { get; }

    /// <summary>Gets what the factor adds to the log-odds of contact, in natural units; below 0 if it makes contact less likely.</summary>
    public double Effect { get; }

    /// <summary>Gets the factor in English words, such as "usually 6 days".</summary>
    public string Reason { get; }

    /// <summary>Returns the reason and the effect in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason} ({Effect:+0.00;-0.00;0.00})");
}
