using System.Globalization;

namespace RelationshipKit.Btyd;

/// <summary>How a persistence model is fitted.</summary>
/// <remarks>
/// <para>Problems are named together, in one exception, where the settings are used: when a model is fitted.</para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record PersistenceFitSettings
{
    /// <summary>Gets the settings used when none are given.</summary>
    public static PersistenceFitSettings Default { get; } = new();

    /// <summary>Gets how much the prior weighs.</summary>
    /// <value>
    /// From 0, which is plain maximum likelihood, to 1,000,000. The default is 1. The prior is normal in the logarithm of each parameter,
    /// centred at the model that is asked to fit, with a standard deviation of 1.5 at weight 1: a factor of 4.5 to either side. It keeps
    /// small networks sane and is forgotten by large ones.
    /// </value>
    public double PriorWeight { get; init; } = 1;

    /// <summary>Gets the most steps the search takes.</summary>
    /// <value>From 1 to 10,000. The default is 200. About 15 to 60 are usual.</value>
    public int MaxIterations { get; init; } = 200;

    /// <summary>Returns the settings in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"prior weight {PriorWeight}, at most {MaxIterations} steps");

    /// <summary>Throws one exception that names everything that is wrong.</summary>
    internal void ThrowIfInvalid(string paramName)
    {
        List<string> problems = [];
        if (!(PriorWeight >= 0 && PriorWeight <= 1e6))
        {
            problems.Add(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(PriorWeight)} is {PriorWeight}; it must be from 0 to 1000000."));
        }

        if (MaxIterations is < 1 or > 10_000)
        {
            problems.Add(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(MaxIterations)} is {MaxIterations}; it must be from 1 to 10000."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The fit settings are invalid: {string.Join(" ", problems)}", paramName);
        }
    }
}
