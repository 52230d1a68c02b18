using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>How much a history must weigh before it changes a hazard.</summary>
/// <remarks>Equality is by value. Instances are immutable and safe to share between threads.</remarks>
internal sealed record HazardFitSettings
{
    /// <summary>Gets the settings used when none are given.</summary>
    public static HazardFitSettings Default { get; } = new();

    /// <summary>Gets how many scaled gaps of time a cell of the prior is worth: the larger, the longer the prior's shape holds.</summary>
    /// <value>From 0.001 to 1,000,000,000. The default is 20, chosen on the earlier parts of public networks.</value>
    public double Shrinkage { get; init; } = 20;

    /// <summary>Gets how many gaps the prior's level is worth.</summary>
    /// <value>From 0.001 to 1,000,000,000. The default is 20.</value>
    public double LevelPrior { get; init; } = 20;

    /// <summary>Gets the number of gaps from which a fitted hazard calls itself calibrated.</summary>
    /// <value>
    /// From 1 to 1,000,000,000. The default is 400: from there on the probabilities of owners of public mail were off by .03 on average at
    /// the day they were tested (benchmarks/README.md); from 100, by .05.
    /// </value>
    public long CalibratedFromGaps { get; init; } = 400;

    /// <summary>Returns the settings in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"shrinkage {Shrinkage}, level prior {LevelPrior}, calibrated from {CalibratedFromGaps} gaps");

    /// <summary>Throws one exception that names everything that is wrong.</summary>
    internal void ThrowIfInvalid(string paramName)
    {
        List<string> problems = [];
        Check(nameof(Shrinkage), Shrinkage, 0.001);
        Check(nameof(LevelPrior), LevelPrior, 0.001);
        Check(nameof(CalibratedFromGaps), CalibratedFromGaps, 1);
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The fit settings are invalid: {string.Join(" ", problems)}", paramName);
        }

        void Check(string name, double value, double min)
        {
            if (!(value >= min && value <= 1e9))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {min} to 1000000000."));
            }
        }
    }
}
