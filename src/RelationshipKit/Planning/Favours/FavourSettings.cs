using System.Globalization;
using NodaTime;

namespace RelationshipKit.Planning.Favours;

/// <summary>How long favours are remembered, and how uneven they may be before anything is said about it.</summary>
/// <remarks>One exception names all problems, where the settings are used. Equality is by value; instances are immutable.</remarks>
public sealed record FavourSettings
{
    /// <summary>Gets the settings used when none are given.</summary>
    public static FavourSettings Default { get; } = new();

    /// <summary>Gets the age at which a favour is forgotten.</summary>
    /// <value>
    /// From a day to 36,500 days. The default is 365 days, a convention: who helped last year owes nothing and is owed nothing.
    /// </value>
    public Duration Expiry { get; init; } = Duration.FromDays(365);

    /// <summary>Gets how many favours one side may be ahead and still be called even.</summary>
    /// <value>From 0 to 1,000. The default is 2, a convention.</value>
    public int Band { get; init; } = 2;

    /// <summary>Returns the settings in words.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"favours of the last {Expiry.TotalDays:0.##} days, even up to {Band} apart");

    internal void ThrowIfInvalid(string paramName)
    {
        var problems = new List<string>();
        if (Expiry < Duration.FromDays(1) || Expiry > Duration.FromDays(36_500))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Expiry is {Expiry.TotalDays} days; it must be from 1 to 36500."));
        }

        if (Band is < 0 or > 1_000)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Band is {Band}; it must be from 0 to 1000."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), paramName);
        }
    }
}
