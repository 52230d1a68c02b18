using System.Globalization;
using NodaTime;

namespace RelationshipKit.Planning.Introductions;

/// <summary>How much anybody is asked for introductions.</summary>
/// <remarks>One exception names all problems, where the settings are used. Equality is by value; instances are immutable.</remarks>
public sealed record IntroductionSettings
{
    /// <summary>Gets the settings used when none are given.</summary>
    public static IntroductionSettings Default { get; } = new();

    /// <summary>
    /// Gets the most introductions that one connector, the owner or a contact, is asked to make within <see cref="Within"/>.
    /// </summary>
    /// <value>From 0 to 1,000. The default is 2, a convention: a connector who is asked too often stops answering.</value>
    public int MostPerConnector { get; init; } = 2;

    /// <summary>Gets the most introductions that one contact is drawn into as seeker or helper within <see cref="Within"/>.</summary>
    /// <value>From 0 to 1,000. The default is 1, a convention.</value>
    public int MostPerParty { get; init; } = 1;

    /// <summary>Gets the time over which both are counted.</summary>
    /// <value>From a day to 3,650 days. The default is 30 days, a convention.</value>
    public Duration Within { get; init; } = Duration.FromDays(30);

    /// <summary>Returns the settings in words.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"at most {MostPerConnector} introductions a connector and {MostPerParty} a party in {Within.TotalDays:0.##} days");

    internal void ThrowIfInvalid(string paramName)
    {
        var problems = new List<string>();
        if (MostPerConnector is < 0 or > 1_000)
        {
            problems.Add(
                string.Create(CultureInfo.InvariantCulture, $"MostPerConnector is {MostPerConnector}; it must be from 0 to 1000."));
        }

        if (MostPerParty is < 0 or > 1_000)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"MostPerParty is {MostPerParty}; it must be from 0 to 1000."));
        }

        if (Within < Duration.FromDays(1) || Within > Duration.FromDays(3_650))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Within is {Within.TotalDays} days; it must be from 1 to 3650."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), paramName);
        }
    }
}
