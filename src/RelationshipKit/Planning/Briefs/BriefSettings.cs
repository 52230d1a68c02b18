using System.Globalization;
using NodaTime;

namespace RelationshipKit.Planning.Briefs;

/// <summary>How far a brief looks. All defaults are conventions.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record BriefSettings
{
    /// <summary>Gets the default settings.</summary>
    public static BriefSettings Default { get; } = new();

    /// <summary>Gets how many of the last touchpoints a brief shows, from 1 to 100; 3 by default, which fits a glance.</summary>
    public int LastTouches { get; init; } = 3;

    /// <summary>Gets how many days ahead an occasion is mentioned, from 0 to 366; 14 by default, time to write a card.</summary>
    public int OccasionDaysAhead { get; init; } = 14;

    /// <summary>Gets how many days after an occasion or achievement it is still mentioned, from 0 to 366; 30 by default.</summary>
    public int OccasionDaysAfter { get; init; } = 30;

    /// <summary>
    /// Gets after how long a promise or thanks are dropped, from a day to 36,500 days. The default is 180 days: nobody is held to account.
    /// </summary>
    public Duration Memory { get; init; } = Duration.FromDays(180);

    /// <summary>Returns the settings in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"the last {LastTouches} touches, occasions {OccasionDaysAhead} days ahead and {OccasionDaysAfter} after, "
            + $"{Memory.TotalDays:0.##} days of memory");

    internal void ThrowIfInvalid(string paramName)
    {
        var problems = new List<string>();
        Check(nameof(LastTouches), LastTouches, 1, 100);
        Check(nameof(OccasionDaysAhead), OccasionDaysAhead, 0, 366);
        Check(nameof(OccasionDaysAfter), OccasionDaysAfter, 0, 366);
        if (Memory < Duration.FromDays(1) || Memory > Duration.FromDays(36_500))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Memory is {Memory.TotalDays} days; it must be from 1 to 36500."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), paramName);
        }

        void Check(string name, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {least} to {most}."));
            }
        }
    }
}
