using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Planning.Simulation;

/// <summary>The duration, seed and probabilities of a simulation.</summary>
/// <remarks>
/// <para>The shares are conventions, chosen to be round and easy to reason about; none was fitted. Compare runs; do not read them as
/// predictions.</para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record SimulationSettings
{
    /// <summary>Gets the settings as shipped: a year, seed 0, no limit.</summary>
    public static SimulationSettings Default { get; } = new();

    /// <summary>Gets for how many weeks, from 1 to 520. The default is 52.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int Weeks
    {
        get;
        init
        {
            Guard.InRange(value, 1, 520, nameof(Weeks));
            field = value;
        }
    } = 52;

    /// <summary>Gets the seed of everything that happens by chance; the same seed, the same year.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Gets the chance that the owner reaches out on a day to somebody who is due. It is from 0 to 1. The default is 0.5.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double ReachShare
    {
        get;
        init => field = CheckShare(value, nameof(ReachShare));
    } = 0.5;

    /// <summary>Gets the chance that the contact answers. It is from 0 to 1. The default is 0.8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double AnswerShare
    {
        get;
        init => field = CheckShare(value, nameof(AnswerShare));
    } = 0.8;

    /// <summary>
    /// Gets how much of the usual contact a contact begins unasked: on a day with a chance of this share over the usual gap. It is from 0
    /// to 1. The default is 0.25.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public double TheirShare
    {
        get;
        init => field = CheckShare(value, nameof(TheirShare));
    } = 0.25;

    /// <summary>
    /// Gets how many contacts the owner reaches out to in a week at most, from 0 to 10,000; <see langword="null"/> for as many as are due.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int? MostPerWeek
    {
        get;
        init
        {
            if (value is { } most)
            {
                Guard.InRange(most, 0, 10_000, nameof(MostPerWeek));
            }

            field = value;
        }
    }

    /// <summary>Returns weeks and seed.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Weeks} weeks, seed {Seed}");

    private static double CheckShare(double value, string name)
    {
        Guard.InRange(value, 0, 1, name);
        return value;
    }
}
